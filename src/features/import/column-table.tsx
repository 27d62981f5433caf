import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { ColumnChoice, ColumnRole, ColumnUnit, ImportChoices } from '../../io/import-choices';
import tables from '../../ui/table.module.css';
import type { ImportLayerView } from './import-dialog-props';
import { ROLE_CHOICES, UNIT_CHOICES, hasUnit, sampleTexts, withColumn } from './import-view';
import styles from './import.module.css';

interface Props {
  readonly layer: ImportLayerView;
  readonly choices: ImportChoices;
  readonly onColumns: (columns: readonly ColumnChoice[]) => void;
}

function headingWords({ skippedRows, headingRows }: ImportChoices): string {
  if (headingRows === 0) return '';
  const first = skippedRows + 1;
  const last = skippedRows + headingRows;
  return first === last ? `表头在第 ${first} 行` : `表头在第 ${first}、${last} 行，已合并`;
}

/** Every column with its first values, what it is taken for, and why. */
export function ColumnTable({ layer, choices, onColumns }: Props): ReactNode {
  const { columns, skippedRows, headingRows } = choices;
  const headingEnd = layer.headings === null ? skippedRows + headingRows : 0;
  return (
    <div className={styles.columns} tabIndex={0} role="region" aria-label="各列的含义">
      <table className={`${tables.table} ${tables.sticky}`}>
        <caption className={styles.caption}>
          {columns.length} 列{headingWords(choices) && `，${headingWords(choices)}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">列名</th>
            <th scope="col">前几个值</th>
            <th scope="col">含义</th>
            <th scope="col">单位</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, role, unit, evidence }, at) => (
            <tr key={at}>
              <th scope="row" className={styles.heading}>
                {heading}
              </th>
              <td className={styles.samples}>{sampleTexts(layer, at, headingEnd).join('、')}</td>
              <td>
                <Select<ColumnRole>
                  size="small"
                  aria-label={`「${heading}」列的含义`}
                  className={styles.role ?? ''}
                  value={role}
                  onChange={(next) => onColumns(withColumn(columns, at, { role: next }))}
                  options={[...ROLE_CHOICES]}
                />
              </td>
              <td>
                {hasUnit(role) && (
                  <Select<ColumnUnit>
                    size="small"
                    aria-label={`「${heading}」列的单位`}
                    className={styles.unit ?? ''}
                    value={unit}
                    onChange={(next) => onColumns(withColumn(columns, at, { unit: next }))}
                    options={[...UNIT_CHOICES]}
                  />
                )}
              </td>
              <td className={styles.hint}>{evidence === '' ? '您的选择' : evidence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
