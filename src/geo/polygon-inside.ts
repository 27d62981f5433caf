// Point in polygon with geodesic edges: count the edges that cross the meridian north of the point.
//
// An edge crosses the point's meridian when it has one end west and one not (longitude is monotone along a geodesic).
// It crosses north of the point when the point is on its southern side: the side of the plane through both ends and
// the surface normal between them, which a geodesic of up to 5 km leaves by less than 1e-6 m. Edges are bucketed in
// bands of longitude, so a test looks at a handful. Holes count like outer edges (even-odd).
import { Q_AXIS, Q_EQUATOR } from './ellipsoid';

/** A test then looks at some eight edges of a round polygon; more bands cost more to fill than they save. */
const EDGES_A_BAND = 8;
const MOST_BANDS = 1024;

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

/** The plane of each piece, from its start and direction in space (project-shape.ts: 8 numbers a piece). */
function planesOf(ends: Float64Array, pieces: Float64Array, from: number): Float64Array {
  const planes = new Float64Array(ends.length);
  for (let at = 0; at < ends.length; at += 4) {
    const piece = (from + at / 4) * 8;
    const px = pieces[piece] as number;
    const py = pieces[piece + 1] as number;
    const pz = pieces[piece + 2] as number;
    const dx = pieces[piece + 3] as number;
    const dy = pieces[piece + 4] as number;
    const dz = pieces[piece + 5] as number;
    const ux = (2 * px + dx) * Q_EQUATOR;
    const uy = (2 * py + dy) * Q_EQUATOR;
    const uz = (2 * pz + dz) * Q_AXIS;
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
  return planes;
}

interface Bands {
  readonly bandStart: Int32Array;
  readonly bandEdges: Int32Array;
}

/** Edges by band of longitude: counted, summed up, filled. */
function bandsOf(ends: Float64Array, west: number, perDegree: number, bands: number): Bands {
  const count = ends.length / 4;
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  const bandStart = new Int32Array(bands + 1);
  for (let edge = 0; edge < count; edge++) {
    const a = Math.min(Math.floor(((ends[edge * 4] as number) - west) * perDegree), bands - 1);
    const b = Math.min(Math.floor(((ends[edge * 4 + 2] as number) - west) * perDegree), bands - 1);
    first[edge] = a < b ? a : b;
    last[edge] = a < b ? b : a;
    for (let band = first[edge] as number; band <= (last[edge] as number); band++)
      bandStart[band + 1] = (bandStart[band + 1] as number) + 1;
  }
  for (let band = 0; band < bands; band++) {
    bandStart[band + 1] = (bandStart[band + 1] as number) + (bandStart[band] as number);
  }
  const bandEdges = new Int32Array(bandStart[bands] as number);
  const fill = bandStart.slice(0, bands);
  for (let edge = 0; edge < count; edge++) {
    for (let band = first[edge] as number; band <= (last[edge] as number); band++) {
      bandEdges[fill[band] as number] = edge;
      fill[band] = (fill[band] as number) + 1;
    }
  }
  return { bandStart, bandEdges };
}

/** Prepares one polygon, all rings: pieces [from, to) of a shape, `shapeEnds` lngP latP lngQ latQ a piece. */
export function polygonInside(
  shapeEnds: Float64Array,
  pieces: Float64Array,
  from: number,
  to: number,
): PolygonInside {
  const ends = shapeEnds.subarray(from * 4, to * 4);
  let west = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < ends.length; at += 2) {
    const lng = ends[at] as number;
    const lat = ends[at + 1] as number;
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const bands = Math.min(Math.ceil(ends.length / 4 / EDGES_A_BAND), MOST_BANDS);
  const bandsPerDegree = east > west ? bands / (east - west) : 0;
  return {
    west,
    east,
    south,
    north,
    ends,
    planes: planesOf(ends, pieces, from),
    bandsPerDegree,
    ...bandsOf(ends, west, bandsPerDegree, bands),
  };
}

/** Is the surface point, in degrees and in ECEF metres, inside? On an edge either answer is within 1e-6 m of true. */
export function isInside(
  polygon: PolygonInside,
  lng: number,
  lat: number,
  point: Float64Array,
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
      (planes[at] as number) * (point[0] as number) +
      (planes[at + 1] as number) * (point[1] as number) +
      (planes[at + 2] as number) * (point[2] as number) -
      (planes[at + 3] as number);
    if (height < 0) inside = !inside;
  }
  return inside;
}
