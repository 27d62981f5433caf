import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import { formatEstimate, formatInteger } from '../../ui/format';
import { visibleColumns } from './village-columns';
import { VillageGrid } from './village-grid';
import { VillageToolbar } from './village-toolbar';
import {
  matchingRows,
  nextSort,
  ownFlags,
  selectVillages,
  villageFacts,
  WHOLE_TABLE,
  type VillageAnswer,
  type VillageQuery,
  type VillageSums,
} from './villages-table';
import type { VillagesTableProps } from './villages-table-props';
import styles from './villages-table.module.css';

/** Of more villages than these a sorted table is drawn after the headline, in a pass that the next step may end. */
const MOST_SORTED_AT_ONCE = 10_000;

function Footer({
  sums,
  total,
  isBehind,
  hasOwn,
}: {
  readonly sums: VillageSums;
  readonly total: number;
  readonly isBehind: boolean;
  readonly hasOwn: boolean;
}): ReactNode {
  const { villages, households, persons, withoutFigure } = sums;
  const poor = households === 0 && persons > 0 ? '' : `贫困户 ${formatEstimate(households)} 户、`;
  const basis = hasOwn ? '本村数字与均摊估算合计' : '估算·均摊';
  const isKnown = withoutFigure < villages || villages === 0;
  const parts = [
    `显示 ${formatInteger(villages)} / ${formatInteger(total)} 村`,
    isKnown
      ? `合计${poor}贫困人口 ${formatEstimate(persons)} 人（${basis}）`
      : '贫困户、贫困人口无数据',
    ...(isKnown && withoutFigure > 0
      ? [`${formatInteger(withoutFigure)} 个单位无数据，未计入`]
      : []),
    ...(isBehind ? ['更新中…'] : []),
  ];
  return (
    <div className={styles.footer} role="status">
      {parts.join('；')}
    </div>
  );
}

/** 村表: every village unit with the answer on the map; sorting and filtering never leave this panel. */
export function VillagesTable(props: VillagesTableProps): ReactNode {
  const { index, coverage, targetNames, estimate, areaCode, nearestAny } = props;
  const [query, setQuery] = useState<VillageQuery>(WHOLE_TABLE);
  // The answer before an import is of other villages.
  const villageCount = index.pack.villages.length;
  const shownCoverage = coverage?.states.length === villageCount ? coverage : null;

  const facts = useMemo(() => villageFacts(index), [index]);
  const answer = useMemo<VillageAnswer | null>(
    () =>
      shownCoverage === null
        ? null
        : {
            states: shownCoverage.states,
            distances: shownCoverage.nearestDistanceMetres,
            nearest: shownCoverage.nearestTarget,
            targetNames,
          },
    [shownCoverage, targetNames],
  );
  const overlap = answer !== null && props.overlap?.length === villageCount ? props.overlap : null;
  const overlapClass = overlap === null ? null : props.overlapClass;
  const { villages } = index.pack;
  const own = useMemo(() => ownFlags(villages, props.ownFigures), [villages, props.ownFigures]);
  const newest = useMemo(
    () => ({ facts, answer, overlap, nearestAny, poverty: estimate, own }),
    [facts, answer, overlap, nearestAny, estimate, own],
  );
  const deferred = useDeferredValue(newest);
  const mayWait =
    query.sort !== null && villageCount > MOST_SORTED_AT_ONCE && deferred.facts === facts;
  const data = mayWait ? deferred : newest;
  const isBehind = shownCoverage !== coverage || props.isBehind === true || data !== newest;
  const { text, countyCode } = query;
  const matching = useMemo(
    () => matchingRows(facts, { text, countyCode, areaCode }),
    [facts, text, countyCode, areaCode],
  );
  const selection = useMemo(
    () => selectVillages(data, { ...query, areaCode, overlapClass }, matching),
    [data, query, areaCode, overlapClass, matching],
  );
  const columns = useMemo(() => visibleColumns(data), [data]);
  // The row that led here counted all villages: filters set before would hide some of them.
  useEffect(() => {
    if (overlapClass !== null) setQuery((old) => ({ ...WHOLE_TABLE, sort: old.sort }));
  }, [overlapClass]);
  const area =
    areaCode === null
      ? undefined
      : (index.countyByCode.get(areaCode) ?? index.townshipByCode.get(areaCode));

  return (
    <section className={styles.root} aria-label="村表" aria-busy={isBehind}>
      <VillageToolbar
        query={query}
        hasAnswer={answer !== null}
        stateCounts={selection.stateCounts}
        counties={index.pack.counties}
        areaName={area?.name ?? null}
        overlapClass={overlapClass}
        onQuery={(change) => setQuery((old) => ({ ...old, ...change }))}
        onClearArea={props.onClearArea}
        onClearOverlap={props.onClearOverlap}
      />
      <VillageGrid
        data={data}
        columns={columns}
        rows={selection.rows}
        sort={query.sort}
        selectedCode={props.selectedCode}
        onSort={(column) => setQuery((old) => ({ ...old, sort: nextSort(old.sort, column) }))}
        onSelect={props.onSelect}
        onZoomTo={props.onZoomTo}
      />
      {selection.rows.length === 0 && (
        <p className={styles.none}>没有符合条件的村。请清空筛选文字，或改选“全部”和“全部县”。</p>
      )}
      <Footer
        sums={selection.sums}
        total={facts.codes.length}
        isBehind={isBehind}
        hasOwn={own !== null}
      />
    </section>
  );
}
