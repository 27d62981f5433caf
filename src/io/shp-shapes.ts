// Geometry of a shapefile (.shp; ESRI white paper, 1998): points, multipoints, polylines, polygons, each with or without Z
// and M, which are left out. Record numbers are followed by the record headers, so a missing .shx does not matter.
// Rings: clockwise is an outer ring, counter-clockwise a hole of the smallest outer ring around it; a hole that no ring
// holds is an outer ring drawn the wrong way round.
// shpjs 6.2.0 was tried: it gives a hole to the smallest ring by bounding box (of an L and its neighbour, to the wrong one)
// and does not tell a file cut in a record.
import type { Geometry, Position } from 'geojson';
import type { VertexCount } from './limits';
import { BrokenFile } from './read-layers';

export interface ShpShapes {
  /** In record order; null for a null shape. */
  readonly geometries: readonly (Geometry | null)[];
  readonly hasHeights: boolean;
  readonly hasMeasures: boolean;
  /** The file ends inside a record. */
  readonly isCut: boolean;
}

const FILE_CODE = 9994;
const HEADER_BYTES = 100;
const POINT = 1;
const POLYLINE = 3;
const POLYGON = 5;
const MULTIPOINT = 8;
const MULTIPATCH = 31;

/** Twice the signed area; positive for counter-clockwise. */
function twiceArea(ring: readonly Position[]): number {
  let sum = 0;
  const [ox = 0, oy = 0] = ring[0] ?? [];
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? [];
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum;
}

function holds(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

/** Rings of one record as polygons. */
function polygonsOf(rings: readonly Position[][]): Position[][][] {
  const outer = rings.filter((ring) => twiceArea(ring) <= 0).map((ring) => [ring]);
  const sized = outer.map((rings1) => ({ rings1, size: Math.abs(twiceArea(rings1[0] ?? [])) }));
  const bySize = sized.toSorted((a, b) => a.size - b.size);
  for (const hole of rings.filter((ring) => twiceArea(ring) > 0)) {
    const home = bySize.find(({ rings1 }) => holds(rings1[0] ?? [], hole[0] ?? []));
    if (home) home.rings1.push(hole);
    else outer.push([hole]);
  }
  return outer;
}

class ShpReader {
  readonly #view: DataView;
  readonly #vertices: VertexCount;
  constructor(view: DataView, vertices: VertexCount) {
    this.#view = view;
    this.#vertices = vertices;
  }

  #position(at: number): Position {
    return [this.#view.getFloat64(at, true), this.#view.getFloat64(at + 8, true)];
  }

  #positions(at: number, count: number, end: number): Position[] {
    if (at + count * 16 > end) throw new BrokenFile('.shp 的记录不完整');
    this.#vertices.add(count);
    return Array.from({ length: count }, (_, i) => this.#position(at + i * 16));
  }

  #parts(at: number, end: number): Position[][] {
    const view = this.#view;
    if (at + 44 > end) throw new BrokenFile('.shp 的记录不完整');
    const parts = view.getUint32(at + 36, true);
    const points = view.getUint32(at + 40, true);
    const pointsAt = at + 44 + parts * 4;
    if (pointsAt + points * 16 > end) throw new BrokenFile('.shp 的记录不完整');
    const lists: Position[][] = [];
    for (let part = 0; part < parts; part++) {
      const first = view.getUint32(at + 44 + part * 4, true);
      const next = part + 1 < parts ? view.getUint32(at + 48 + part * 4, true) : points;
      if (first > next || next > points) throw new BrokenFile('.shp 的记录有错误');
      if (next > first) lists.push(this.#positions(pointsAt + first * 16, next - first, end));
    }
    return lists;
  }

  /** The shape between `at` and `end`. @throws BrokenFile */
  shape(at: number, end: number): Geometry | null {
    if (at + 4 > end) throw new BrokenFile('.shp 的记录不完整');
    const type = this.#view.getInt32(at, true);
    if (type === 0) return null;
    switch (type % 10) {
      case POINT:
        if (at + 20 > end) throw new BrokenFile('.shp 的记录不完整');
        if (type === MULTIPATCH)
          throw new BrokenFile('.shp 是三维面片（MultiPatch），请转换为二维面');
        this.#vertices.add(1);
        return { type: 'Point', coordinates: this.#position(at + 4) };
      case MULTIPOINT: {
        if (at + 40 > end) throw new BrokenFile('.shp 的记录不完整');
        const count = this.#view.getUint32(at + 36, true);
        return { type: 'MultiPoint', coordinates: this.#positions(at + 40, count, end) };
      }
      case POLYLINE: {
        const lines = this.#parts(at, end);
        const [only] = lines;
        if (!only) return null;
        return lines.length === 1
          ? { type: 'LineString', coordinates: only }
          : { type: 'MultiLineString', coordinates: lines };
      }
      case POLYGON: {
        const polygons = polygonsOf(this.#parts(at, end));
        const [only] = polygons;
        if (!only) return null;
        return polygons.length === 1
          ? { type: 'Polygon', coordinates: only }
          : { type: 'MultiPolygon', coordinates: polygons };
      }
      default:
        throw new BrokenFile(`.shp 的类型 ${type} 不认识`);
    }
  }
}

/** @throws BrokenFile for no shapefile or a broken record, LimitPassed */
export function readShp(bytes: Uint8Array, vertices: VertexCount): ShpShapes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) {
    throw new BrokenFile('.shp 已损坏或不是 Shapefile');
  }
  const kind = Math.floor(view.getInt32(32, true) / 10);
  const reader = new ShpReader(view, vertices);
  const geometries: (Geometry | null)[] = [];
  let at = HEADER_BYTES;
  let isCut = false;
  while (at + 8 <= bytes.length) {
    const end = at + 8 + view.getUint32(at + 4) * 2;
    if (end > bytes.length || end < at + 12) {
      isCut = true;
      break;
    }
    geometries.push(reader.shape(at + 8, end));
    at = end;
  }
  return { geometries, hasHeights: kind === 1, hasMeasures: kind === 2, isCut };
}
