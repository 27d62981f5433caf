// Places every unit of a list: at its known point when there is one, else by an even spread over
// the township's cell (method within-township), else, where the township has no cell, over the county
// (within-county). Accuracy of a spread point = geodesic distance to the farthest corner of its area, rounded up:
// wherever in the area the village really is, it is not farther off than that.
import type { Position } from 'geojson';
import { countyCodeOf } from '../../domain/administrative';
import type { Village, VillageKind } from '../../domain/village';
import { evenSpread } from './even-spread';
import { farthestMetres } from './geodesic-metres';
import { type Areal, contains, cornersOf } from './planar';

export interface ListedUnit {
  readonly code: string;
  readonly name: string;
}

export function villageKind(name: string): VillageKind {
  // 虚拟: a statistical placeholder of the list (farms, an industrial park), nobody's committee.
  if (name.includes('虚拟')) return 'other';
  if (/村(民)?委(员)?会$/.test(name)) return 'village-committee';
  if (/(居(民)?委(员)?会|社区)$/.test(name)) return 'residents-committee';
  return 'other';
}

/** A position that a source gives. */
export interface KnownPlace {
  readonly position: Position;
  readonly accuracyMetres: number;
  readonly method: 'surveyed' | 'gazetteer';
  readonly sourceId: string;
}

export interface PlacingInput {
  readonly townshipCode: string;
  readonly units: readonly ListedUnit[];
  readonly county: Areal;
  readonly cell: Areal | null;
  /** By code. */
  readonly known: ReadonlyMap<string, KnownPlace>;
  readonly listSourceId: string;
}

/** The villages of one township in code order. */
export function placeVillages(input: PlacingInput): Village[] {
  const { units, county, cell, known, townshipCode } = input;
  const area = cell ?? county;
  const unknown = units.filter(({ code }) => !known.has(code));
  const knownInside = units
    .map(({ code }) => known.get(code)?.position)
    .filter((position) => position !== undefined)
    .filter((position) => contains(area, position));
  const spread = evenSpread(area, unknown.length, knownInside);
  const corners = cornersOf(area);
  const placed = new Map(unknown.map(({ code }, index) => [code, spread[index]]));
  return units.map(({ code, name }): Village => {
    const place = known.get(code);
    const position = place?.position ?? placed.get(code);
    if (position === undefined) throw new Error(`no position for ${code} ${name}`);
    return {
      code,
      name,
      kind: villageKind(name),
      townshipCode,
      countyCode: countyCodeOf(townshipCode),
      position: [position[0] ?? 0, position[1] ?? 0],
      positionAccuracyMetres: place?.accuracyMetres ?? Math.ceil(farthestMetres(position, corners)),
      positionMethod: place?.method ?? (cell === null ? 'within-county' : 'within-township'),
      sourceId: place?.sourceId ?? input.listSourceId,
    };
  });
}
