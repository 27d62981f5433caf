import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { AUDIT_KIND_WORDS, AUDIT_SEVERITY_WORDS } from '../../analysis/audit-words';
import type { AuditFinding } from '../../domain/audit-finding';
import { formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import styles from './import.module.css';
import { showUnmatchedRow } from './unmatched-rows';

const FINDINGS_A_TIME = 40;

interface Props {
  /** null before the table was audited. */
  readonly findings: readonly AuditFinding[] | null;
  readonly rowCount: number;
  readonly isBusy: boolean;
  /** Rows that are listed above to be matched. */
  readonly listedRows: ReadonlySet<number>;
  readonly onAudit: () => void;
}

/** The row's number, as the way to it where it stands in the list above. */
function RowNumber(props: { readonly row: number | undefined; readonly isListed: boolean }) {
  const { row, isListed } = props;
  if (row === undefined) return '整列';
  if (!isListed) return row;
  return (
    <button
      type="button"
      className={tables.link}
      title="到上表的这一行"
      onClick={() => showUnmatchedRow(row)}
    >
      {row}
    </button>
  );
}

function FindingRow(props: { readonly finding: AuditFinding; readonly isListed: boolean }) {
  const { severity, kind, where, text, arithmetic, cause, mend } = props.finding;
  return (
    <tr>
      <td className={tables.number}>
        <RowNumber row={where.row} isListed={props.isListed} />
      </td>
      <td>{where.column}</td>
      <td className={styles.kind}>
        <strong>{AUDIT_SEVERITY_WORDS[severity]}</strong>
        <br />
        {AUDIT_KIND_WORDS[kind]}
      </td>
      <td>
        {text}
        {arithmetic !== '' && <p className={styles.hint}>算式：{arithmetic}</p>}
        {cause !== '' && <p className={styles.hint}>可能：{cause}</p>}
        <p className={styles.hint}>办法：{mend}</p>
      </td>
    </tr>
  );
}

/** What the table's own figures contradict: told before the import, which they never stop. */
export function TableFindings(props: Props): ReactNode {
  const { findings, rowCount, isBusy, listedRows, onAudit } = props;
  const [most, setMost] = useState(FINDINGS_A_TIME);
  if (findings === null) {
    if (isBusy) return null;
    return (
      <div>
        <Button size="small" onClick={onAudit}>
          体检本表（{formatInteger(rowCount)} 行）
        </Button>
      </div>
    );
  }
  if (findings.length === 0) return <p className={styles.hint}>数据体检：本表没有矛盾。</p>;
  const rest = findings.length - most;
  return (
    <section aria-label="本表体检">
      <h3 className={styles.subtitle}>数据体检：本表 {formatInteger(findings.length)} 处待核对</h3>
      <p className={styles.hint}>不影响导入：数字照原表导入，改正请改原表后重新导入。</p>
      <div className={styles.findings} tabIndex={0} role="region" aria-label="本表体检的表">
        <table className={`${tables.table} ${tables.sticky}`}>
          <thead>
            <tr>
              <th scope="col" className={tables.number}>
                行
              </th>
              <th scope="col">列</th>
              <th scope="col">类别</th>
              <th scope="col">问题</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, most).map((finding) => (
              <FindingRow
                key={finding.id}
                finding={finding}
                isListed={finding.where.row !== undefined && listedRows.has(finding.where.row)}
              />
            ))}
          </tbody>
        </table>
        {rest > 0 && (
          <Button size="small" onClick={() => setMost(most + FINDINGS_A_TIME)}>
            再列 {Math.min(rest, FINDINGS_A_TIME)} 处（还有 {formatInteger(rest)} 处）
          </Button>
        )}
      </div>
    </section>
  );
}
