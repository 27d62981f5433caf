import { Spin } from 'antd';
import type { ReactNode } from 'react';
import type { AuditFinding } from '../../domain/audit-finding';
import type { ImportChoices, UnmatchedRow } from '../../io/import-choices';
import { formatInteger } from '../../ui/format';
import { ProblemList } from '../../ui/problem-list';
import type { ImportPreviewView, RegionSketch } from './import-dialog-props';
import { effectText } from './import-view';
import { PositionSketch } from './position-sketch';
import styles from './import.module.css';
import { TableFindings } from './table-findings';
import { UnmatchedRows } from './unmatched-rows';

interface Props {
  readonly preview: ImportPreviewView | null;
  readonly toMatch: readonly UnmatchedRow[];
  /** What is counted: 行, of terrain 村. */
  readonly rowWord: string;
  /** Of the table; 0 for terrain, which is none. */
  readonly rowCount: number;
  readonly choices: ImportChoices;
  readonly region: RegionSketch;
  readonly findings: readonly AuditFinding[] | null;
  readonly isBusy: boolean;
  readonly onAudit: () => void;
  readonly onChoices: (choices: ImportChoices) => void;
}

function Counts(props: {
  readonly preview: ImportPreviewView;
  readonly rowWord: string;
}): ReactNode {
  const { preview, rowWord } = props;
  const cells: readonly (readonly [string, number, string])[] = [
    ['读到', preview.rowsRead, ''],
    ['正常', preview.rowsOk, 'good'],
    ['有提示', preview.rowsWarned, 'warned'],
    ['未采用', preview.rowsRefused, 'refused'],
  ];
  return (
    <dl className={styles.counts}>
      {cells.map(([word, count, kind]) => (
        <div key={word} data-kind={count > 0 ? kind : ''}>
          <dt>{word}</dt>
          <dd>
            {formatInteger(count)} <span>{rowWord}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What would come of it: counts, every doubtful row, and where the positions fall. */
export function ResultStep(props: Props): ReactNode {
  const { preview, toMatch, rowCount, choices, region, onChoices } = props;
  if (preview === null) {
    return (
      <div className={styles.waiting}>
        <Spin />
        <span>正在核对各行…</span>
      </div>
    );
  }
  const more = preview.problemCount - preview.problems.length;
  return (
    <div className={styles.resultStep}>
      <div className={styles.found}>
        <Counts preview={preview} rowWord={props.rowWord} />
        <p className={styles.effect}>{effectText(preview)}</p>
        {(toMatch.length > 0 || choices.addsUnknown) && (
          <UnmatchedRows
            rows={toMatch}
            unmatchedCount={preview.unmatchedCount}
            addableCount={preview.addableCount}
            choices={choices}
            onChoices={(chosen) => onChoices({ ...choices, ...chosen })}
          />
        )}
        {rowCount > 0 && (
          <TableFindings
            findings={props.findings}
            rowCount={rowCount}
            isBusy={props.isBusy}
            listedRows={new Set(toMatch.map(({ row }) => row))}
            onAudit={props.onAudit}
          />
        )}
        <ProblemList problems={preview.problems} />
        {more > 0 && <p className={styles.hint}>另有 {formatInteger(more)} 处未逐一列出。</p>}
      </div>
      <PositionSketch region={region} positions={preview.positions} />
    </div>
  );
}
