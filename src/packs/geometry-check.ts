// Geometry of pack features: structure by geojson-validation, then what it lets through (numbers out of range,
// infinities, unclosed, crossing or wrongly wound rings) by our own checks. geojson-validation is LGPL-3 and
// CommonJS: it is imported lazily so that it stays in a chunk of its own.
import type { Geometry } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';

type GeometryType = Geometry['type'];

export interface GeometryRule {
  readonly allowed: readonly GeometryType[];
  readonly nullable: boolean;
  /** Every position must lie in here; null = anywhere on earth. */
  readonly bbox: BoundingBox | null;
}

/** `findings` are Chinese texts that begin with a noun, so that a label and 的 can stand before them. */
export type GeometryVerdict =
  | { readonly ok: true; readonly geometry: Geometry | null }
  | { readonly ok: false; readonly findings: readonly string[] };

export type GeometryChecker = (value: unknown, rule: GeometryRule) => GeometryVerdict;

const WORLD: BoundingBox = [-180, -90, 180, 90];

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
}

/** The library calls methods of a ring's first position, so an empty list must not reach it. */
function hasEmptyList(value: unknown): boolean {
  return Array.isArray(value) && (value.length === 0 || value.some(hasEmptyList));
}

function emptyListIn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('geometries' in value && Array.isArray(value.geometries))
    return value.geometries.length === 0 || value.geometries.some(emptyListIn);
  return 'coordinates' in value && hasEmptyList(value.coordinates);
}

/** Every position of a geometry whose structure is sound. */
function positionsOf(geometry: Geometry): readonly (readonly number[])[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'MultiPoint' || geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return geometry.coordinates.flat();
}

function positionFindings(geometry: Geometry, bbox: BoundingBox | null): readonly string[] {
  const [west, south, east, north] = bbox ?? WORLD;
  const outside = positionsOf(geometry).filter((position) => {
    const [lng = Number.NaN, lat = Number.NaN] = position;
    return !(lng >= west && lng <= east && lat >= south && lat <= north);
  });
  if (outside.length === 0) return [];
  const [first = []] = outside;
  const extent = bbox ? '数据包范围' : '经纬度范围';
  return [`图形有 ${outside.length} 个坐标在${extent}之外，第一个是 ${first[0]}, ${first[1]}。`];
}

/** Loads the structure checker and returns the whole check. */
export async function loadGeometryChecker(): Promise<GeometryChecker> {
  const { default: validation } = await import('geojson-validation');
  const isGeometry = (value: unknown): value is Geometry =>
    validation.isGeometryObject(value, true).length === 0;

  return (value, rule) => {
    if (value === null || value === undefined) {
      return rule.nullable
        ? { ok: true, geometry: null }
        : { ok: false, findings: ['图形缺失（geometry 为空）。'] };
    }
    const type = typeOf(value);
    if (!rule.allowed.some((allowed) => allowed === type)) {
      const allowed = rule.allowed.join('、');
      return { ok: false, findings: [`图形类型为 ${String(type)}，只能是 ${allowed}。`] };
    }
    if (emptyListIn(value)) return { ok: false, findings: ['图形有空的坐标数组。'] };
    if (!isGeometry(value)) {
      const detail = validation.isGeometryObject(value, true)[0] ?? '';
      return { ok: false, findings: [`图形结构不合 GeoJSON 规范（${detail}）。`] };
    }
    const findings = positionFindings(value, rule.bbox);
    return findings.length === 0 ? { ok: true, geometry: value } : { ok: false, findings };
  };
}
