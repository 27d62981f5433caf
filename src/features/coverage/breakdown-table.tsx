import { memo, useState, type ReactNode } from 'react';
import { formatEstimate, formatInteger, formatShare } from '../../ui/format';
import { type SortDirection, SortHeading } from '../../ui/sort-heading';
import tables from '../../ui/table.module.css';
import {
  coveredOf,
  coveredShare,
  nextBreakdownSort,
  sortBreakdown,
  type BreakdownColumn,
  type BreakdownRow,
  type BreakdownSort,
} from './breakdown';
import styles from './coverage-panel.module.css';

export interface BreakdownTableProps {
  readonly caption: string;
  readonly rows: readonly BreakdownRow[];
  /** Key of the row that is in focus on the map; null = none. */
  readonly currentKey: string | null;
  /** Off where rows carry no estimate at all. */
  readonly showHouseholds?: boolean;
  /** Null where a row is no area that could be selected. */
  readonly onPick: ((key: string) => void) | null;
}

const HEADINGS: readonly (readonly [BreakdownColumn, string])[] = [
  ['covered', '覆盖'],
  ['share', '占比'],
  ['uncovered', '未覆盖'],
  ['households', '贫困户≈'],
];

function directionOf(sort: BreakdownSort | null, column: BreakdownColumn): SortDirection {
  if (sort?.column !== column) return null;
  return sort.descending ? 'descending' : 'ascending';
}

/** Plain numbers, so that an answer a frame draws anew only the rows that it changes. */
const AreaRow = memo(function AreaRow(props: {
  readonly id: string;
  readonly name: string;
  readonly covered: number;
  readonly certain: number;
  readonly possible: number;
  readonly notCovered: number;
  readonly share: number;
  /** Null: not known; undefined: the column is not shown. */
  readonly households: number | null | undefined;
  readonly isCurrent: boolean;
  readonly onPick: BreakdownTableProps['onPick'];
}): ReactNode {
  const { id, name, covered, certain, possible, notCovered, share, households, onPick } = props;
  return (
    <tr {...(props.isCurrent && { 'aria-current': 'true' })}>
      <th scope="row">
        {onPick === null ? (
          name
        ) : (
          <button type="button" className={tables.link} onClick={() => onPick(id)}>
            {name}
          </button>
        )}
      </th>
      <td title={`确定 ${certain}，最多 ${covered + possible}`}>{formatInteger(covered)}</td>
      <td>{formatShare(share)}</td>
      <td>{formatInteger(notCovered)}</td>
      {households !== undefined && (
        <td>{households === null ? '无数据' : formatEstimate(households)}</td>
      )}
    </tr>
  );
});

/** A small sortable table of areas; one click on a name selects the area. */
export function BreakdownTable(props: BreakdownTableProps): ReactNode {
  const [sort, setSort] = useState<BreakdownSort | null>({
    column: 'covered',
    descending: true,
  });
  const onSort = (column: BreakdownColumn): void =>
    setSort((old) => nextBreakdownSort(old, column));
  const { onPick, showHouseholds = true } = props;
  const headings = showHouseholds
    ? HEADINGS
    : HEADINGS.filter(([column]) => column !== 'households');
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={props.caption}>
      <table className={`${tables.table} ${tables.numbers} ${tables.sticky} ${styles.areas}`}>
        <thead>
          <tr>
            <SortHeading
              text={props.caption}
              direction={directionOf(sort, 'name')}
              onSort={() => onSort('name')}
            />
            {headings.map(([column, text]) => (
              <SortHeading
                key={column}
                text={text}
                direction={directionOf(sort, column)}
                onSort={() => onSort(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortBreakdown(props.rows, sort).map(({ key, name, counts, households }) => (
            <AreaRow
              key={key}
              id={key}
              name={name}
              covered={coveredOf(counts)}
              certain={counts.certain}
              possible={counts.possible}
              notCovered={counts.notCovered}
              share={coveredShare(counts)}
              households={showHouseholds ? households : undefined}
              isCurrent={key === props.currentKey}
              onPick={onPick}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
