import type { ReactNode } from 'react';
import type { RegionPack } from '../../domain/region-pack';
import type { CellReference } from '../../domain/source';
import type { InspectRow } from './inspect-view';
import type { Inspected } from './inspected';
import styles from './inspector.module.css';

export interface RowCallbacks {
  readonly onInspect: (thing: Inspected) => void;
  readonly onOpenCell: (cell: CellReference) => void;
  readonly onOpenSource: (sourceId: string) => void;
}

function LinkButton(props: {
  readonly text: string;
  readonly label?: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={styles.link}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      onClick={props.onClick}
    >
      {props.text}
    </button>
  );
}

function Links(props: {
  readonly row: InspectRow;
  readonly pack: RegionPack;
  readonly on: RowCallbacks;
}): ReactNode {
  const { row, pack, on } = props;
  if (row.links.length + row.cells.length + row.sourceIds.length === 0) return null;
  return (
    <dd className={`${styles.extra} ${styles.links}`}>
      {row.links.map((link) => (
        <LinkButton key={link.text} text={link.text} onClick={() => on.onInspect(link.to)} />
      ))}
      {row.cells.map((printed) => (
        <LinkButton
          key={printed.text}
          text={printed.text}
          label={`打开原表：${printed.text}`}
          onClick={() => on.onOpenCell(printed.cell)}
        />
      ))}
      {row.cells.length === 0 &&
        row.sourceIds.map((id) => {
          const title = pack.sources.find((source) => source.id === id)?.title ?? id;
          return (
            <LinkButton
              key={id}
              text={`来源：${title}`}
              label={`打开来源：${title}`}
              onClick={() => on.onOpenSource(id)}
            />
          );
        })}
    </dd>
  );
}

/** One labelled value with everything that says how far it can be trusted. */
export function InspectRowItem(props: {
  readonly row: InspectRow;
  readonly pack: RegionPack;
  readonly on: RowCallbacks;
}): ReactNode {
  const { row } = props;
  return (
    <div className={styles.row}>
      <dt className={styles.label}>
        {row.label}
        {row.inferred && <span className={styles.flag}>推定</span>}
      </dt>
      {row.value !== '' && (
        <dd className={styles.value}>
          {row.value}
          {row.resolution !== '' && <span className={styles.resolution}>{row.resolution}</span>}
        </dd>
      )}
      {row.note !== '' && <dd className={styles.extra}>{row.note}</dd>}
      <Links row={row} pack={props.pack} on={props.on} />
    </div>
  );
}
