import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import tables from './table.module.css';

/** Which way a column is sorted; null = not by this one. */
export type SortDirection = 'ascending' | 'descending' | null;

/** A column heading that sorts. */
export function SortHeading(props: {
  readonly text: string;
  readonly direction: SortDirection;
  readonly isNumber?: boolean;
  readonly onSort: () => void;
}): ReactNode {
  const { direction } = props;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={direction ?? 'none'}
      {...(props.isNumber === true && { className: tables.number })}
    >
      <button type="button" className={tables.sort} onClick={props.onSort}>
        {props.text}
        {direction !== null && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  );
}
