// Every passage that the pack quotes word for word, for checks that read words.
import type { AuditInput } from './audit-input';

export interface Quotation {
  /** Statement, claim or target; `timeline-2018` for what a year of the timeline quotes. */
  readonly id: string;
  readonly chapter: string;
  readonly printed: string;
  readonly subject: string;
  /** Units that the figure speaks of; empty where it names none. */
  readonly areaCodes: readonly string[];
}

export function quotationsOf({
  statements,
  claims,
  targets,
  timeline,
}: AuditInput): readonly Quotation[] {
  return [
    ...statements.map((each) => ({ ...each, areaCodes: each.areaCodes ?? [] })),
    ...claims.map((each) => ({ ...each, areaCodes: [] })),
    ...targets.map((each) => ({ ...each, subject: each.name })),
    ...timeline.flatMap(({ year, targets: years }) =>
      years.map(({ text, chapter }) => ({
        id: `timeline-${year}`,
        chapter,
        printed: text,
        subject: '',
        areaCodes: [],
      })),
    ),
  ];
}
