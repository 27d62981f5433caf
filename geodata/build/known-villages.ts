// Which gazetteer points of villages are good enough to use. A point is dropped when
//  - the facts flag it (equal to the county's own point);
//  - it lies outside its county;
//  - several units share it (the gazetteer fell back to a common name), unless exactly one of them has it in its cell;
//  - it lies more than MAX_OUTSIDE_METRES from its township's cell (a namesake elsewhere).
import type { Position } from 'geojson';
import { localPlane } from '../../src/packs/make/local-plane';
import { type Areal, contains, edgeDistance, mapAreal } from '../../src/packs/make/planar';

export const GAZETTEER_ACCURACY_METRES = 300;
/** Cells are planning cells: a real township reaches somewhat beyond. Farther off is more likely a namesake. */
const MAX_OUTSIDE_METRES = 6000;

export interface KnownVillage {
  readonly code: string;
  readonly name: string;
  readonly position: Position;
  readonly note: string;
}

export interface Screening {
  readonly village: KnownVillage;
  /** Metres from the township's cell; 0 inside; null when the township has no cell. */
  readonly outsideMetres: number | null;
  /** Why the point is not used; null when it is. */
  readonly refused: string | null;
}

function metresOutside(area: Areal, position: Position): number {
  const plane = localPlane(position);
  return contains(area, position) ? 0 : edgeDistance(mapAreal(area, plane.toMetres), [0, 0]);
}

/** Judges every known point; `countyOf` and `cellOf` look areas up by village code. */
export function screenKnownVillages(
  known: readonly KnownVillage[],
  countyOf: (villageCode: string) => Areal,
  cellOf: (villageCode: string) => Areal | null,
): readonly Screening[] {
  const sharing = new Map<string, KnownVillage[]>();
  for (const village of known) {
    const key = village.position.join();
    sharing.set(key, [...(sharing.get(key) ?? []), village]);
  }
  const inOwnCell = ({ code, position }: KnownVillage): boolean => {
    const cell = cellOf(code);
    return cell !== null && contains(cell, position);
  };
  return known.map((village): Screening => {
    const cell = cellOf(village.code);
    const outsideMetres = cell === null ? null : Math.round(metresOutside(cell, village.position));
    const group = sharing.get(village.position.join()) ?? [];
    const rightful = group.filter(inOwnCell);
    const refused = village.note.startsWith('same as county point')
      ? 'equals the county point'
      : !contains(countyOf(village.code), village.position)
        ? 'outside its county'
        : group.length > 1 && !(rightful.length === 1 && rightful[0] === village)
          ? 'shared by several units'
          : outsideMetres !== null && outsideMetres > MAX_OUTSIDE_METRES
            ? 'far outside its township'
            : null;
    return { village, outsideMetres, refused };
  });
}
