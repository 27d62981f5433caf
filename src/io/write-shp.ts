// Geometry of a shapefile: .shp and its index .shx (ESRI Shapefile Technical Description, 1998), plane coordinates.
// One file holds one type: points 1, lines 3, areas 5, groups of points 8; a row without geometry is a null shape (0).
// Rings: outer ones clockwise, holes the other way, each hole after the ring that it lies in.
import type { Geometry, Position } from 'geojson';

export type ShapeKind = 'point' | 'multipoint' | 'line' | 'area';

const TYPE_CODES: Readonly<Record<ShapeKind, number>> = {
  point: 1,
  line: 3,
  area: 5,
  multipoint: 8,
};
const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
const INDEX_BYTES = 8;
const FILE_CODE = 9994;
const VERSION = 1000;

type Box = [west: number, south: number, east: number, north: number];

function grow(box: Box, positions: readonly Position[]): void {
  for (const [x = 0, y = 0] of positions) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
}

const emptyBox = (): Box => [Infinity, Infinity, -Infinity, -Infinity];

/** Twice the signed area: over 0 = counter-clockwise. Taken from the first corner, so that large eastings cost no digits. */
function signedArea(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [xa = 0, ya = 0] = ring[at - 1] ?? [];
    const [xb = 0, yb = 0] = ring[at] ?? [];
    sum += (xa - x0) * (yb - y0) - (xb - x0) * (ya - y0);
  }
  return sum;
}

function turned(ring: Position[], clockwise: boolean): Position[] {
  return signedArea(ring) < 0 === clockwise ? ring : ring.toReversed();
}

function polygonRings(rings: Position[][]): Position[][] {
  return rings.map((ring, at) => turned(ring, at === 0));
}

/** Paths of a line or an area; one path of all points of a group. */
function pathsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'Polygon':
      return polygonRings(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(polygonRings);
    case 'Point':
      return [[geometry.coordinates]];
    case 'GeometryCollection':
      throw new Error('a collection must be taken apart before it is written as a shapefile');
  }
}

function contentBytes(kind: ShapeKind, paths: readonly Position[][]): number {
  const points = paths.reduce((sum, path) => sum + path.length, 0);
  if (points === 0) return 4;
  if (kind === 'point') return 20;
  return (kind === 'multipoint' ? 40 : 44 + paths.length * 4) + points * 16;
}

function writePositions(view: DataView, start: number, positions: readonly Position[]): number {
  let at = start;
  for (const [x = 0, y = 0] of positions) {
    view.setFloat64(at, x, true);
    view.setFloat64(at + 8, y, true);
    at += 16;
  }
  return at;
}

function writeBox(view: DataView, start: number, box: Box): void {
  box.forEach((value, at) =>
    view.setFloat64(start + at * 8, Number.isFinite(value) ? value : 0, true),
  );
}

function writeContent(
  view: DataView,
  start: number,
  kind: ShapeKind,
  paths: readonly Position[][],
): void {
  const points = paths.flat();
  if (points.length === 0) return;
  view.setInt32(start, TYPE_CODES[kind], true);
  if (kind === 'point') {
    writePositions(view, start + 4, points.slice(0, 1));
    return;
  }
  const box = emptyBox();
  grow(box, points);
  writeBox(view, start + 4, box);
  let at = start + 36;
  if (kind !== 'multipoint') {
    view.setInt32(at, paths.length, true);
    at += 4;
  }
  view.setInt32(at, points.length, true);
  at += 4;
  if (kind !== 'multipoint') {
    let first = 0;
    for (const path of paths) {
      view.setInt32(at, first, true);
      first += path.length;
      at += 4;
    }
  }
  writePositions(view, at, points);
}

function writeHeader(view: DataView, kind: ShapeKind, box: Box): void {
  view.setInt32(0, FILE_CODE);
  // Lengths are counted in 16-bit words.
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, VERSION, true);
  view.setInt32(32, TYPE_CODES[kind], true);
  writeBox(view, 36, box);
}

/** The two files for geometries of one kind; null is a null shape. Collections throw. */
export function shapeFiles(
  kind: ShapeKind,
  geometries: readonly (Geometry | null)[],
): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
  const shapes = geometries.map((geometry) => (geometry === null ? [] : pathsOf(geometry)));
  const sizes = shapes.map((paths) => contentBytes(kind, paths));
  const total = sizes.reduce((sum, size) => sum + RECORD_HEADER_BYTES + size, HEADER_BYTES);
  const shp = new DataView(new ArrayBuffer(total));
  const shx = new DataView(new ArrayBuffer(HEADER_BYTES + sizes.length * INDEX_BYTES));
  const box = emptyBox();
  let offset = HEADER_BYTES;
  shapes.forEach((paths, at) => {
    const size = sizes[at] ?? 0;
    for (const path of paths) grow(box, path);
    shp.setInt32(offset, at + 1);
    shp.setInt32(offset + 4, size / 2);
    writeContent(shp, offset + RECORD_HEADER_BYTES, kind, paths);
    shx.setInt32(HEADER_BYTES + at * INDEX_BYTES, offset / 2);
    shx.setInt32(HEADER_BYTES + at * INDEX_BYTES + 4, size / 2);
    offset += RECORD_HEADER_BYTES + size;
  });
  writeHeader(shp, kind, box);
  writeHeader(shx, kind, box);
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) };
}
