import { useState, type ReactNode } from 'react';
import type { GapAnalysis } from '../../analysis/gap';
import { EmptyState } from '../../ui/empty-state';
import { formatDistance, formatInteger } from '../../ui/format';
import { CurvePart } from './curve-part';
import { gainHeadline } from './gains-view';
import { GapClusterList } from './gap-clusters-list';
import type { GapPanelProps, GapViewName } from './gap-panel-props';
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
  props: GapPanelProps & { readonly gap: GapAnalysis; readonly isClustered: boolean },
): ReactNode {
  const { index, gap, isClustered, selectedCode, onSelect, onZoomTo } = props;
  const [kind, setKind] = useState<GapKind>('notCovered');
  const list = gap[kind];
  const shared = { index, kind, selectedCode, onSelect, onZoomTo };
  return (
    <>
      <Choice
        label="缺口类别"
        value={kind}
        options={KINDS.map(([value, word, tip]) => [
          value,
          `${word} ${formatInteger(gap[value].villages.length)} 村`,
          tip,
        ])}
        onChange={setKind}
      />
      <p className={styles.note}>
        <span className={styles.flag}>估算·均摊</span>{' '}
        {isClustered && `${formatInteger(list.clusters.length)} 片，`}
        {listText(list)}。
      </p>
      {list.villages.length === 0 ? (
        <EmptyState title="这一类没有村" hint="换一类，或把服务距离改小再看。" />
      ) : isClustered ? (
        <GapClusterList {...shared} clusters={list.clusters} />
      ) : (
        <GapVillages {...shared} villages={list.villages} />
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

/** 缺口: who is left out, what would reach them, and where a little more reach pays. */
export function GapPanel(props: GapPanelProps): ReactNode {
  const { gap, curve, distanceMetres } = props;
  const [view, setView] = useState<GapViewName>(props.initialView ?? 'villages');
  if (gap === null) {
    return (
      <div className={styles.root}>
        <EmptyState
          title="还没有缺口可看"
          hint="在“覆盖分析”里选一个有线位或地点的项目，这里列出没有覆盖的村。"
        />
      </div>
    );
  }
  return (
    <div className={styles.root} aria-busy={props.isBehind === true}>
      {props.isBehind === true && (
        <p role="status" className={styles.note}>
          更新中…
        </p>
      )}
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
