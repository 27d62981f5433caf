import { useEffect, useState, type ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { formatDistance, formatInteger } from '../../ui/format';
import { RunLine } from '../../ui/run-line';
import { CurvePart } from './curve-part';
import { gainHeadline } from './gains-view';
import { GapClusterList } from './gap-clusters-list';
import type { GapPanelProps, GapView, GapViewName } from './gap-panel-props';
import { type GapKind, listText } from './gap-view';
import { GapVillages } from './gap-villages';
import styles from './gap.module.css';

type Option<Value> = readonly [value: Value, word: string, tip: string];

const KINDS: readonly Option<GapKind>[] = [
  ['notCovered', '未覆盖', '无论真实位置在哪里都够不到的村'],
  ['possible', '可能', '差额在位置精度之内的村，先要核实位置'],
];
const VIEWS: readonly Option<GapViewName>[] = [
  ['villages', '按村', '逐村，估算贫困户多的在前'],
  ['clusters', '按片区', '一次延伸能一起覆盖的村归为一片'],
  ['curve', '边际曲线', '覆盖的村和贫困户随服务距离怎样增加'],
];

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}): ReactNode {
  return (
    <div role="group" aria-label={props.label} className={styles.wrap}>
      {props.options.map(([value, word, tip]) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          title={tip}
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}

/** One of the two lists, by village or by cluster, with what its numbers mean. */
function GapLists(
  props: GapPanelProps & { readonly gap: GapView; readonly isClustered: boolean },
): ReactNode {
  const { index, gap, isClustered, selectedCode, onSelect, onZoomTo, onClusters } = props;
  const [kind, setKind] = useState<GapKind>('notCovered');
  useEffect(() => {
    onClusters(isClustered ? kind : null);
    return () => onClusters(null);
  }, [onClusters, isClustered, kind]);
  const list = gap[kind];
  const clusters = props.clusters?.kind === kind ? props.clusters.rows : null;
  const shared = { index, kind, selectedCode, onSelect, onZoomTo };
  return (
    <>
      <Choice
        label="缺口类别"
        value={kind}
        options={KINDS.map(([value, word, tip]) => [
          value,
          `${word} ${formatInteger(gap[value].count)} 村`,
          tip,
        ])}
        onChange={setKind}
      />
      <p className={styles.note}>
        <span className={styles.flag}>估算·均摊</span>{' '}
        {isClustered && clusters !== null && `${formatInteger(clusters.count)} 片，`}
        {listText(list)}。
      </p>
      {list.count === 0 ? (
        <EmptyState title="这一类没有村" hint="换一类，或把服务距离改小再看。" />
      ) : !isClustered ? (
        <GapVillages {...shared} villages={list} />
      ) : clusters === null ? (
        <p className={styles.note}>{props.isCancelled ? '片区没有算完。' : '正在归并片区…'}</p>
      ) : (
        <GapClusterList {...shared} clusters={clusters} />
      )}
      {isClustered && (
        <p className={styles.note}>
          片区：同一最近项目的村，都在核心村 {formatDistance(gap.clusterRadiusMetres)}
          之内，支线修到核心村即可一起覆盖。
        </p>
      )}
      <p className={styles.note}>{props.estimateBasis}</p>
    </>
  );
}

/** How far a long calculation is, and what there is when it was ended. */
function Run(
  props: Pick<GapPanelProps, 'run' | 'isCancelled' | 'isBehind' | 'onCancel'>,
): ReactNode {
  const { run } = props;
  if (run !== null) {
    return <RunLine {...run} text="正在计算缺口" label="缺口计算进度" onCancel={props.onCancel} />;
  }
  if (props.isCancelled) {
    return (
      <p role="status" className={styles.note}>
        已取消；改动距离或项目，即重新计算。
      </p>
    );
  }
  if (props.isBehind !== true) return null;
  return (
    <p role="status" className={styles.note}>
      更新中…
    </p>
  );
}

/** 缺口: who is left out, what would reach them, and where a little more reach pays. */
export function GapPanel(props: GapPanelProps): ReactNode {
  const { gap, curve, distanceMetres } = props;
  const [view, setView] = useState<GapViewName>(props.initialView ?? 'villages');
  if (gap === null) {
    return (
      <div className={styles.root}>
        <Run {...props} />
        <EmptyState
          title="还没有缺口可看"
          hint="在“覆盖分析”里选一个有线位或地点的项目，这里列出没有覆盖的村。"
        />
      </div>
    );
  }
  return (
    <div className={styles.root} aria-busy={props.isBehind === true}>
      <Run {...props} />
      {curve !== null && <p className={styles.headline}>{gainHeadline(curve, distanceMetres)}</p>}
      <Choice label="缺口的看法" value={view} options={VIEWS} onChange={setView} />
      {view !== 'curve' ? (
        <GapLists {...props} gap={gap} isClustered={view === 'clusters'} />
      ) : curve === null ? (
        <p role="status" className={styles.note}>
          正在计算边际曲线…
        </p>
      ) : (
        <CurvePart curve={curve} distanceMetres={distanceMetres} onDistance={props.onDistance} />
      )}
    </div>
  );
}
