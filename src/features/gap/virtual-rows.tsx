import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { positionAfterKey } from '../../ui/grid-keys';
import styles from './gap.module.css';

/** What a reader hears of one row beside its text. */
export interface RowSemantics {
  readonly level?: number;
  readonly expanded?: boolean;
  readonly place: number;
  readonly of: number;
  readonly title?: string;
}

/** Rows by their place, made when they are shown: there may be hundreds of thousands. */
export interface RowSource<Item> {
  readonly count: number;
  readonly at: (place: number) => Item;
  readonly heightAt: (place: number) => number;
  /** −1 for a key that no row has. */
  readonly placeOf: (key: string) => number;
}

export interface VirtualRowsProps<Item> {
  /** listbox: plain rows. tree: rows that open. */
  readonly role: 'listbox' | 'tree';
  readonly label: string;
  readonly rows: RowSource<Item>;
  readonly keyOf: (item: Item) => string;
  readonly semanticsOf: (item: Item, at: number) => RowSemantics;
  /** Key of the active row; null = none. */
  readonly activeKey: string | null;
  readonly onActive: (item: Item) => void;
  /** Click: the row is active and acted on; keys only make it active. */
  readonly onClick: (item: Item) => void;
  /** Enter or double click. */
  readonly onEnter: (item: Item) => void;
  /** Arrow right and left, in a tree. */
  readonly onExpand?: (item: Item, open: boolean) => void;
  readonly children: (item: Item) => ReactNode;
}

/** Rows of two known heights, virtual, one tab stop, the active row named to readers. */
export function VirtualRows<Item>(props: VirtualRowsProps<Item>): ReactNode {
  const { role, rows, keyOf, activeKey, onExpand } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => box.current,
    estimateSize: rows.heightAt,
    // Heights are laid out anew when this is another function: with other rows.
    getItemKey: useCallback((at: number) => (rows.count === 0 ? -1 : at), [rows]),
    overscan: 6,
    initialRect: { width: 328, height: 360 },
  });
  const active = activeKey === null ? -1 : rows.placeOf(activeKey);

  // A selection made on the map must be seen here; opening a cluster must not move what one reads.
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    if (activeKey === scrolledTo.current) return;
    scrolledTo.current = activeKey;
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [activeKey, active, virtual]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const current = active < 0 ? undefined : rows.at(active);
    if (current !== undefined && event.key === 'Enter') {
      event.preventDefault();
      props.onEnter(current);
      return;
    }
    if (current !== undefined && onExpand && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault();
      onExpand(current, event.key === 'ArrowRight');
      return;
    }
    const tallest = rows.heightAt(Math.max(active, 0));
    const page = Math.floor((box.current?.clientHeight ?? 0) / tallest) - 1;
    const to = positionAfterKey(event.key, active, rows.count, page);
    if (to === null) return;
    event.preventDefault();
    props.onActive(rows.at(to));
  }

  const isTree = role === 'tree';
  return (
    <div
      ref={box}
      role={role}
      aria-label={props.label}
      tabIndex={0}
      {...(active >= 0 && { 'aria-activedescendant': `${id}${activeKey}` })}
      className={styles.rows}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => {
          const item = rows.at(row.index);
          const { level, expanded, place, of, title } = props.semanticsOf(item, row.index);
          return (
            <div
              key={row.key}
              id={`${id}${keyOf(item)}`}
              role={isTree ? 'treeitem' : 'option'}
              aria-selected={row.index === active}
              aria-posinset={place}
              aria-setsize={of}
              {...(level !== undefined && { 'aria-level': level })}
              {...(expanded !== undefined && { 'aria-expanded': expanded })}
              {...(title !== undefined && { title })}
              className={styles.row}
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
              onClick={() => props.onClick(item)}
              onDoubleClick={() => props.onEnter(item)}
            >
              {props.children(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
