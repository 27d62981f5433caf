import { Check, CircleHelp, type LucideIcon, Minus, MoveDown, MoveUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimVerdict } from '../../domain/claim';
import type { RuleResult } from '../../domain/rule';
import { CLAIM_VERDICT_WORDS } from '../../domain/wording';
import styles from './claims.module.css';

type Tone = 'good' | 'bad' | 'warning' | 'quiet';

const VERDICT_MARKS: Readonly<Record<ClaimVerdict, readonly [LucideIcon, Tone]>> = {
  consistent: [Check, 'good'],
  low: [MoveDown, 'warning'],
  high: [MoveUp, 'warning'],
  unverifiable: [CircleHelp, 'quiet'],
};

const RESULT_MARKS: Readonly<Record<RuleResult, readonly [LucideIcon, Tone]>> = {
  met: [Check, 'good'],
  broken: [X, 'bad'],
  'missing-data': [CircleHelp, 'quiet'],
  'not-applicable': [Minus, 'quiet'],
};

function WordMark(props: {
  readonly mark: readonly [LucideIcon, Tone];
  readonly word: string;
}): ReactNode {
  const [Icon, tone] = props.mark;
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {props.word}
    </span>
  );
}

/** 判定 by icon and word, so that it reads without colour. */
export function VerdictMark({ verdict }: { readonly verdict: ClaimVerdict }): ReactNode {
  return <WordMark mark={VERDICT_MARKS[verdict]} word={CLAIM_VERDICT_WORDS[verdict]} />;
}

export function ResultMark(props: {
  readonly result: RuleResult;
  readonly word: string;
}): ReactNode {
  return <WordMark mark={RESULT_MARKS[props.result]} word={props.word} />;
}
