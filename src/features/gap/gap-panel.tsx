import { useState, type ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { formatDistance, formatInteger } from '../../ui/format';
import { CurvePart } from './curve-part';
import { GapClusterList } from './gap-clusters-list';
import type { GapPanelProps } from './gap-panel-props';
import { type GapKind, listText } from './gap-view';
import { GapVillages } from './gap-villages';
import styles from './gap.module.css';

type Grouping = 'villages' | 'clusters';

const KINDS: readonly (readonly [GapKind, string, string])[] = [
  ['notCovered', '未覆盖', '无论真实位置在哪里都够不到的村'],
  ['possible', '可能', '差额在位置精度之内的村，先要核实位置'],
];

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string, string])[];
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

/** 缺口: who is left out, what would reach them, and where a little more reach pays. */
export function GapPanel(props: GapPanelProps): ReactNode {
  const { index, gap, curve, selectedCode, onSelect, onZoomTo } = props;
  const [kind, setKind] = useState<GapKind>('notCovered');
  const [grouping, setGrouping] = useState<Grouping>('villages');
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
  const list = gap[kind];
  const shared = { index, kind, selectedCode, onSelect, onZoomTo };
  return (
    <div className={styles.root}>
      {curve !== null && (
        <CurvePart
          curve={curve}
          distanceMetres={props.distanceMetres}
          onDistance={props.onDistance}
        />
      )}
      <section className={styles.part} aria-label="缺口清单">
        <h3 className={styles.heading}>缺口清单</h3>
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
        <Choice
          label="按村或按片区"
          value={grouping}
          options={[
            ['villages', '按村', '逐村，估算贫困户多的在前'],
            [
              'clusters',
              `按片区 ${formatInteger(list.clusters.length)}`,
              '一次延伸能一起覆盖的村归为一片',
            ],
          ]}
          onChange={setGrouping}
        />
        <p className={styles.note}>
          {listText(list)}。<span className={styles.flag}>估算·均摊</span>
        </p>
        {list.villages.length === 0 ? (
          <EmptyState title="这一类没有村" hint="换一类，或把服务距离改小再看。" />
        ) : grouping === 'villages' ? (
          <GapVillages {...shared} villages={list.villages} />
        ) : (
          <GapClusterList {...shared} clusters={list.clusters} />
        )}
        {grouping === 'clusters' && (
          <p className={styles.note}>
            片区：同一最近项目的村，都在核心村 {formatDistance(gap.clusterRadiusMetres)}
            之内，支线修到核心村即可一起覆盖。
          </p>
        )}
        <p className={styles.note}>{props.estimateBasis}</p>
      </section>
    </div>
  );
}
