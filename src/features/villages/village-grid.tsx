import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { CoverageStateCode } from '../../analysis/coverage-result';
import { StrengthSymbol } from '../../ui/state-symbol';
import { positionAfterKey } from '../../ui/grid-keys';
import { cellText, gridWidths, rowState, type ColumnLook } from './village-columns';
import type { VillageColumn, VillageSort, VillageTableData } from './villages-table';
import styles from './villages-table.module.css';

const ROW_HEIGHT = 28;

export interface VillageGridProps {
  readonly data: VillageTableData;
  readonly columns: readonly ColumnLook[];
  /** Pack row numbers in the order shown. */
  readonly rows: Int32Array;
  readonly sort: VillageSort | null;
  readonly selectedCode: string | null;
  readonly onSort: (column: VillageColumn) => void;
  readonly onSelect: (code: string) => void;
  readonly onZoomTo: (code: string) => void;
}

function rowId(code: string): string {
  return `village-row-${code}`;
}

const Heading = memo(function Heading(props: {
  readonly column: ColumnLook;
  readonly position: number;
  readonly sort: VillageSort | null;
  readonly onSort: (column: VillageColumn) => void;
}): ReactNode {
  const { column, sort } = props;
  const isSorted = sort?.column === column.id;
  const direction = sort?.descending === true ? 'descending' : 'ascending';
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={props.position + 1}
      aria-sort={isSorted ? direction : 'none'}
    >
      <button
        type="button"
        title={column.tip}
        className={`${styles.heading} ${column.isNumber ? styles.number : ''}`}
        onClick={() => props.onSort(column.id)}
      >
        {column.heading}
        {isSorted && <Arrow size={12} aria-hidden />}
      </button>
    </div>
  );
});

/** Plain values: of an answer's row only the cells that changed are drawn anew. */
const Cell = memo(function Cell(props: {
  readonly position: number;
  readonly text: string;
  readonly isNumber: boolean;
  /** The state's code in the state's own column. */
  readonly strength: CoverageStateCode | null;
}): ReactNode {
  return (
    <div
      role="gridcell"
      aria-colindex={props.position + 1}
      className={`${styles.cell} ${props.isNumber ? styles.number : ''}`}
    >
      {props.strength !== null && <StrengthSymbol strength={props.strength} size={14} />}
      <span className={styles.text}>{props.text}</span>
    </div>
  );
});

const Row = memo(function Row(props: {
  readonly data: VillageTableData;
  readonly columns: readonly ColumnLook[];
  readonly tracks: string;
  readonly row: number;
  readonly position: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly onSelect: (code: string) => void;
  readonly onZoomTo: (code: string) => void;
}): ReactNode {
  const { data, row } = props;
  const code = data.facts.codes[row] ?? '';
  return (
    <div
      role="row"
      id={rowId(code)}
      aria-rowindex={props.position + 2}
      aria-selected={props.isSelected}
      className={`${styles.line} ${styles.row}`}
      style={{
        gridTemplateColumns: props.tracks,
        height: ROW_HEIGHT,
        transform: `translateY(${props.top}px)`,
      }}
      onClick={() => props.onSelect(code)}
      onDoubleClick={() => props.onZoomTo(code)}
    >
      {props.columns.map((column, i) => (
        <Cell
          key={column.id}
          position={i}
          text={cellText(data, row, column.id)}
          isNumber={column.isNumber}
          strength={column.id === 'state' ? rowState(data, row) : null}
        />
      ))}
    </div>
  );
});

/** The rows themselves: virtual, one tab stop, the active row is the selected one. */
export function VillageGrid(props: VillageGridProps): ReactNode {
  const { data, columns, rows, selectedCode, onSelect, onZoomTo } = props;
  const grid = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    initialRect: { width: 800, height: 240 },
  });
  const { tracks, minPixels } = useMemo(() => gridWidths(columns), [columns]);
  const active = useMemo(
    () =>
      selectedCode === null ? -1 : rows.findIndex((r) => data.facts.codes[r] === selectedCode),
    [rows, data.facts.codes, selectedCode],
  );

  // A selection made on the map must be seen here; a new sort or filter must not move what one reads.
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    if (selectedCode === scrolledTo.current) return;
    scrolledTo.current = selectedCode;
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [selectedCode, active, virtual]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && active >= 0 && selectedCode !== null) {
      event.preventDefault();
      onZoomTo(selectedCode);
      return;
    }
    const pageRows = Math.floor((grid.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1;
    const to = positionAfterKey(event.key, active, rows.length, pageRows);
    if (to === null) return;
    event.preventDefault();
    const code = data.facts.codes[rows[to] ?? -1];
    if (code !== undefined) onSelect(code);
  }

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="村表"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      {...(active >= 0 && selectedCode !== null
        ? { 'aria-activedescendant': rowId(selectedCode) }
        : {})}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head} style={{ minWidth: minPixels }}>
        <div
          role="row"
          aria-rowindex={1}
          className={styles.line}
          style={{ gridTemplateColumns: tracks }}
        >
          {columns.map((column, i) => (
            <Heading
              key={column.id}
              column={column}
              position={i}
              sort={props.sort}
              onSort={props.onSort}
            />
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtual.getTotalSize(), minWidth: minPixels }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index] ?? 0;
          return (
            <Row
              key={data.facts.codes[row]}
              data={data}
              columns={columns}
              tracks={tracks}
              row={row}
              position={item.index}
              top={item.start}
              isSelected={item.index === active}
              onSelect={onSelect}
              onZoomTo={onZoomTo}
            />
          );
        })}
      </div>
    </div>
  );
}
