// Claims that count units: how many 行政村 (village committees) or 社区 (residents' committees) lie within a belt.
// Each unit of the pack's list counts as one, whatever its figures; the range is that of the positions and of the shape.
import type { VillageKind } from '../domain/village';
import type { ClaimData } from './claim-data';
import { COVERED_AS_DRAWN, COVERED_CERTAIN, POSSIBLE } from './coverage-result';

const KINDS: ReadonlyMap<string, VillageKind> = new Map([
  ['administrativeVillages', 'village-committee'],
  ['communities', 'residents-committee'],
]);

/** 1 for each unit that `measure` counts, NaN for the others, in pack order; null for any other measure. */
export function unitWeights({ pack }: ClaimData, measure: string): Float64Array | null {
  const kind = KINDS.get(measure);
  if (kind === undefined) return null;
  return Float64Array.from(pack.villages, (each) => (each.kind === kind ? 1 : Number.NaN));
}

export interface UnitCount {
  readonly asDrawn: number;
  readonly least: number;
  readonly most: number;
}

/** Units of the kind that `measure` counts, by coverage state of the pack's villages; null for any other measure. */
export function unitsReached(
  data: ClaimData,
  measure: string,
  states: Uint8Array,
): UnitCount | null {
  const weights = unitWeights(data, measure);
  if (weights === null) return null;
  const atLeast = (state: number): number =>
    weights.filter((weight, at) => weight === 1 && (states[at] ?? 0) >= state).length;
  return {
    asDrawn: atLeast(COVERED_AS_DRAWN),
    least: atLeast(COVERED_CERTAIN),
    most: atLeast(POSSIBLE),
  };
}
