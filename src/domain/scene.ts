// 场景: what the leader is shown, one prepared view after another.

/** One headline as it was when the scene was captured, to tell when data have changed. */
export interface SceneFigure {
  /** What the number is, e.g. the heading of the panel that showed it. */
  readonly label: string;
  /** The number as it was shown, with its unit. */
  readonly text: string;
}

/** 场景: one prepared view of the leader's storyline. */
export interface Scene {
  /** Unique in its document; never changes. */
  readonly id: string;
  readonly title: string;
  /** Short rich text: paragraphs by line breaks, **strong**; no other markup, never HTML. May be empty. */
  readonly caption: string;
  /** For the presenter alone; plain text, may be empty. */
  readonly notes: string;
  /** Kept in the list, passed over in presenting and in what is handed out. */
  readonly isHidden: boolean;
  /** What is seen and asked, as a permalink's hash (app/permalink.ts): camera, layers, theme, year, selection, filters, parameters. */
  readonly view: string;
  readonly hasLegend: boolean;
  /** Codes of counties, townships or villages that are outlined. */
  readonly highlightCodes: readonly string[];
  /** Headlines at capture, in the order shown. */
  readonly figures: readonly SceneFigure[];
  /** ISO 8601 instant, given by the caller. */
  readonly madeAt: string;
}
