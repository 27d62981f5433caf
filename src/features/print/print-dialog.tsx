import { Button, Modal } from 'antd';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { FileRunStatus } from '../../ui/file-run-status';
import { ProblemList } from '../../ui/problem-list';
import { PagePreview } from './page-preview';
import type { PrintDialogProps } from './print-dialog-props';
import { PrintForm } from './print-form';
import styles from './print.module.css';

/** 打印制图: one sheet or an atlas, shown as it will be printed. */
export function PrintDialog(props: PrintDialogProps): ReactNode {
  const { settings, run, svg } = props;
  const isRunning = run.kind === 'running';
  const isAtlas = settings.kind === 'atlas';
  const isBlocked = isRunning || svg === null || props.isMissing;
  return (
    <Modal
      open
      title="打印制图"
      width={1180}
      style={{ top: 24 }}
      onCancel={props.onClose}
      closable={{ 'aria-label': '关闭打印制图' }}
      footer={
        <div className={styles.footer}>
          <div className={styles.status}>
            <FileRunStatus run={run} label="制图进度" onCancel={props.onCancel} />
          </div>
          {!isAtlas && (
            <>
              <Button disabled={isBlocked} onClick={props.onMapPng}>
                地图 PNG
              </Button>
              <Button disabled={isBlocked} onClick={() => props.onLegend('png')}>
                图例 PNG
              </Button>
              <Button disabled={isBlocked} onClick={() => props.onLegend('svg')}>
                图例 SVG
              </Button>
            </>
          )}
          <Button
            type="primary"
            icon={<Printer size={14} aria-hidden />}
            disabled={isBlocked}
            onClick={props.onPdf}
          >
            {isAtlas ? '生成图册 PDF' : '生成 PDF'}
          </Button>
        </div>
      }
    >
      <div className={styles.root}>
        <div className={styles.side}>
          <PrintForm
            settings={settings}
            defaultTitle={props.defaultTitle}
            extents={props.extents}
            disabled={isRunning}
            onSettings={props.onSettings}
          />
          {props.publishing}
          <ul className={styles.facts}>
            {props.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
            {props.warnings.map((warning) => (
              <li key={warning} className={styles.warning}>
                {warning}
              </li>
            ))}
          </ul>
          {props.problems.length > 0 && <ProblemList problems={props.problems} />}
        </div>
        <PagePreview svg={svg} isBehind={props.isBehind} />
      </div>
    </Modal>
  );
}
