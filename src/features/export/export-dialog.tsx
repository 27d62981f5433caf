import { Button, Modal } from 'antd';
import { Download } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { ExportFormat } from '../../io/export-format';
import type { ExportDialogProps } from './export-dialog-props';
import { ExportFields } from './export-fields';
import { CrsChoice, FormatChoice, SubjectChoice } from './export-options';
import { ExportPreview } from './export-preview';
import { ExportStatus } from './export-status';
import { heldCrs, heldFormat } from './export-view';
import { publicRefusal, publicTable } from './public-table';
import styles from './export.module.css';

const NONE: ReadonlySet<number> = new Set();

/** 导出: any layer, table or result, in a format, a coordinate system and fields of choice. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const { bbox, state, rule } = props;
  const refusal = rule && props.table ? publicRefusal(props.table) : null;
  const table = useMemo(() => {
    if (!rule || !props.table) return props.table;
    return publicRefusal(props.table) === null ? publicTable(props.table, rule) : null;
  }, [props.table, rule]);
  const [wantedFormat, setWantedFormat] = useState<ExportFormat>('xlsx');
  const [wantedCrs, setWantedCrs] = useState('wgs84');
  /** Fields left out, of which subject and audience: its public version has other columns. */
  const leftOf = `${props.subjectId} ${rule ? 'public' : 'internal'}`;
  const [left, setLeft] = useState<{ readonly of: string; readonly fields: ReadonlySet<number> }>({
    of: '',
    fields: NONE,
  });
  const format = heldFormat(wantedFormat, table);
  const crs = heldCrs(wantedCrs, format, bbox);
  const leftFields = left.of === leftOf ? left.fields : NONE;
  const fields = (table?.columns ?? []).flatMap((_, at) => (leftFields.has(at) ? [] : [at]));
  const isRunning = state.kind === 'running';
  const canExport =
    !props.isMissing && table !== null && table.rows.length > 0 && fields.length > 0;
  const close = (): void => {
    props.onCancel();
    props.onClose();
  };
  return (
    <Modal
      open
      title="导出"
      width={960}
      style={{ top: 24 }}
      onCancel={close}
      closable={{ 'aria-label': '关闭导出' }}
      footer={
        <div className={styles.footer}>
          <ExportStatus state={state} />
          {isRunning ? (
            <Button onClick={props.onCancel}>取消导出</Button>
          ) : (
            <Button onClick={close}>关闭</Button>
          )}
          <Button
            type="primary"
            icon={<Download size={14} aria-hidden />}
            loading={isRunning}
            disabled={!canExport}
            onClick={() => table && props.onExport(table, { format: format.id, crs, fields })}
          >
            导出 {format.title}
          </Button>
        </div>
      }
    >
      <div className={styles.root}>
        <div className={styles.options}>
          <SubjectChoice
            subjects={props.subjects}
            subjectId={props.subjectId}
            disabled={isRunning}
            onSubject={props.onSubject}
          />
          {props.publishing}
          <FormatChoice
            table={table}
            format={format}
            disabled={isRunning}
            onFormat={setWantedFormat}
          />
          <CrsChoice
            bbox={bbox}
            format={format}
            crs={crs}
            disabled={isRunning}
            onCrs={setWantedCrs}
          />
          <ExportFields
            columns={table?.columns ?? []}
            left={leftFields}
            disabled={isRunning}
            onLeft={(next) => setLeft({ of: leftOf, fields: next })}
          />
        </div>
        {table ? (
          <ExportPreview table={table} fields={fields} />
        ) : (
          <p className={styles.waiting} role="status">
            {refusal ?? props.tableProblem ?? '正在整理数据…'}
          </p>
        )}
      </div>
    </Modal>
  );
}
