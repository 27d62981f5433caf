import { useMemo, type ReactNode } from 'react';
import type { CoverageResult } from '../../analysis/coverage-result';
import type { CoverageSummary } from '../../analysis/coverage-summary';
import type { PackIndex } from '../../domain/pack-index';
import { formatInteger } from '../../ui/format';
import { BreakdownTable } from './breakdown-table';
import { headlineOf } from './coverage-view';
import { IdentityBar } from './identity-bar';
import { PovertyFigures } from './poverty-figures';
import { summaryView } from './summary-view';
import styles from './coverage-panel.module.css';

export type BreakdownTab = 'county' | 'township' | 'class';

const TABS: readonly (readonly [BreakdownTab, string, string])[] = [
  ['county', '县', '按县'],
  ['township', '乡镇', '按乡镇'],
  ['class', '类别', '按贫困县·非贫困县'],
];

export interface CoverageAnswerProps {
  readonly index: PackIndex;
  readonly result: CoverageResult;
  readonly summary: CoverageSummary;
  readonly estimateBasis: string;
  readonly tab: BreakdownTab;
  readonly onTab: (tab: BreakdownTab) => void;
  readonly onSelectArea: (code: string) => void;
}

function HeadlineFigure({ result }: Pick<CoverageAnswerProps, 'result'>): ReactNode {
  const headline = headlineOf(result.counts);
  return (
    <p className={styles.figure} role="status">
      覆盖 <span className={styles.big}>{formatInteger(headline.asDrawn)}</span> 村{' '}
      <span className={styles.range}>
        确定 {formatInteger(headline.atLeast)}，最多 {formatInteger(headline.atMost)}
      </span>
    </p>
  );
}

/** The answer: headline with range, identity, estimates, breakdown. */
export function CoverageAnswer(props: CoverageAnswerProps): ReactNode {
  const { index, summary, tab } = props;
  const view = useMemo(() => summaryView(index, summary), [index, summary]);
  const caption = TABS.find(([id]) => id === tab)?.[1] ?? '';
  return (
    <>
      <HeadlineFigure result={props.result} />
      <IdentityBar counts={props.result.counts} />
      <PovertyFigures poverty={view.poverty} basis={props.estimateBasis} />
      <div role="group" aria-label="分组统计" className={styles.wrap}>
        {TABS.map(([id, , word]) => (
          <button
            key={id}
            type="button"
            className={styles.choice}
            aria-pressed={id === tab}
            onClick={() => props.onTab(id)}
          >
            {word}
          </button>
        ))}
      </div>
      <BreakdownTable
        caption={caption}
        rows={view.rows[tab]}
        currentKey={null}
        onPick={tab === 'class' ? null : props.onSelectArea}
      />
    </>
  );
}
