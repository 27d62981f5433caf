import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { PLAN_OBJECT_KINDS } from '../../domain/plan-object';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import { EmptyState } from '../../ui/empty-state';
import { BulkBar } from './bulk-bar';
import { PlanFilters } from './plan-filters';
import { NO_PLAN_FILTER, isFiltered, matchesPlan, sortedRows } from './plan-list';
import type { PlanPanelProps } from './plan-panel-props';
import { PlanRowItem } from './plan-row-item';
import styles from './plan.module.css';
import { ScenarioBar } from './scenario-bar';
import { TotalsSection } from './totals-section';
import { UnassignedSection } from './unassigned-section';

const MOST_COUNTIES_NAMED = 2;

/** 规划: scenarios, and the objects of the open one. */
export function PlanPanel(props: PlanPanelProps): ReactNode {
  const { rows, counties, scenarios, openId } = props;
  const [filter, setFilter] = useState(NO_PLAN_FILTER);
  const [tickedIds, setTickedIds] = useState<ReadonlySet<string>>(new Set());
  const isLocked = scenarios.some(({ id, isLocked: locked }) => id === openId && locked);
  const shown = useMemo(
    () => sortedRows(rows.filter((row) => matchesPlan(row, filter))),
    [rows, filter],
  );
  const countyNames = new Map(counties.map(({ code, name }) => [code, name]));
  // What is filtered away is not changed unseen.
  const ticked = shown.filter(({ object }) => tickedIds.has(object.id));
  const tickedObjects = ticked.map(({ object }) => object);
  const ids = tickedObjects.map(({ id }) => id);
  const allTicked = ticked.length === shown.length && shown.length > 0;
  const tick = (id: string): void => {
    const next = new Set(tickedIds);
    if (!next.delete(id)) next.add(id);
    setTickedIds(next);
  };
  return (
    <div className={styles.root}>
      <ScenarioBar {...props} />
      <div className={styles.make} role="group" aria-label="新建规划对象">
        {PLAN_OBJECT_KINDS.map((kind) => (
          <Button
            key={kind}
            size="small"
            icon={<Plus size={14} aria-hidden />}
            disabled={isLocked}
            title={isLocked ? '情景已锁定' : `新建${PLAN_OBJECT_KIND_WORDS[kind]}`}
            onClick={() => props.onNew(kind)}
          >
            {PLAN_OBJECT_KIND_WORDS[kind]}
          </Button>
        ))}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="还没有规划对象"
          hint="点上面的按钮新建一个，在右侧“详情”里标绘或录入位置、填写字段，随时可以撤销。"
        />
      ) : (
        <>
          <PlanFilters rows={rows} counties={counties} filter={filter} onFilter={setFilter} />
          <p className={styles.summary} role="status">
            <label>
              <input
                type="checkbox"
                checked={allTicked}
                aria-label="勾选列出的全部对象"
                onChange={() =>
                  setTickedIds(new Set(allTicked ? [] : shown.map(({ object }) => object.id)))
                }
              />{' '}
              {isFiltered(filter) ? `${shown.length} / ${rows.length}` : rows.length} 个
            </label>
            {isFiltered(filter) && (
              <button
                type="button"
                className={styles.link}
                onClick={() => setFilter(NO_PLAN_FILTER)}
              >
                清除筛选
              </button>
            )}
            <button type="button" className={styles.link} onClick={props.onExport}>
              导出清单
            </button>
          </p>
          {ticked.length > 0 && (
            <BulkBar
              objects={tickedObjects}
              lists={props}
              isLocked={isLocked}
              onSetField={(spec, value) => props.onSetField(ids, spec, value)}
              onMerge={() => props.onMerge(ids)}
              onRemove={() => props.onRemoveObjects(ids)}
              onClear={() => setTickedIds(new Set())}
            />
          )}
          {shown.length === 0 ? (
            <EmptyState title="没有符合的规划对象" hint="放宽筛选条件，或清除筛选。" />
          ) : (
            <ul className={styles.list} aria-label="规划对象">
              {shown.map((row) => (
                <PlanRowItem
                  key={row.object.id}
                  row={row}
                  countyNames={row.countyCodes
                    .slice(0, MOST_COUNTIES_NAMED)
                    .map((code) => countyNames.get(code) ?? code)}
                  isTicked={tickedIds.has(row.object.id)}
                  isSelected={row.object.id === props.selectedId}
                  onTick={() => tick(row.object.id)}
                  onSelect={() => props.onSelect(row.object.id)}
                  onZoomTo={() => props.onZoomTo(row.object.id)}
                />
              ))}
            </ul>
          )}
          <TotalsSection
            rows={shown}
            counties={counties}
            relocations={props.relocations}
            onExport={props.onExportSums}
          />
        </>
      )}
      <UnassignedSection
        unassigned={props.unassigned}
        areaOf={props.villageArea}
        onShowVillage={props.onShowVillage}
        onExport={props.onExportUnassigned}
        listed={props.listed ?? null}
      />
    </div>
  );
}
