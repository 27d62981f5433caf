/** exact 169个 · atLeast 6000人以上 / 10000余人 · about 约3万 · atMost 不超过. */
export type StatedQualifier = 'exact' | 'atLeast' | 'about' | 'atMost';

/** 正文数字: a figure that the running text states, as data for the audit. It is never shown as a result of ours. */
export interface Statement {
  readonly id: string;
  /** Source id of the document. */
  readonly documentId: string;
  /** What the figure is about, as a short Chinese noun phrase: “全市建档立卡贫困人口”. */
  readonly subject: string;
  /** Codes of the units it speaks of; empty = the whole region, null = no unit (a project, a rate). */
  readonly areaCodes: readonly string[] | null;
  /** A table measure where it is the same thing, else its own camelCase word. */
  readonly measure: string;
  /** What restricts the figure; two statements are compared only where measure, units, year and scope are equal. */
  readonly scope: string;
  /** In `unit`, 万 and 亿 written out; null where the document leaves a blank. */
  readonly value: number | null;
  /** Upper end of a printed range; null otherwise. */
  readonly most: number | null;
  readonly qualifier: StatedQualifier;
  readonly unit: string;
  readonly year: number | null;
  readonly chapter: string;
  /** Word for word (blanks apart). */
  readonly printed: string;
}

/**
 * One operand of a relation, as text: `statement:<id>`, `claim:<id>`, `target:<id>` (its value), `target-base:<id>`,
 * `cell:<table>/<row>/<heading>` (row counts printed rows from 1, heading row apart), `column:<table>/<heading>` (sum of
 * the body rows), `list:<id>` (its length).
 */
export type FigureReference = string;

/** How the document itself ties figures together; `printed` is where it says so. */
export type RelationKind =
  /** The same thing stated twice. */
  | { readonly kind: 'equal'; readonly figures: readonly FigureReference[] }
  | {
      readonly kind: 'sum';
      readonly total: FigureReference;
      readonly parts: readonly FigureReference[];
    }
  /** ratio = numerator ÷ denominator, the ratio in its own unit (%, ‰, 元/人 …). */
  | {
      readonly kind: 'ratio';
      readonly ratio: FigureReference;
      readonly numerator: FigureReference;
      readonly denominator: FigureReference;
    }
  /** rate a year in % over `years` from `base` to `end`. */
  | {
      readonly kind: 'growth';
      readonly rate: FigureReference;
      readonly base: FigureReference;
      readonly end: FigureReference;
      readonly years: number;
    }
  /** `lesser` is a part, a subset or a later rest of `greater` and cannot exceed it. */
  | {
      readonly kind: 'atMost';
      readonly lesser: FigureReference;
      readonly greater: FigureReference;
    };

/** 数字关系. */
export type Relation = RelationKind & {
  readonly id: string;
  readonly chapter: string;
  readonly printed: string;
};

export interface NamedListMember {
  readonly printed: string;
  /** Code of the unit (6, 9 or 12 digits); null when none is matched or it is no unit. */
  readonly code: string | null;
  /** Code of the unit that the list puts it in; null when it names none. */
  readonly withinCode: string | null;
  readonly note: string;
}

/** 名单: what a document lists by name. */
export interface NamedList {
  readonly id: string;
  readonly title: string;
  readonly documentId: string;
  readonly chapter: string;
  readonly memberKind: 'county' | 'township' | 'village' | 'site' | 'project' | 'other';
  readonly year: number | null;
  /** Length that the document states for it, and where; null when it states none. */
  readonly stated: {
    readonly count: number;
    readonly chapter: string;
    readonly printed: string;
  } | null;
  /** Name of the yes/no fact that a village has by standing in the list, for rules; absent when rules ask for none. */
  readonly fact?: string | undefined;
  /** Ids of lists that can share no member. */
  readonly excludes: readonly string[];
  readonly members: readonly NamedListMember[];
}
