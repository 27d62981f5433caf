import { Button } from 'antd';
import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { chinaDay } from '../../domain/china-day';
import type { AuditTreatment } from '../../domain/audit-finding';
import { AUDIT_WAY_WORDS } from '../../domain/wording';
import { EmptyState } from '../../ui/empty-state';
import tables from '../../ui/table.module.css';
import type { AuditDialogProps } from './audit-dialog-props';
import styles from './audit.module.css';

function effectText({ findings, isInForce }: AuditDialogProps, treatment: AuditTreatment): string {
  const isKnown = findings?.some(({ id }) => id === treatment.findingId) ?? true;
  if (!isKnown) return '此项已不再发现';
  if (treatment.way === 'accept') return '只作记录';
  return isInForce(treatment) ? '分析已照此读数' : '原表已变或此格不参与分析，只作记录';
}

/** 处理记录: what was decided, newest first; each can be taken back alone. */
export function LogTab(props: AuditDialogProps): ReactNode {
  const { treatments, isReadOnly, onUntreat } = props;
  if (treatments.size === 0) {
    return <EmptyState title="还没有处理过" hint="在“体检发现”中选一项，写明理由并选处理办法。" />;
  }
  const rows = [...treatments.values()].toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label="处理记录">
      <table className={`${tables.table} ${tables.sticky}`}>
        <thead>
          <tr>
            {['时间', '事项', '处理', '理由', '作用', ''].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((treatment) => (
            <tr key={treatment.findingId}>
              <td>{chinaDay(treatment.madeAt)}</td>
              <td>{treatment.text}</td>
              <td className={styles.nowrap}>{AUDIT_WAY_WORDS[treatment.way]}</td>
              <td>{treatment.note === '' ? '—' : treatment.note}</td>
              <td>{effectText(props, treatment)}</td>
              <td>
                <Button
                  size="small"
                  icon={<Undo2 size={14} />}
                  disabled={isReadOnly}
                  aria-label={`撤销处理：${treatment.text}`}
                  onClick={() => onUntreat(treatment)}
                >
                  撤销
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
