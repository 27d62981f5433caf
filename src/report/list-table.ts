// A list as handed out: title, labelled parameters, typed columns, rows, sources. Every writer reads this one model.

export interface ListColumn<Key extends string> {
  readonly key: Key;
  readonly heading: string;
  /** code: digits that stay text. */
  readonly type: 'text' | 'code' | 'number';
  /** Decimals shown; the value itself is not rounded. */
  readonly decimals: number;
  /** Width for spreadsheets, in characters of Latin text. */
  readonly width: number;
}

/** A labelled line of the header block. */
export interface HeaderLine {
  readonly label: string;
  readonly value: string;
}

/** Empty text and null are both written as an empty cell. */
export type ListRow<Key extends string> = Readonly<Record<Key, string | number | null>>;

export interface ListTable<Key extends string> {
  readonly title: string;
  readonly header: readonly HeaderLine[];
  readonly columns: readonly ListColumn<Key>[];
  readonly rows: readonly ListRow<Key>[];
  readonly footer: readonly string[];
}

export function textColumn<Key extends string>(
  key: Key,
  heading: string,
  width: number,
): ListColumn<Key> {
  return { key, heading, type: 'text', decimals: 0, width };
}

export function numberColumn<Key extends string>(
  key: Key,
  heading: string,
  width: number,
  decimals: number,
): ListColumn<Key> {
  return { key, heading, type: 'number', decimals, width };
}
