import { Button } from 'antd';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReportSection, ReportTable } from '../../report/report-model';
import { formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import type { AuditDialogProps, AuditFormat } from './audit-dialog-props';
import styles from './audit.module.css';

const FORMATS: readonly (readonly [AuditFormat, string])[] = [
  ['docx', '导出 Word'],
  ['xlsx', '导出 Excel'],
];
const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const;

/** Columns share the width as they do in the file. */
function PaperTable({ table }: { readonly table: ReportTable }): ReactNode {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table className={`${tables.table} ${styles.paperTable}`}>
      <caption className={styles.caption}>{table.title}</caption>
      <colgroup>
        {table.columns.map(({ key, width }) => (
          <col key={key} style={{ width: `${(100 * width) / whole}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(({ key, heading, type }) => (
            <th key={key} scope="col" {...(type === 'number' && { className: tables.number })}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>
            {table.columns.map(({ key, type }) => {
              const value = row[key] ?? '';
              return (
                <td key={key} {...(type === 'number' && { className: tables.number })}>
                  {typeof value === 'number' ? formatInteger(value) : value}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {table.note !== '' && (
        <tfoot>
          <tr>
            <td colSpan={table.columns.length} className={styles.small}>
              {table.note}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Section({ section, at }: { readonly section: ReportSection; readonly at: number }) {
  return (
    <section>
      <h3 className={styles.title}>
        {NUMERALS[at]}、{section.heading}
      </h3>
      {section.blocks.map((block, place) => {
        if (block.kind === 'paragraph') return <p key={place}>{block.text}</p>;
        return block.kind === 'table' ? <PaperTable key={place} table={block.table} /> : null;
      })}
    </section>
  );
}

/** 体检报告 as it will stand in the file. */
export function ReportTab({ report, exporting, onExport }: AuditDialogProps): ReactNode {
  if (report === null) return null;
  return (
    <>
      <div className={styles.bar} role="group" aria-label="导出体检报告">
        {FORMATS.map(([format, word]) => (
          <Button
            key={format}
            size="small"
            loading={exporting === format}
            icon={<Download size={14} aria-hidden />}
            onClick={() => exporting === null && onExport(format)}
          >
            {word}
          </Button>
        ))}
      </div>
      <article className={styles.paper} tabIndex={0} aria-label="体检报告">
        <h2 className={styles.paperTitle}>{report.title}</h2>
        <p className={styles.paperDate}>{report.date}</p>
        {report.sections.map((section, at) => (
          <Section key={section.heading} section={section} at={at} />
        ))}
        <h3 className={styles.title}>数据来源与方法</h3>
        {report.method.map(({ label, value }) => (
          <p key={label}>
            <strong>{label}：</strong>
            {value}
          </p>
        ))}
        <p>
          <strong>数据包：</strong>
          {report.packVersion}
        </p>
        <ol>
          {report.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ol>
      </article>
    </>
  );
}
