/** Which row a key moves to. Positions count from 0; -1 = no row is active yet. */
const STEP_KEYS: ReadonlyMap<string, (at: number, page: number, last: number) => number> = new Map([
  ['ArrowDown', (at: number) => at + 1],
  ['ArrowUp', (at: number) => (at < 0 ? 0 : at - 1)],
  ['PageDown', (at: number, page: number) => Math.max(at, 0) + page],
  ['PageUp', (at: number, page: number) => at - page],
  ['Home', () => 0],
  ['End', (_at: number, _page: number, last: number) => last],
]);

/** Position after the key, kept inside the table; null when the key moves nothing or the table is empty. */
export function positionAfterKey(
  key: string,
  at: number,
  count: number,
  pageRows: number,
): number | null {
  const step = STEP_KEYS.get(key);
  if (step === undefined || count === 0) return null;
  const to = step(at, Math.max(1, pageRows), count - 1);
  return Math.min(count - 1, Math.max(0, to));
}
