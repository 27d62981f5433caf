// What the adjusting of a place says: measures, positions, and why something was not done.
import type { Geometry, Position } from 'geojson';
import type { Problem } from '../../domain/problem';
import { polygonAreaSquareMetres } from '../../geo/area';
import type { EditFault } from '../../geo/edit-check';
import { type PathKind, pathsOf } from '../../geo/edit-paths';
import type { RemovalRefusal, Vertex } from '../../geo/edit-vertices';
import { LARGEST_LATITUDE } from '../../geo/project-shape';
import type { AdjustTrouble } from '../../map/draw/adjust-controller';
import type { AdjustView } from '../../map/draw/start-adjust';
import { formatInteger } from '../../ui/format';
import { describeGeometry } from './candidate-facts';

const SQUARE_METRES_OF_A_MU = 10_000 / 15;

function areaSquareMetres(geometry: Geometry): number {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    return polygonAreaSquareMetres(geometry);
  }
  if (geometry.type !== 'GeometryCollection') return 0;
  return geometry.geometries.reduce((sum, each) => sum + areaSquareMetres(each), 0);
}

/** 2500000 → "2.5 平方公里（3,750 亩）". */
function areaText(squareMetres: number): string {
  const squareKilometres = Number((squareMetres / 1e6).toFixed(2));
  return `${squareKilometres} 平方公里（${formatInteger(squareMetres / SQUARE_METRES_OF_A_MU)} 亩）`;
}

/** Panel and line over the map say the same of one geometry: measured once. */
const KNOWN_FACTS = new WeakMap<Geometry, string>();

/** "1 条线（3 个点，全长 12.5 公里）", with the area where there is one. Geodesic. */
export function geometryFacts(geometry: Geometry): string {
  const known = KNOWN_FACTS.get(geometry);
  if (known !== undefined) return known;
  const area = areaSquareMetres(geometry);
  const facts = describeGeometry(geometry);
  const text = area > 0 ? `${facts}，面积 ${areaText(area)}` : facts;
  KNOWN_FACTS.set(geometry, text);
  return text;
}

/** As it is typed: "110.78777, 34.71523". */
export function positionText([lng, lat]: Position): string {
  return `${lng}, ${lat}`;
}

const PATH_WORDS: Readonly<Record<PathKind, string>> = { point: '点', line: '线', ring: '边界' };

/** "线 2 节点 3": numbered as drawn, each kind for itself. */
export function vertexNames(geometry: Geometry, vertices: readonly Vertex[]): readonly string[] {
  const counts: Record<PathKind, number> = { point: 0, line: 0, ring: 0 };
  const numbers = pathsOf(geometry).map(({ kind }) => ++counts[kind]);
  return vertices.map(({ kind, path, index }) => {
    const name = `${PATH_WORDS[kind]} ${numbers[path]}`;
    return kind === 'point' ? name : `${name} 节点 ${index + 1}`;
  });
}

const REMOVAL_WORDS: Readonly<Record<RemovalRefusal, string>> = {
  'line-too-short': '没有删：线至少要有两个节点。',
  'ring-too-short': '没有删：面的边界至少要有三个节点。',
  'nothing-left': '没有删：这是最后一个点，删去就没有位置了。',
};

function faultWords(fault: EditFault): string {
  if (fault.kind === 'self-crossing') return '面的边界在红线处自相交';
  switch (fault.refusal) {
    case 'latitude':
      return `纬度 ${fault.value} 超出可计算的 ±${LARGEST_LATITUDE}°`;
    case 'longitude':
      return `经度 ${fault.value} 超出范围`;
    case 'round-the-pole':
      return '面的边界绕极点一周，不能计算';
    case 'not-a-number':
      return `坐标 ${fault.value} 不是数字`;
  }
}

/** Why the last wish was not carried out, and what holds instead. */
export function troubleWords(trouble: AdjustTrouble, isDragging: boolean): string {
  if (trouble.kind === 'removal') return REMOVAL_WORDS[trouble.refusal];
  const holds = isDragging
    ? '暂不采用，统计仍按上一个有效位置；松手即退回'
    : '没有采用，仍是上一个有效位置';
  return `${faultWords(trouble.fault)}：${holds}。`;
}

/** The same for coordinates typed in. */
export function typedFault(fault: EditFault): Problem {
  return {
    code: 'adjust-fault',
    severity: 'error',
    where: {},
    text: `${faultWords(fault).replace('在红线处', '会')}，没有采用。`,
    mend: '请核对坐标；经度在前，十进制度。',
  };
}

/** Why there are no handles; null when there are. */
export function crowdWords({ hasHandles, verticesInView }: AdjustView): string | null {
  if (hasHandles) return null;
  return `当前视野内有 ${formatInteger(verticesInView)} 个节点，放大地图后才显示；仍可整体拖动。`;
}
