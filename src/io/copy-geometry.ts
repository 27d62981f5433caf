// A geometry out of untrusted JSON: own properties only, every number copied into arrays of ours, x and y kept.
import type { Geometry, Position } from 'geojson';
import { MOST_NESTING } from './limits';

export class MalformedGeometry extends Error {
  /** Chinese, without a full stop. */
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}

export function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new MalformedGeometry('坐标不是数组');
  return value as unknown[];
}

/** Copies geometries and notes whether any position had more than x and y. */
export class GeometryCopier {
  withHeight = 0;

  #position(value: unknown): Position {
    const parts = listOf(value);
    const [x, y] = parts;
    if (typeof x !== 'number' || typeof y !== 'number') {
      const printed = JSON.stringify(parts.slice(0, 2)).slice(0, 40);
      throw new MalformedGeometry(`坐标「${printed}」不是两个数字`);
    }
    if (parts.length > 2) this.withHeight += 1;
    return [x, y];
  }

  #positions(value: unknown): Position[] {
    return listOf(value).map((each) => this.#position(each));
  }

  #lines(value: unknown): Position[][] {
    return listOf(value).map((each) => this.#positions(each));
  }

  /** @throws MalformedGeometry */
  copy(value: unknown, nesting = 0): Geometry {
    const type = ownValue(value, 'type');
    const coordinates = ownValue(value, 'coordinates');
    switch (type) {
      case 'Point':
        return { type, coordinates: this.#position(coordinates) };
      case 'MultiPoint':
      case 'LineString':
        return { type, coordinates: this.#positions(coordinates) };
      case 'MultiLineString':
      case 'Polygon':
        return { type, coordinates: this.#lines(coordinates) };
      case 'MultiPolygon':
        return { type, coordinates: listOf(coordinates).map((each) => this.#lines(each)) };
      case 'GeometryCollection': {
        if (nesting >= MOST_NESTING) throw new MalformedGeometry('几何嵌套过深');
        const parts = listOf(ownValue(value, 'geometries'));
        return { type, geometries: parts.map((each) => this.copy(each, nesting + 1)) };
      }
      default: {
        const printed = typeof type === 'string' ? type.slice(0, 30) : '未写明';
        throw new MalformedGeometry(`类型「${printed}」不是 GeoJSON 的几何类型`);
      }
    }
  }
}

function isEmptyList(list: readonly unknown[]): boolean {
  return list.length === 0;
}

/** A geometry without a single position. */
export function isEmptyGeometry(geometry: Geometry): boolean {
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.every(isEmptyGeometry)
    : isEmptyList(geometry.coordinates);
}
