// Everything that claims are checked with, prepared once: distances of the projects and belts, figures, areas.
//
// A belt's target is its centreline or outline, Infinity outside the counties that the plan names. Inside an outline the
// distance is negative (minus the distance to the edge), so that a village deep inside is covered for certain whatever
// its accuracy: d + e ≤ D holds with a signed d just as outside. Zones have no target: they are their counties.
import type { MultiLineString } from 'geojson';
import type { Belt } from '../domain/belt';
import type { RegionPack } from '../domain/region-pack';
import { polygonAreaSquareMetres } from '../geo/area';
import { widenedSquareMetres } from '../geo/county-cut';
import type { DistanceField } from '../geo/distance-field';
import { projectShape } from '../geo/project-shape';
import { villageIndex } from '../geo/village-index';
import type { VillageIndex } from '../geo/village-index';
import { villageDistances } from '../geo/villages-distances';
import { type ClaimFigures, claimFigures } from './claim-figures';
import type { PreparedTarget } from './coverage';

export interface ClaimSettings {
  /** Service distance of every project; null: each claim takes the largest default of its projects. */
  readonly distanceMetres: number | null;
  /** Half-width or margin of belts that the user changed, by belt id. */
  readonly beltWidths: ReadonlyMap<string, number>;
}

export interface ClaimData {
  readonly pack: RegionPack;
  readonly accuracies: Float64Array;
  /** By project or belt id; absent without geometry and for zones. */
  readonly targets: ReadonlyMap<string, PreparedTarget>;
  readonly figures: ClaimFigures;
  readonly regionSquareMetres: number;
}

/** A belt's area at its width, and at the width less and plus the accuracy of its shape. Square metres, from display shapes. */
export interface BeltSquareMetres {
  readonly asDrawn: number;
  readonly least: number;
  readonly most: number;
  /** The counties that the plan names for it, whole. */
  readonly wholeCounties: number;
  /** The area at any half-width or margin; slow, but each width is measured once. Null for a zone, which has none. */
  readonly atWidth: ((metres: number) => number) | null;
}

function isNamed(pack: RegionPack, belt: Belt): (village: number) => boolean {
  const named = new Set(belt.countyCodes);
  return (village) => named.has(pack.villages[village]?.countyCode ?? '');
}

function masked(field: DistanceField, isIn: (village: number) => boolean): DistanceField {
  return {
    metres: field.metres.map((metres, village) => (isIn(village) ? metres : Infinity)),
    exactAt: (village) => (isIn(village) ? field.exactAt(village) : Infinity),
  };
}

/** Metres to the area outside it, minus metres to its edge inside. */
function signed(outside: DistanceField, edge: DistanceField): DistanceField {
  const isInside = (village: number): boolean => outside.metres[village] === 0;
  return {
    metres: outside.metres.map((metres, at) => (metres === 0 ? -(edge.metres[at] ?? 0) : metres)),
    exactAt: (village) => (isInside(village) ? -edge.exactAt(village) : outside.exactAt(village)),
  };
}

function beltField(index: VillageIndex, { shape }: Belt): DistanceField | null {
  if (shape.kind === 'zone') return null;
  if (shape.kind === 'corridor') return villageDistances(index, projectShape(shape.centreline));
  const { outline } = shape;
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
  const edge: MultiLineString = { type: 'MultiLineString', coordinates: rings };
  return signed(
    villageDistances(index, projectShape(outline)),
    villageDistances(index, projectShape(edge)),
  );
}

/**
 * Prepares every object that a claim names (milliseconds a pack). For projects that the user drew, pass the pack
 * with its `projects` replaced. Throws ShapeError like `projectShape`.
 */
export function prepareClaims(pack: RegionPack): ClaimData {
  const named = new Set(pack.claims.flatMap(({ objectIds }) => objectIds));
  const lng = Float64Array.from(pack.villages, ({ position }) => position[0]);
  const lat = Float64Array.from(pack.villages, ({ position }) => position[1]);
  const index = villageIndex(lng, lat);
  const targets = new Map<string, PreparedTarget>();
  for (const { id, geometry, alignmentAccuracyMetres } of pack.projects) {
    if (!named.has(id) || geometry === null) continue;
    const distances = villageDistances(index, projectShape(geometry));
    targets.set(id, { id, accuracyMetres: alignmentAccuracyMetres ?? 0, distances });
  }
  for (const belt of pack.belts) {
    const field = named.has(belt.id) ? beltField(index, belt) : null;
    if (field === null) continue;
    const distances = masked(field, isNamed(pack, belt));
    targets.set(belt.id, { id: belt.id, accuracyMetres: belt.shapeAccuracyMetres, distances });
  }
  return {
    pack,
    accuracies: Float64Array.from(pack.villages, (each) => each.positionAccuracyMetres),
    targets,
    figures: claimFigures(pack),
    regionSquareMetres: pack.counties.reduce(
      (sum, { geometry }) => sum + polygonAreaSquareMetres(geometry),
      0,
    ),
  };
}

/** Half-width of a corridor or margin of an upland, the user's or the pack's; 0 for a zone. */
export function beltWidthMetres({ id, shape }: Belt, settings: ClaimSettings): number {
  if (shape.kind === 'zone') return 0;
  const own = shape.kind === 'corridor' ? shape.defaultHalfWidthMetres : shape.defaultMarginMetres;
  return settings.beltWidths.get(id) ?? own;
}

function measuredOnce(measure: (metres: number) => number): (metres: number) => number {
  const known = new Map<number, number>();
  return (metres) => {
    const area = known.get(metres) ?? measure(metres);
    known.set(metres, area);
    return area;
  };
}

const AREA_MEASURES = new Set(['areaMu', 'areaShare']);

/** Areas of the belts that area claims name, by id. Slow (tenths of a second a belt): keep them until a width changes. */
export function claimAreas(
  pack: RegionPack,
  settings: ClaimSettings,
): ReadonlyMap<string, BeltSquareMetres> {
  const wanted = new Set(
    pack.claims.filter(({ measure }) => AREA_MEASURES.has(measure)).flatMap((c) => c.objectIds),
  );
  const areas = new Map<string, BeltSquareMetres>();
  for (const belt of pack.belts.filter(({ id }) => wanted.has(id))) {
    const counties = pack.counties
      .filter(({ code }) => belt.countyCodes.includes(code))
      .map(({ geometry }) => geometry);
    const wholeCounties = counties.reduce((sum, each) => sum + polygonAreaSquareMetres(each), 0);
    const { shape } = belt;
    if (shape.kind === 'zone') {
      const [asDrawn, least, most] = [wholeCounties, wholeCounties, wholeCounties];
      areas.set(belt.id, { asDrawn, least, most, wholeCounties, atWidth: null });
      continue;
    }
    const core = shape.kind === 'corridor' ? shape.centreline : shape.outline;
    const width = beltWidthMetres(belt, settings);
    const atWidth = measuredOnce((metres) => widenedSquareMetres(core, metres, counties));
    areas.set(belt.id, {
      asDrawn: atWidth(width),
      least: atWidth(width - belt.shapeAccuracyMetres),
      most: atWidth(width + belt.shapeAccuracyMetres),
      wholeCounties,
      atWidth,
    });
  }
  return areas;
}
