import { Button } from 'antd';
import type { Geometry } from 'geojson';
import { X } from 'lucide-react';
import { type ReactNode, useDeferredValue, useId, useMemo } from 'react';
import { DRAWN_ACCURACY_METRES } from '../../document/adjusted-alignment';
import { ALIGNMENT_WORDS } from '../../domain/wording';
import { type Vertex, verticesOf } from '../../geo/edit-vertices';
import { formatDistance, formatQuantity } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { NumberField } from '../../ui/number-field';
import type { AdjustPanelProps } from './adjust-panel-props';
import { crowdWords, geometryFacts, positionText, vertexNames } from './adjust-words';
import { MAX_ACCURACY_METRES } from './alignment-form';
import styles from './alignments.module.css';
import { VertexList } from './vertex-list';
import { rowOf } from './vertex-pages';

const KEYS: readonly (readonly [keys: string, action: string])[] = [
  ['拖动节点', '移动节点（重合的节点一起动）'],
  ['拖动或单击边上的小圆点', '增加节点'],
  ['右键节点，或 Delete', '删除节点'],
  ['拖动线、面；Shift 拖动节点', '整体移动'],
  ['Tab / Shift+Tab', '下一个 / 上一个节点（焦点在图上）'],
  ['方向键（Shift 加快）', '移动所选节点；未选节点时整体移动'],
  ['Esc', '拖动中：取消这次拖动；否则结束'],
];

/** Spoken when a vertex is taken up by keyboard, and quiet while it is dragged. */
function Selected(props: {
  readonly geometry: Geometry;
  readonly vertices: readonly Vertex[];
  readonly row: number;
  readonly isDragging: boolean;
}): ReactNode {
  const { geometry, vertices, row } = props;
  const vertex = vertices[row];
  const count = formatQuantity(vertices.length, '个节点');
  return (
    <p className={styles.status} aria-live={props.isDragging ? 'off' : 'polite'}>
      {vertex
        ? `已选第 ${row + 1} 个节点（共 ${count}）：${vertexNames(geometry, [vertex]).join()}，${positionText(vertex.position)}`
        : `共 ${count}，未选节点`}
    </p>
  );
}

function Accuracy({
  project,
  alignment,
  onAccuracy,
}: Pick<AdjustPanelProps, 'project' | 'alignment' | 'onAccuracy'>): ReactNode {
  const ofPack =
    project.alignmentAccuracyMetres === null
      ? ''
      : `规划原位（${ALIGNMENT_WORDS[project.alignment]}）的精度为 ${formatDistance(project.alignmentAccuracyMetres)}。`;
  if (alignment === null) {
    return (
      <p className={styles.hint}>
        {ofPack}拖动后按手工标绘计，精度默认 {formatDistance(DRAWN_ACCURACY_METRES)}
        ，届时可在这里改。
      </p>
    );
  }
  return (
    <>
      <div className={styles.accuracy}>
        <span>位置精度</span>
        <NumberField
          label="位置精度"
          unit="米"
          value={alignment.accuracyMetres}
          min={0}
          max={MAX_ACCURACY_METRES}
          step={50}
          width={140}
          onChange={onAccuracy}
        />
      </div>
      <p className={styles.hint}>真实位置离这里最远可能有多少米；不清楚时宁大勿小。{ofPack}</p>
    </>
  );
}

/** Adjusting the place of a project on the map: what it is now, its vertices as numbers, its accuracy, the way back. */
export function AdjustPanel(props: AdjustPanelProps): ReactNode {
  const { project, alignment, view } = props;
  const heading = useId();
  // Measures and list may lag behind the hand.
  const geometry = useDeferredValue(props.geometry);
  const facts = useMemo(() => geometryFacts(geometry), [geometry]);
  const vertices = useMemo(() => verticesOf(geometry), [geometry]);
  const row = rowOf(vertices, useDeferredValue(view?.selected ?? null));
  const crowd = view && crowdWords(view);
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading}>调整{project.name}的位置</h2>
        <IconButton icon={X} title="结束调整" onClick={props.onDone} />
      </header>
      <p className={alignment ? styles.own : styles.hint}>
        {alignment
          ? '现为您的方案，规划原数据不变。'
          : '现为规划原位。拖动后存为您的方案，规划原数据不变。'}
      </p>
      <p className={styles.status}>{facts}</p>
      <Selected
        geometry={geometry}
        vertices={vertices}
        row={row}
        isDragging={view?.isDragging ?? false}
      />
      {crowd !== null && <p className={styles.warning}>{crowd}</p>}
      <Accuracy {...props} />
      <footer className={styles.foot}>
        <Button danger disabled={alignment === null} onClick={props.onRestore}>
          {project.geometry ? '恢复原位' : '删除此位置'}
        </Button>
        <Button type="primary" onClick={props.onDone}>
          完成
        </Button>
      </footer>
      <details className={styles.keys}>
        <summary>操作方法</summary>
        <dl>
          {KEYS.map(([keys, action]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{action}</dd>
            </div>
          ))}
        </dl>
      </details>
      <VertexList {...props} geometry={geometry} vertices={vertices} selectedRow={row} />
    </section>
  );
}
