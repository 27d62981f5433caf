// How an object gets its place: which shapes fit its kind, and the coordinate systems that it may be typed in.
import type { Geometry } from 'geojson';
import type { BoundingBox } from '../../domain/lng-lat';
import type { PlanObjectKind } from '../../domain/plan-object';
import { centralMeridian, crsLabel, parseCrs } from '../../io/crs';
import type { DrawMode } from '../../map/draw/drawn-shape';

export const SHAPE_WORDS: Readonly<Record<DrawMode, string>> = {
  point: '点',
  linestring: '线',
  polygon: '面',
};

/** The shape that is offered first. */
export function usualShape(kind: PlanObjectKind): DrawMode {
  if (kind === 'site') return 'point';
  return kind === 'zone' || kind === 'reference' ? 'polygon' : 'linestring';
}

/** Half a 3-degree strip, and as much again beside it. */
const STRIP_DEGREES = 3;
const ZONES = [
  ...Array.from({ length: 21 }, (_, at) => 25 + at),
  ...Array.from({ length: 11 }, (_, at) => 13 + at),
];

export interface CrsOption {
  readonly value: string;
  readonly label: string;
}

/** Degrees, the CGCS2000 strips that reach the region, and the web maps' systems. */
export function crsOptions([west, , east]: BoundingBox): readonly CrsOption[] {
  const near = ZONES.filter((zone) => {
    const meridian = centralMeridian(zone);
    const reach = zone >= 25 ? STRIP_DEGREES / 2 : STRIP_DEGREES;
    return meridian + reach > west && meridian - reach < east;
  });
  const names = [
    'cgcs2000',
    ...near.map((zone) => `cgcs2000:zone${zone}`),
    'wgs84',
    'gcj02',
    'bd09',
  ];
  return names.map((value) => {
    const crs = parseCrs(value);
    return { value, label: crs.ok ? crsLabel(crs.value) : value };
  });
}

/** What is drawn, in words: 点, 线（12 个节点） … */
export function geometryWords(geometry: Geometry): string {
  const count = (of: unknown): number =>
    Array.isArray(of)
      ? typeof of[0] === 'number'
        ? 1
        : of.reduce((sum: number, part) => sum + count(part), 0)
      : 0;
  if (geometry.type === 'GeometryCollection') return `${geometry.geometries.length} 个图形`;
  if (geometry.type === 'Point') {
    const [lng = 0, lat = 0] = geometry.coordinates;
    return `点（${lng.toFixed(6)}, ${lat.toFixed(6)}）`;
  }
  const word = geometry.type.endsWith('Polygon')
    ? '面'
    : geometry.type.endsWith('Point')
      ? '点'
      : '线';
  // A ring's last position is its first.
  const closed =
    geometry.type === 'Polygon'
      ? geometry.coordinates.length
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat().length
        : 0;
  return `${word}（${count(geometry.coordinates) - closed} 个节点）`;
}
