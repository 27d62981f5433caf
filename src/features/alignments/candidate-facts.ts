import type { Geometry, Position } from 'geojson';
import { geodesicLengthMetres } from '../../map/draw/drawn-shape';
import { formatDistance, formatQuantity } from '../../ui/format';

interface Tally {
  readonly points: number;
  readonly lines: readonly Position[][];
  readonly polygons: readonly Position[][][];
}

const NOTHING: Tally = { points: 0, lines: [], polygons: [] };

function tallyOf(geometry: Geometry): Tally {
  switch (geometry.type) {
    case 'Point':
      return { ...NOTHING, points: 1 };
    case 'MultiPoint':
      return { ...NOTHING, points: geometry.coordinates.length };
    case 'LineString':
      return { ...NOTHING, lines: [geometry.coordinates] };
    case 'MultiLineString':
      return { ...NOTHING, lines: geometry.coordinates };
    case 'Polygon':
      return { ...NOTHING, polygons: [geometry.coordinates] };
    case 'MultiPolygon':
      return { ...NOTHING, polygons: geometry.coordinates };
    case 'GeometryCollection':
      return geometry.geometries.map(tallyOf).reduce(
        (sum, part) => ({
          points: sum.points + part.points,
          lines: sum.lines.concat(part.lines),
          polygons: sum.polygons.concat(part.polygons),
        }),
        NOTHING,
      );
  }
}

/** Beyond this many vertices the length is left out: it would hold up the screen. */
const MAX_MEASURED_VERTICES = 100_000;

function pathText(
  count: number,
  unit: string,
  word: string,
  paths: readonly (readonly Position[])[],
): string {
  const vertices = paths.reduce((sum, path) => sum + path.length, 0);
  const shape = `${formatQuantity(count, unit)}（${formatQuantity(vertices, '个点')}`;
  if (vertices > MAX_MEASURED_VERTICES) return `${shape}）`;
  const metres = paths.reduce((sum, path) => sum + geodesicLengthMetres(path, false), 0);
  return `${shape}，${word} ${formatDistance(metres)}）`;
}

/** What a geometry holds, in words: "1 条线（3 个点，全长 12.5 公里）". Lengths are geodesic. */
export function describeGeometry(geometry: Geometry): string {
  const { points, lines, polygons } = tallyOf(geometry);
  const parts: string[] = [];
  if (points > 0) parts.push(formatQuantity(points, '个点'));
  if (lines.length > 0) parts.push(pathText(lines.length, '条线', '全长', lines));
  if (polygons.length > 0) parts.push(pathText(polygons.length, '个面', '周长', polygons.flat()));
  return parts.join('、');
}
