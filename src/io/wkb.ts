// Well-known binary (OGC 06-103r4, ISO and EWKB flags) inside a GeoPackage blob (OGC 12-128r18, §2.1.3). Z and M are left
// out. Curves and surfaces beyond the seven simple types are refused.
import type { Geometry, Position } from 'geojson';
import { MalformedGeometry } from './copy-geometry';
import { MOST_NESTING, type VertexCount } from './limits';

const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;
const BROKEN = '几何数据不完整';

class WkbReader {
  readonly #view: DataView;
  readonly #vertices: VertexCount;
  hasHeights = false;
  #at: number;
  #isLittle = true;
  #dimensions = 2;

  constructor(bytes: Uint8Array, at: number, vertices: VertexCount) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
    this.#vertices = vertices;
  }

  #need(bytes: number): void {
    if (this.#at + bytes > this.#view.byteLength) throw new MalformedGeometry(BROKEN);
  }

  #uint(): number {
    this.#need(4);
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, this.#isLittle);
  }

  /** A count of things of at least `leastBytes` each, which the blob must be able to hold. */
  #count(leastBytes: number): number {
    const count = this.#uint();
    this.#need(count * leastBytes);
    return count;
  }

  #position(): Position {
    this.#need(this.#dimensions * 8);
    const x = this.#view.getFloat64(this.#at, this.#isLittle);
    const y = this.#view.getFloat64(this.#at + 8, this.#isLittle);
    this.#at += this.#dimensions * 8;
    return [x, y];
  }

  #positions(): Position[] {
    const count = this.#count(this.#dimensions * 8);
    this.#vertices.add(count);
    return Array.from({ length: count }, () => this.#position());
  }

  #rings(): Position[][] {
    return Array.from({ length: this.#count(4) }, () => this.#positions());
  }

  #type(): number {
    this.#need(5);
    this.#isLittle = this.#view.getUint8(this.#at) === 1;
    this.#at += 1;
    const printed = this.#uint();
    const iso = printed & 0x0fffffff;
    const kind = Math.floor(iso / 1000);
    const hasZ = (printed & 0x80000000) !== 0 || kind === 1 || kind === 3;
    const hasM = (printed & 0x40000000) !== 0 || kind === 2 || kind === 3;
    this.#dimensions = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
    this.hasHeights ||= this.#dimensions > 2;
    if ((printed & 0x20000000) !== 0) this.#uint();
    return (printed & 0xffff) % 1000;
  }

  #parts<T extends Geometry['type']>(type: T, nesting: number): Extract<Geometry, { type: T }>[] {
    return Array.from({ length: this.#count(5) }, () => {
      const part = this.geometry(nesting + 1);
      if (part?.type !== type) throw new MalformedGeometry(BROKEN);
      return part as Extract<Geometry, { type: T }>;
    });
  }

  /** null for an empty point. @throws MalformedGeometry, LimitPassed */
  geometry(nesting = 0): Geometry | null {
    if (nesting > MOST_NESTING) throw new MalformedGeometry('几何嵌套过深');
    const type = this.#type();
    switch (type) {
      case 1: {
        this.#vertices.add(1);
        const coordinates = this.#position();
        return coordinates.every(Number.isNaN) ? null : { type: 'Point', coordinates };
      }
      case 2:
        return { type: 'LineString', coordinates: this.#positions() };
      case 3:
        return { type: 'Polygon', coordinates: this.#rings() };
      case 4: {
        const parts = this.#parts('Point', nesting);
        return { type: 'MultiPoint', coordinates: parts.map(({ coordinates }) => coordinates) };
      }
      case 5: {
        const parts = this.#parts('LineString', nesting);
        return {
          type: 'MultiLineString',
          coordinates: parts.map(({ coordinates }) => coordinates),
        };
      }
      case 6: {
        const parts = this.#parts('Polygon', nesting);
        return { type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates) };
      }
      case 7: {
        const parts = Array.from({ length: this.#count(5) }, () => this.geometry(nesting + 1));
        return { type: 'GeometryCollection', geometries: parts.filter((part) => part !== null) };
      }
      default:
        throw new MalformedGeometry(`几何类型 ${type} 是曲线或曲面，不能读`);
    }
  }
}

export interface BlobGeometry {
  readonly geometry: Geometry | null;
  readonly hasHeights: boolean;
}

/** A GeoPackage geometry blob. @throws MalformedGeometry, LimitPassed */
export function readGeometryBlob(blob: Uint8Array, vertices: VertexCount): BlobGeometry {
  const flags = blob[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || envelope === undefined) {
    throw new MalformedGeometry('不是 GeoPackage 的几何');
  }
  if ((flags & 0x20) !== 0) throw new MalformedGeometry('是扩展几何，不能读');
  if ((flags & 0x10) !== 0) return { geometry: null, hasHeights: false };
  const reader = new WkbReader(blob, 8 + envelope, vertices);
  const geometry = reader.geometry();
  return { geometry, hasHeights: reader.hasHeights };
}
