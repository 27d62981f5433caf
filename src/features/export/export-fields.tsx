import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ExportColumn } from '../../io/export-table';
import { KIND_WORDS } from './export-view';
import styles from './export.module.css';

/** Which columns are written; none at all is no table. */
export function ExportFields(props: {
  readonly columns: readonly ExportColumn[];
  readonly left: ReadonlySet<number>;
  readonly disabled: boolean;
  readonly onLeft: (left: ReadonlySet<number>) => void;
}): ReactNode {
  const { columns, left } = props;
  const toggle = (at: number): void => {
    const next = new Set(left);
    if (!next.delete(at)) next.add(at);
    props.onLeft(next);
  };
  const all = columns.length - left.size;
  return (
    <fieldset className={styles.fields} disabled={props.disabled}>
      <legend className={styles.name}>
        <Checkbox
          checked={left.size === 0}
          indeterminate={left.size > 0 && all > 0}
          disabled={props.disabled}
          onChange={() => props.onLeft(left.size === 0 ? new Set(columns.keys()) : new Set())}
        >
          字段 {all}/{columns.length}
        </Checkbox>
      </legend>
      <ul className={styles.fieldList}>
        {columns.map(({ heading, kind }, at) => (
          // Printed headings may repeat, so the place is the only key.
          <li key={at}>
            <Checkbox checked={!left.has(at)} disabled={props.disabled} onChange={() => toggle(at)}>
              {heading}
            </Checkbox>
            <span className={styles.kind}>{KIND_WORDS[kind]}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
