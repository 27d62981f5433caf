import { Button } from 'antd';
import { Copy, Crosshair, Minus, Move, Plus } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { villageEstimateAt } from '../../analysis/poverty-estimate';
import { EmptyState } from '../../ui/empty-state';
import { describe } from './describe';
import { InspectRowItem } from './inspect-row';
import type { InspectorProps } from './inspector-props';
import styles from './inspector.module.css';

function Actions(props: InspectorProps & { readonly code: string | null }): ReactNode {
  const { inspected, code, index } = props;
  if (inspected === null) return null;
  const project = inspected.kind === 'project' ? index.projectById.get(inspected.id) : undefined;
  const isChosen = project !== undefined && props.chosenIds.includes(project.id);
  const hasPlace = project?.geometry != null;
  return (
    <div className={styles.actions}>
      {project && (
        <Button
          size="small"
          type={isChosen ? 'default' : 'primary'}
          disabled={!hasPlace}
          title={hasPlace ? '' : '没有公布线位和地点，不能计算距离；可绘制或导入线位'}
          icon={isChosen ? <Minus size={14} aria-hidden /> : <Plus size={14} aria-hidden />}
          onClick={() =>
            isChosen ? props.onRemoveFromCoverage(project.id) : props.onAddToCoverage(project.id)
          }
        >
          {isChosen ? '移出覆盖分析' : '加入覆盖分析'}
        </Button>
      )}
      <Button
        size="small"
        icon={<Crosshair size={14} aria-hidden />}
        onClick={() => props.onZoomTo(inspected)}
      >
        缩放至
      </Button>
      {project && hasPlace && (
        <Button
          size="small"
          icon={<Move size={14} aria-hidden />}
          title="在图上拖动节点或整体移动（M）"
          onClick={() => props.onAdjust(project.id)}
        >
          调整位置
        </Button>
      )}
      {code !== null && (
        <Button
          size="small"
          icon={<Copy size={14} aria-hidden />}
          onClick={() => props.onCopy(code)}
        >
          复制代码
        </Button>
      )}
    </div>
  );
}

/** 详情: everything known of the selected thing, each value with its resolution, accuracy and source. */
export function Inspector(props: InspectorProps): ReactNode {
  const { index, inspected, coverage, estimate, villageReach, chosenIds } = props;
  const { ownFigures, imports } = props;
  const view = useMemo(
    () =>
      inspected === null
        ? null
        : describe(
            {
              index,
              coverage,
              estimateAt: (place) => villageEstimateAt(estimate, place),
              villageReach,
              ownFigures,
              imports,
              chosenIds,
            },
            inspected,
          ),
    [index, inspected, coverage, estimate, villageReach, ownFigures, imports, chosenIds],
  );
  if (inspected === null) {
    return (
      <EmptyState
        title="还没有选中对象"
        hint="在地图或村表中点选一个村、乡镇、县或项目，这里显示详情。"
      />
    );
  }
  if (view === null) {
    return (
      <p className={styles.empty} role="alert">
        当前数据包中没有这个对象。请重新在地图上点选。
      </p>
    );
  }
  return (
    <article className={styles.root} aria-label={`${view.kindWord} ${view.title}`}>
      <header>
        <p className={styles.kind}>
          {view.kindWord}
          {view.code !== null && ` · ${view.code}`}
        </p>
        <h2 className={styles.title}>{view.title}</h2>
        {view.badges.length > 0 && (
          <div className={styles.badges}>
            {view.badges.map((badge) => (
              <span key={badge} className={styles.badge}>
                {badge}
              </span>
            ))}
          </div>
        )}
      </header>
      <Actions {...props} code={view.code} />
      {view.sections.map((section) => (
        <section key={section.title} className={styles.section}>
          <h3 className={styles.heading}>{section.title}</h3>
          <dl className={styles.rows}>
            {section.rows.map((row, i) => (
              // Labels may repeat (two 受益地点), so the place is the key.
              <InspectRowItem key={i} row={row} pack={index.pack} on={props} />
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}
