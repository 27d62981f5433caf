// Places every unit of the NBS list: at its gazetteer point when that one is good, else by an even spread over
// the township's cell (method within-township), else, where the township has no cell, over the county
// (within-county). Accuracy of a spread point = geodesic distance to the farthest corner of its area, rounded up:
// wherever in the area the village really is, it is not farther off than that.
import type { Position } from 'geojson';
import type { Village, VillageKind } from '../../src/domain/village';
import { evenSpread } from './even-spread';
import { farthestMetres } from './geodesic-metres';
import { GAZETTEER_ACCURACY_METRES } from './known-villages';
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

export interface PlacingInput {
  readonly townshipCode: string;
  readonly units: readonly ListedUnit[];
  readonly county: Areal;
  readonly cell: Areal | null;
  readonly known: ReadonlyMap<string, Position>;
  readonly listSourceId: string;
  readonly gazetteerSourceId: string;
}

/** The villages of one township in code order. */
export function placeVillages(input: PlacingInput): Village[] {
  const { units, county, cell, known, townshipCode } = input;
  const area = cell ?? county;
  const unknown = units.filter(({ code }) => !known.has(code));
  const knownInside = units
    .map(({ code }) => known.get(code))
    .filter((position) => position !== undefined)
    .filter((position) => contains(area, position));
  const spread = evenSpread(area, unknown.length, knownInside);
  const corners = cornersOf(area);
  const placed = new Map(unknown.map(({ code }, index) => [code, spread[index]]));
  return units.map(({ code, name }): Village => {
    const gazetteer = known.get(code);
    const position = gazetteer ?? placed.get(code);
    if (position === undefined) throw new Error(`no position for ${code} ${name}`);
    return {
      code,
      name,
      kind: villageKind(name),
      townshipCode,
      countyCode: townshipCode.slice(0, 6),
      position: [position[0] ?? 0, position[1] ?? 0],
      positionAccuracyMetres:
        gazetteer === undefined
          ? Math.ceil(farthestMetres(position, corners))
          : GAZETTEER_ACCURACY_METRES,
      positionMethod:
        gazetteer !== undefined ? 'gazetteer' : cell === null ? 'within-county' : 'within-township',
      sourceId: gazetteer === undefined ? input.listSourceId : input.gazetteerSourceId,
    };
  });
}
