import type { PositionMethod, Village } from '../../domain/village';

export interface PositionCount {
  readonly method: PositionMethod;
  readonly villages: number;
  readonly medianAccuracyMetres: number;
}

const METHODS: readonly PositionMethod[] = [
  'surveyed',
  'imported',
  'gazetteer',
  'within-township',
  'within-county',
];

/** Lower median, so that the figure is one that some village really has. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** How many villages are placed how, best method first; methods that occur only. */
export function positionCounts(villages: readonly Village[]): readonly PositionCount[] {
  return METHODS.map((method) => {
    const accuracies = villages
      .filter((village) => village.positionMethod === method)
      .map((village) => village.positionAccuracyMetres);
    return { method, villages: accuracies.length, medianAccuracyMetres: median(accuracies) };
  }).filter((count) => count.villages > 0);
}
