// 排名: areas from the largest value down. Equal values share a rank and keep their given order.

export interface RankableArea {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
}

export interface RankedArea extends RankableArea {
  readonly value: number;
  /** From 1; 1, 2, 2, 4. */
  readonly rank: number;
}

export interface Ranking {
  readonly ranked: readonly RankedArea[];
  /** Areas without a figure, in the given order. */
  readonly without: readonly RankableArea[];
}

export function ranking(areas: readonly RankableArea[]): Ranking {
  const hasValue = (area: RankableArea): boolean =>
    area.value !== null && !Number.isNaN(area.value);
  const sorted = areas
    .filter(hasValue)
    .map((area) => ({ ...area, value: area.value as number }))
    .toSorted((a, b) => b.value - a.value);
  return {
    ranked: sorted.map((area) => ({
      ...area,
      rank: sorted.findIndex(({ value }) => value === area.value) + 1,
    })),
    without: areas.filter((area) => !hasValue(area)),
  };
}
