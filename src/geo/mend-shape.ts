// A geometry made valid on request, with an account of what was changed.
//
// 1. Positions that are none, repeats in a row and spikes are taken away, rings are closed; what is then no line or ring
//    is dropped. Often that is all.
// 2. An area that still has faults is united with itself (area-boolean.ts, non-zero winding): loops of a border become
//    parts, parts that overlap become one, holes outside vanish. In the plane of degrees, where faults are told.
import type { Geometry, Position } from 'geojson';
import type { Outcome } from '../domain/problem';
import { polygonAreaSquareMetres } from './area';
import { combinedIn } from './area-boolean';
import type { Area } from './display-buffer';
import { done, refused } from './edit-outcome';
import { firstMeetings, mapPaths } from './edit-paths';
import type { EditPath } from './edit-paths';
import type { Plane } from './gnomonic';
import { boundsOf } from './positions';
import { cornersOf, isSpike, shapeFaults } from './shape-faults';
import type { ShapeFaultKind } from './shape-faults';

export interface MendedShape {
  readonly geometry: Geometry;
  /** What was changed, in Chinese, a sentence each; empty for a geometry without faults. */
  readonly changes: readonly string[];
  /** By the borders as they were drawn: loops that run the other way count as less. 0 for lines and points. */
  readonly squareMetresBefore: number;
  readonly squareMetresAfter: number;
}

const CHANGES: Readonly<Record<ShapeFaultKind, string>> = {
  'not-a-number': '删去不是数字的坐标',
  'out-of-range': '删去超出范围的坐标',
  'too-few-vertices': '删去顶点太少的部分',
  unclosed: '闭合边界',
  'duplicate-vertex': '合并重复的顶点',
  spike: '削去尖刺',
  'self-crossing': '在自相交处拆开边界',
  'rings-cross': '合并与边界或其他洞相交的洞',
  'hole-outside': '删去外边界之外的洞',
  'hole-in-hole': '合并洞里的洞',
  'parts-overlap': '合并重叠或共边的部分',
};

const METRES_PER_DEGREE = 111_320;

/** Degrees stretched to about metres: lines that are straight in the file are straight in it. */
function plateCarree(geometry: Geometry): Plane {
  const [west, south, east, north] = boundsOf(geometry) ?? [0, 0, 0, 0];
  const [lng0, lat0] = [(west + east) / 2, (south + north) / 2];
  const perLng = METRES_PER_DEGREE * Math.max(Math.cos((lat0 * Math.PI) / 180), 0.01);
  return {
    toPlane: ([lng = Number.NaN, lat = Number.NaN]) => [
      (lng - lng0) * perLng,
      (lat - lat0) * METRES_PER_DEGREE,
    ],
    toGlobe: ([x, y]) => [lng0 + x / perLng, lat0 + y / METRES_PER_DEGREE],
  };
}

function isPlace([lng = Number.NaN, lat = Number.NaN]: Position): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

/** The open ring without spikes; taking one away may lay another bare. */
function withoutSpikes(ring: readonly Position[]): Position[] {
  let corners = cornersOf(ring);
  for (;;) {
    const count = corners.length;
    const at = corners.findIndex((v, i) => {
      const before = corners[(i + count - 1) % count] as Position;
      return count > 2 && isSpike(before, v, corners[(i + 1) % count] as Position);
    });
    if (at < 0) return corners;
    corners = cornersOf(corners.toSpliced(at, 1));
  }
}

function tidied({ kind, positions }: EditPath): readonly Position[] | null {
  const sound = positions.filter(isPlace);
  if (kind === 'point') return sound;
  if (kind === 'ring') {
    const ring = withoutSpikes(sound);
    return ring.filter(firstMeetings()).length < 3 ? null : ring;
  }
  const line = sound.filter(
    (position, at) =>
      at === 0 || position[0] !== sound[at - 1]?.[0] || position[1] !== sound[at - 1]?.[1],
  );
  return line.length < 2 ? null : line;
}

function squareMetresOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return polygonAreaSquareMetres(geometry);
    case 'GeometryCollection':
      return geometry.geometries.reduce((sum, each) => sum + squareMetresOf(each), 0);
    default:
      return 0;
  }
}

function unitedWithItself(area: Area): Outcome<Geometry | null> {
  return shapeFaults(area).length === 0
    ? done(area)
    : combinedIn(plateCarree(area), [area], 'union');
}

function untangled(geometry: Geometry): Outcome<Geometry | null> {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    return unitedWithItself(geometry);
  }
  if (geometry.type !== 'GeometryCollection') return done(geometry);
  const geometries: Geometry[] = [];
  for (const each of geometry.geometries) {
    const part = untangled(each);
    if (!part.ok) return part;
    if (part.value) geometries.push(part.value);
  }
  return done(geometries.length > 0 ? { ...geometry, geometries } : null);
}

/** The geometry without faults (`shapeFaults`), or a Problem when nothing is left or the faults cannot be mended. */
export function mendedShape(geometry: Geometry): Outcome<MendedShape> {
  const faults = shapeFaults(geometry);
  const counts = new Map<ShapeFaultKind, number>();
  for (const { kind } of faults) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const changes = [...counts].map(([kind, count]) => `${CHANGES[kind]}（${count} 处）`);
  const tidy = faults.length === 0 ? geometry : mapPaths(geometry, tidied);
  const whole = tidy ? untangled(tidy) : done(null);
  if (!whole.ok) return whole;
  if (!tidy || !whole.value) {
    return refused('mend-nothing-left', '去掉错误以后，图形什么也不剩', '删去这个图形，重新画');
  }
  const left = shapeFaults(whole.value);
  if (left.length > 0) {
    return refused(
      'mend-failed',
      `自动修正后仍有 ${left.length} 处错误：${left[0]?.text ?? ''}`,
      '在图上移动标出的顶点，再检查',
    );
  }
  return done({
    geometry: whole.value,
    changes,
    squareMetresBefore: squareMetresOf(tidy),
    squareMetresAfter: squareMetresOf(whole.value),
  });
}
