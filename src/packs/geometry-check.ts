// Geometry of pack features: structure by geojson-validation, then what it lets through (numbers out of range,
// infinities, unclosed, crossing or wrongly wound rings) by our own checks. geojson-validation is LGPL-3 and
// CommonJS: it is imported lazily so that it stays in a chunk of its own.
import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import { type RingProblemKind, type RingRole, ringProblems } from '../geo/ring-checks';

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

const RING_WORDS: Readonly<Record<RingProblemKind, string>> = {
  unclosed: '没有闭合（首尾坐标不同）',
  'too-short': '不足 3 个不同的顶点',
  'self-crossing': '自相交',
  'not-finite': '有不是数字的坐标',
  'out-of-range': '有超出经纬度范围的坐标',
  'wrong-winding': '绕行方向不合右手规则（外圈应逆时针，内圈应顺时针）',
};

function ringFindings(ring: readonly Position[], role: RingRole): readonly string[] {
  return ringProblems(ring, role).map(({ kind, index }) => {
    const [lng, lat] = ring[index] ?? [];
    const word = role === 'outer' ? '边界' : '内圈边界';
    return `${word}${RING_WORDS[kind]}，位置在 ${lng}, ${lat} 附近（第 ${index + 1} 个顶点）。`;
  });
}

function allRingFindings(geometry: Geometry): readonly string[] {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.flatMap((ring, index) =>
        ringFindings(ring, index === 0 ? 'outer' : 'hole'),
      );
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((coordinates) =>
        allRingFindings({ type: 'Polygon', coordinates }),
      );
    case 'GeometryCollection':
      return geometry.geometries.flatMap(allRingFindings);
    default:
      return [];
  }
}

/** The library's messages in Chinese; anything else is quoted. */
function structureFinding(message: string): string {
  if (message.includes('first and last positions')) return '边界没有闭合（首尾坐标不同）。';
  if (message.includes('at least four positions')) return '边界不足 4 个坐标。';
  if (message.includes('Position must')) return '图形有坐标不是两个数字。';
  if (message.includes('at least two elements')) return '线不足 2 个坐标。';
  if (message.includes('coordinates')) return '图形的坐标数组缺失或结构不对。';
  return `图形结构不合 GeoJSON 规范（${message}）。`;
}

/** Loads the structure checker and returns the whole check, or (`looksAtRings` false) all but the dear look at rings. */
export async function loadGeometryChecker(looksAtRings = true): Promise<GeometryChecker> {
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
      const messages = validation.isGeometryObject(value, true);
      return { ok: false, findings: [...new Set(messages.map(structureFinding))] };
    }
    const rings = looksAtRings ? allRingFindings(value) : [];
    const findings = [...positionFindings(value, rule.bbox), ...rings];
    return findings.length === 0 ? { ok: true, geometry: value } : { ok: false, findings };
  };
}
