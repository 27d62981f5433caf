// Point in polygon with geodesic edges: count the edges that cross the meridian north of the point.
//
// An edge crosses the point's meridian when it has one end west and one not (longitude is monotone along a geodesic).
// It crosses north of the point when the point is on its southern side: the side of the plane through both ends and
// the surface normal between them, which a geodesic of up to 5 km leaves by less than 1e-6 m. Edges are bucketed in
// bands of longitude, so a test looks at a handful. Holes count like outer edges (even-odd).
import { Q_AXIS, Q_EQUATOR, writeEcef } from './ellipsoid';

const MOST_BANDS = 256;

/** Longitudes of edges are continuous; planes are nx ny nz offset an edge, positive side north. */
export interface PolygonInside {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  readonly ends: Float64Array;
  readonly planes: Float64Array;
  readonly bandsPerDegree: number;
  readonly bandStart: Int32Array;
  readonly bandEdges: Int32Array;
}

function writePlane(ends: Float64Array, edge: number, planes: Float64Array): void {
  const points = new Float64Array(6);
  const at = edge * 4;
  writeEcef(ends[at] as number, ends[at + 1] as number, points, 0);
  writeEcef(ends[at + 2] as number, ends[at + 3] as number, points, 3);
  const [px, py, pz] = [points[0] as number, points[1] as number, points[2] as number];
  const [qx, qy, qz] = [points[3] as number, points[4] as number, points[5] as number];
  const [dx, dy, dz] = [qx - px, qy - py, qz - pz];
  const [ux, uy, uz] = [(px + qx) * Q_EQUATOR, (py + qy) * Q_EQUATOR, (pz + qz) * Q_AXIS];
  // up × direction points to the left; north is left of an eastward edge.
  const turn = (ends[at + 2] as number) >= (ends[at] as number) ? 1 : -1;
  const nx = turn * (uy * dz - uz * dy);
  const ny = turn * (uz * dx - ux * dz);
  const nz = turn * (ux * dy - uy * dx);
  planes[at] = nx;
  planes[at + 1] = ny;
  planes[at + 2] = nz;
  planes[at + 3] = nx * px + ny * py + nz * pz;
}

/** Prepares the edges of one polygon (all rings): 4 numbers an edge, lngP latP lngQ latQ, each at most 5 km long. */
export function polygonInside(ends: Float64Array): PolygonInside {
  const count = ends.length / 4;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < ends.length; at += 2) {
    const [lng, lat] = [ends[at] as number, ends[at + 1] as number];
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const bands = Math.max(1, Math.min(MOST_BANDS, count));
  const bandsPerDegree = east > west ? bands / (east - west) : 0;
  const planes = new Float64Array(count * 4);
  const bandStart = new Int32Array(bands + 1);
  const span = (edge: number): readonly [number, number] => {
    const [a, b] = [ends[edge * 4] as number, ends[edge * 4 + 2] as number];
    const from = Math.floor((Math.min(a, b) - west) * bandsPerDegree);
    const to = Math.floor((Math.max(a, b) - west) * bandsPerDegree);
    return [Math.min(from, bands - 1), Math.min(to, bands - 1)];
  };
  for (let edge = 0; edge < count; edge++) {
    writePlane(ends, edge, planes);
    const [from, to] = span(edge);
    for (let band = from; band <= to; band++)
      bandStart[band + 1] = (bandStart[band + 1] as number) + 1;
  }
  for (let band = 0; band < bands; band++) {
    bandStart[band + 1] = (bandStart[band + 1] as number) + (bandStart[band] as number);
  }
  const bandEdges = new Int32Array(bandStart[bands] as number);
  const fill = bandStart.slice(0, bands);
  for (let edge = 0; edge < count; edge++) {
    const [from, to] = span(edge);
    for (let band = from; band <= to; band++) {
      bandEdges[fill[band] as number] = edge;
      fill[band] = (fill[band] as number) + 1;
    }
  }
  return { west, east, south, north, ends, planes, bandsPerDegree, bandStart, bandEdges };
}

/** Is the surface point, in degrees and in ECEF metres, inside? On an edge either answer is within 1e-6 m of true. */
export function isInside(
  polygon: PolygonInside,
  lng: number,
  lat: number,
  x: number,
  y: number,
  z: number,
): boolean {
  // Geodesic edges bulge poleward of their ends by metres at most; a hundredth of a degree is a kilometre.
  if (lat < polygon.south - 0.01 || lat > polygon.north + 0.01) return false;
  const { west, east, ends, planes, bandStart, bandEdges } = polygon;
  const turned = lng + 360 * Math.ceil((west - lng) / 360);
  if (turned > east) return false;
  const band = Math.min(Math.floor((turned - west) * polygon.bandsPerDegree), bandStart.length - 2);
  let inside = false;
  for (let k = bandStart[band] as number; k < (bandStart[band + 1] as number); k++) {
    const at = (bandEdges[k] as number) * 4;
    if ((ends[at] as number) > turned === (ends[at + 2] as number) > turned) continue;
    const height =
      (planes[at] as number) * x +
      (planes[at + 1] as number) * y +
      (planes[at + 2] as number) * z -
      (planes[at + 3] as number);
    if (height < 0) inside = !inside;
  }
  return inside;
}
