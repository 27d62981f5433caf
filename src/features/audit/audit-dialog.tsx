import { Modal, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { openFindings } from '../../domain/audit-finding';
import type { AuditDialogProps, AuditTab } from './audit-dialog-props';
import { FindingsTab } from './findings-tab';
import { LogTab } from './log-tab';
import { ReportTab } from './report-tab';
import styles from './audit.module.css';

const TAB_IDS: readonly AuditTab[] = ['findings', 'log', 'report', 'targets'];

function isTab(key: string): key is AuditTab {
  return TAB_IDS.some((id) => id === key);
}

/** What stands in place of a tab that needs findings, as long as there are none. */
function Waiting({ findings, problem }: AuditDialogProps): ReactNode {
  if (problem !== null) {
    return (
      <p role="alert" className={styles.problem}>
        {problem.text}
        {problem.mend}
      </p>
    );
  }
  return findings === null ? <p role="status">正在逐项核对表、正文数字、名单和图层…</p> : null;
}

/** The tabs without the window round them. */
export function AuditContent(props: AuditDialogProps): ReactNode {
  const { findings, treatments, isRunning } = props;
  const open = findings === null ? '' : ` ${openFindings(findings, treatments).length}`;
  return (
    <Tabs
      activeKey={props.tab}
      onChange={(key) => isTab(key) && props.onTab(key)}
      destroyOnHidden
      tabBarExtraContent={
        isRunning && findings !== null ? <span role="status">数据有变化，正在重新体检…</span> : null
      }
      items={[
        {
          key: 'findings',
          label: `体检发现${open}`,
          children: (
            <>
              <Waiting {...props} />
              <FindingsTab {...props} />
            </>
          ),
        },
        {
          key: 'log',
          label: `处理记录${treatments.size === 0 ? '' : ` ${treatments.size}`}`,
          children: <LogTab {...props} />,
        },
        {
          key: 'report',
          label: '体检报告',
          children: (
            <>
              <Waiting {...props} />
              <ReportTab {...props} />
            </>
          ),
        },
        { key: 'targets', label: '规划指标', children: props.targets },
      ]}
    />
  );
}

/** 数据体检: where the plan's own figures, names and shapes contradict each other, and what was decided about it. */
export function AuditDialog(props: AuditDialogProps): ReactNode {
  return (
    <Modal
      title={`数据体检 · ${props.names.pack.planTitle}`}
      open
      onCancel={props.onClose}
      footer={null}
      width="min(1560px, 96vw)"
      style={{ top: 24 }}
      closable={{ 'aria-label': '关闭数据体检' }}
    >
      <AuditContent {...props} />
    </Modal>
  );
}
