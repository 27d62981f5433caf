import { Drawer } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { RegionPack } from '../../domain/region-pack';
import { POSITION_METHOD_WORDS } from '../../domain/wording';
import { formatDistance, formatInteger } from '../../ui/format';
import { PlanTableViewer } from './plan-table-viewer';
import { unmatchedRows } from './plan-table-view';
import { positionCounts } from './position-counts';
import type { SourcesDrawerProps, SourcesView } from './sources-drawer-props';
import styles from './sources.module.css';

function SourceList(props: {
  readonly pack: RegionPack;
  readonly markedId: string | null;
}): ReactNode {
  const marked = useRef<HTMLLIElement>(null);
  // Braces: scrollIntoView may return a promise, which is no clean-up.
  useEffect(() => {
    void marked.current?.scrollIntoView({ block: 'nearest' });
  }, [props.markedId]);
  return (
    <ul className={styles.list}>
      {props.pack.sources.map((source) => (
        <li
          key={source.id}
          ref={source.id === props.markedId ? marked : null}
          className={styles.item}
          data-marked={source.id === props.markedId}
          aria-current={source.id === props.markedId ? 'true' : undefined}
        >
          <p className={styles.title}>{source.title}</p>
          <p className={styles.small}>
            日期 {source.date === '' ? '未注明' : source.date} · 许可{' '}
            {source.licence === '' ? '未注明' : source.licence}
          </p>
          {source.citation !== '' && <p className={styles.cite}>{source.citation}</p>}
          {source.note !== '' && <p className={styles.small}>{source.note}</p>}
        </li>
      ))}
    </ul>
  );
}

function TableList(props: {
  readonly pack: RegionPack;
  readonly onView: (view: SourcesView) => void;
}): ReactNode {
  return (
    <ul className={styles.tables}>
      {props.pack.tables.map((table) => {
        const unmatched = unmatchedRows(table).length;
        return (
          <li key={table.id}>
            <button
              type="button"
              className={styles.link}
              onClick={() => props.onView({ kind: 'table', tableId: table.id, cell: null })}
            >
              {table.title}
            </button>
            <span className={styles.small}>
              {' '}
              {formatInteger(table.rows.length)} 行{unmatched > 0 && `，${unmatched} 行未对应`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Positions({ pack }: { readonly pack: RegionPack }): ReactNode {
  return (
    <ul className={styles.notes}>
      {positionCounts(pack.villages).map((count) => (
        <li key={count.method}>
          {POSITION_METHOD_WORDS[count.method]}：{formatInteger(count.villages)} 村，精度中位 ±
          {formatDistance(count.medianAccuracyMetres)}
        </li>
      ))}
    </ul>
  );
}

/** 数据来源与精度: where every number and line comes from, and how well places are known. */
export function SourcesDrawer({
  pack,
  open,
  view,
  onView,
  onClose,
}: SourcesDrawerProps): ReactNode {
  const table = view.kind === 'table' ? pack.tables.find((t) => t.id === view.tableId) : undefined;
  const documentTitle = pack.sources.find((s) => s.id === table?.documentId)?.title;
  return (
    <Drawer
      title="数据来源与精度"
      open={open}
      onClose={onClose}
      size={640}
      closable={{ 'aria-label': '关闭数据来源与精度' }}
    >
      {view.kind === 'table' ? (
        <>
          <button
            type="button"
            className={styles.link}
            onClick={() => onView({ kind: 'list', sourceId: null })}
          >
            ← 全部来源
          </button>
          {table === undefined ? (
            <p role="alert">数据包中没有表“{view.tableId}”。请返回全部来源另选一张。</p>
          ) : (
            <PlanTableViewer
              table={table}
              documentTitle={documentTitle ?? pack.planTitle}
              cell={view.cell}
            />
          )}
        </>
      ) : (
        <>
          <p className={styles.small}>
            {pack.name} · 数据包 {pack.id} {pack.version}（{pack.date}） · WGS84 经纬度 ·
            示意，不作划界依据
          </p>
          <h3 className={styles.heading}>村点位置精度</h3>
          <Positions pack={pack} />
          <h3 className={styles.heading}>规划附表（按原文照录）</h3>
          <TableList pack={pack} onView={onView} />
          <h3 className={styles.heading}>来源</h3>
          <SourceList pack={pack} markedId={view.sourceId} />
        </>
      )}
    </Drawer>
  );
}
