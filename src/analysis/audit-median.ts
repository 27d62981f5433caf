/** Of one value or more. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  const low = sorted[sorted.length - 1 - middle];
  if (high === undefined || low === undefined) throw new Error('median of 0 values');
  return (low + high) / 2;
}
