// 小数抑制: figures of persons and households below n are not published, and neither is what would let them be computed.
//
// Every figure stands in one row and one column (areas and states, say); the sums of rows and of columns are taken as known to
// the reader, whether they are printed or not. Primary: 0 < v < n. Secondary: further figures are hidden, smallest first, until
//  (1) no row and no column holds exactly one hidden figure, or hidden ones that sum to less than n, and
//  (2) no hidden figure is a bridge of the graph whose nodes are the rows and columns and whose edges are the hidden figures.
// A system of row and column sums fixes an unknown exactly when its edge is a bridge (the solutions of the homogeneous system
// are spanned by cycles, signs alternating, since the graph is bipartite); so (2) means that none can be solved for.
// Zeros and missing figures are published as they are and take no part.

/** small: below n, published as “<n”. other: hidden to protect a small one. */
export type Suppression = 'small' | 'other' | null;

interface Grid {
  readonly values: readonly (number | null)[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const isPositive = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && value > 0;

function membersOf(keys: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  keys.forEach((key, at) => {
    const list = members.get(key);
    if (list) list.push(at);
    else members.set(key, [at]);
  });
  return members;
}

/** The smallest figure of these that is still published; null when all are hidden. */
function smallestShown(
  { values }: Grid,
  members: readonly number[],
  hidden: ReadonlySet<number>,
): number | null {
  let found: number | null = null;
  for (const at of members) {
    const value = values[at];
    if (hidden.has(at) || !isPositive(value)) continue;
    if (found === null || value < (values[found] as number)) found = at;
  }
  return found;
}

/** (1) for every line; true when something more was hidden. */
function protectLines(grid: Grid, hidden: Set<number>, n: number): boolean {
  let hasGrown = false;
  for (const keys of [grid.rows, grid.columns]) {
    for (const members of membersOf(keys).values()) {
      for (;;) {
        const out = members.filter((at) => hidden.has(at));
        const sum = out.reduce((total, at) => total + (grid.values[at] as number), 0);
        if (out.length === 0 || (out.length > 1 && sum >= n)) break;
        const next = smallestShown(grid, members, hidden);
        if (next === null) break;
        hidden.add(next);
        hasGrown = true;
      }
    }
  }
  return hasGrown;
}

/** Whether row and column of the edge are joined without it. */
function isJoinedWithout(
  { rows, columns }: Grid,
  hidden: ReadonlySet<number>,
  edge: number,
): boolean {
  const seen = new Set<string>([`r${rows[edge]}`]);
  const target = `c${columns[edge]}`;
  for (let before = 0; before !== seen.size;) {
    before = seen.size;
    for (const at of hidden) {
      if (at === edge) continue;
      const [row, column] = [`r${rows[at]}`, `c${columns[at]}`];
      if (seen.has(row)) seen.add(column);
      else if (seen.has(column)) seen.add(row);
    }
    if (seen.has(target)) return true;
  }
  return false;
}

/** Hidden figures that the sums of all lines would fix. Two in the same row and column protect each other. */
function bridgesOf(grid: Grid, hidden: ReadonlySet<number>): readonly number[] {
  const { rows, columns } = grid;
  const cell = (at: number): string => `${rows[at]}:${columns[at]}`;
  const counts = new Map<string, number>();
  for (const at of hidden) counts.set(cell(at), (counts.get(cell(at)) ?? 0) + 1);
  const single = [...hidden].filter((at) => counts.get(cell(at)) === 1);
  return single.filter((edge) => !isJoinedWithout(grid, hidden, edge));
}

/** (2): hides one more figure beside a bridge; true when something was hidden. */
function protectBridges(grid: Grid, hidden: Set<number>): boolean {
  const { rows, columns, values } = grid;
  const all = [...values.keys()];
  for (const edge of bridgesOf(grid, hidden)) {
    const next = [
      all.filter((at) => rows[at] === rows[edge] && columns[at] === columns[edge]),
      all.filter((at) => rows[at] === rows[edge]),
      all.filter((at) => columns[at] === columns[edge]),
    ]
      .map((members) => smallestShown(grid, members, hidden))
      .find((at) => at !== null);
    if (next === undefined || next === null) continue;
    hidden.add(next);
    return true;
  }
  return false;
}

export interface Suppressed {
  /** By figure. */
  readonly hidden: readonly Suppression[];
  /** Rows and columns whose sums must not be published: no second figure could be hidden in them. */
  readonly withheldRows: ReadonlySet<number>;
  readonly withheldColumns: ReadonlySet<number>;
}

/**
 * What to hide of figures that stand in rows and columns, by their keys; one key for all makes a plain list with its total.
 * `forced` are hidden whatever their size.
 */
export function suppress(
  values: readonly (number | null)[],
  rows: readonly number[],
  columns: readonly number[],
  n: number,
  forced: ReadonlySet<number> = new Set(),
): Suppressed {
  const grid = { values, rows, columns };
  const isSmall = (at: number): boolean => {
    const value = values[at];
    return isPositive(value) && value < n;
  };
  const places = [...values.keys()];
  const hidden = new Set(
    places.filter((at) => isSmall(at) || (forced.has(at) && isPositive(values[at]))),
  );
  while (protectLines(grid, hidden, n) || protectBridges(grid, hidden));
  const exposed = bridgesOf(grid, hidden);
  return {
    hidden: places.map((at) => (isSmall(at) ? 'small' : hidden.has(at) ? 'other' : null)),
    withheldRows: new Set(exposed.map((at) => rows[at] as number)),
    withheldColumns: new Set(exposed.map((at) => columns[at] as number)),
  };
}

/** “<5”, or that it is not published. */
export function suppressedText(kind: Exclude<Suppression, null>, n: number): string {
  return kind === 'small' ? `<${n}` : '不公布';
}
