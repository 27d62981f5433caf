/** A table of a user's file as words: nothing is known of it but its headings and rows. */
export interface PlainTable {
  readonly id: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly PlainRow[];
}

export interface PlainRow {
  readonly cells: readonly string[];
  readonly role: 'body' | 'total';
  /** From 1, as the file counts; absent where it counts as the rows here do. */
  readonly fileRow?: number | undefined;
}
