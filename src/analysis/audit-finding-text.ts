// A finding's parts that every check writes alike: its id, and sums as one would write them by hand.
import type { AuditFinding, AuditKind, AuditPlace } from '../domain/audit-finding';
import { figureText } from './audit-number';

/** Places by their codes, not by words that may be edited. */
export function placeKey({ table, text, layer, row, column, code }: AuditPlace): string {
  return [table ?? text ?? layer ?? '', row ?? '', column ?? '', code ?? '']
    .join('/')
    .replace(/\/+$/, '');
}

export type FindingDraft = Omit<AuditFinding, 'id'> & {
  /** Set where kind and place do not tell two findings apart. */
  readonly mark?: string;
};

export function finding({ mark, ...draft }: FindingDraft): AuditFinding {
  const key = placeKey(draft.where);
  return { id: [draft.kind, key, ...(mark === undefined ? [] : [mark])].join(':'), ...draft };
}

const SHOWN_TERMS = 14;

/** “1+2+3” */
export function sumText(values: readonly number[]): string {
  const shown = values.length > SHOWN_TERMS ? values.slice(0, SHOWN_TERMS - 1) : values;
  const words = shown.map(figureText).join('＋');
  return shown.length === values.length ? words : `${words}＋…（共${values.length}项）`;
}

export function differenceText(difference: number, unit: string): string {
  const word = difference > 0 ? '多' : '少';
  return `${word}${figureText(Math.abs(difference))}${unit}`;
}

/** 严重程度 order for lists. */
export const SEVERITY_ORDER = { error: 0, warning: 1, note: 2 } as const;

export const MEND_TEXT = '请起草单位核对原始资料，改正有误的一处，并统一全文。';

export type { AuditKind };
