// Layers of shapes: imports, plan objects and the pack's own. Features off the region or with exchanged axes, shapes that are
// faulty or mere slivers, points given twice, zones that overlap; and a layer that lies off the rivers it draws by just the
// offset of GCJ-02.
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import type { AuditFinding, AuditPlace } from '../domain/audit-finding';
import type { ImportRecord } from '../domain/imported';
import { polygonAreaSquareMetres } from '../geo/area';
import { geodesicDistanceMetres } from '../geo/geodesic';
import { overlapsBetween } from '../geo/overlaps';
import { boundsOf } from '../geo/positions';
import { shapeFaults } from '../geo/shape-faults';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { figureText, rounded } from './audit-number';
import { shiftedLayerFinding } from './audit-geometry-shift';

export interface LayerFeature {
  readonly id: string;
  readonly name: string;
  readonly geometry: Geometry;
  readonly row: number;
}

export interface AuditLayer {
  readonly id: string;
  readonly title: string;
  /** Its areas must not overlap. */
  readonly isZones: boolean;
  /** No two of it have one place; projects of the pack and of imports may. */
  readonly isPlacedOnce: boolean;
  readonly features: readonly LayerFeature[];
}

/** Degrees round the region's box that still belong to it: projects begin outside. */
const MARGIN_DEGREES = 0.5;
/** A polygon narrower than this all along is a rest of cutting. */
const SLIVER_METRES = 3;
const LEAST_OVERLAP_SHARE = 0.001;
const FEATURES_A_STEP = 200;

export function importLayers(imports: Iterable<ImportRecord>): AuditLayer[] {
  return [...imports].flatMap(({ id, title, content }) => {
    if (content.kind === 'villages' || content.kind === 'terrain') return [];
    const { kind, features } = content;
    const isZones = kind === 'zones';
    return [{ id, title, isZones, isPlacedOnce: isZones || kind === 'sites', features }];
  });
}

function placeOf(layer: AuditLayer, { row, id }: LayerFeature): AuditPlace {
  return { layer: layer.id, row, code: id };
}

type Box = readonly [west: number, south: number, east: number, north: number];

function isApart([w, s, e, n]: Box, [west, south, east, north]: Box): boolean {
  return e < west || w > east || n < south || s > north;
}

function placeFinding(
  layer: AuditLayer,
  feature: LayerFeature,
  region: Box,
  name: string,
): AuditFinding[] {
  const box = boundsOf(feature.geometry);
  if (box === null || !isApart(box as Box, region)) return [];
  const [w, s, e, n] = box as Box;
  const swapped = !isApart([s, w, n, e], region);
  return [
    finding({
      kind: swapped ? 'swapped-axes' : 'outside-region',
      severity: 'error',
      where: placeOf(layer, feature),
      against: [],
      stated: feature.name,
      computed: null,
      unit: '',
      arithmetic: `位置约${rounded((w + e) / 2)}，${rounded((s + n) / 2)}；${name}在经度${rounded(region[0], 1)}—${rounded(region[2], 1)}、纬度${rounded(region[1], 1)}—${rounded(region[3], 1)}`,
      cause: swapped ? '经度和纬度写颠倒。' : '坐标系选错、坐标写错，或不属于本区域。',
      text: swapped
        ? `${layer.title}第${feature.row}条“${feature.name}”的经纬度颠倒，对调后落在${name}。`
        : `${layer.title}第${feature.row}条“${feature.name}”不在${name}范围之内。`,
      mend: swapped ? '请对调经纬度后重新导入。' : '请核对坐标和坐标系。',
      canUseComputed: false,
    }),
  ];
}

function polygonsOf(geometry: Geometry): (Polygon | MultiPolygon)[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [geometry] : [];
}

function ringMetres(ring: readonly Position[]): number {
  return ring
    .slice(1)
    .reduce((sum, position, at) => sum + geodesicDistanceMetres(ring[at] ?? position, position), 0);
}

function sliverParts(geometry: Geometry): number {
  const polygons = polygonsOf(geometry).flatMap((each) =>
    each.type === 'Polygon' ? [each.coordinates] : each.coordinates,
  );
  return polygons.filter(([outer = []]) => {
    const around = ringMetres(outer);
    const area = polygonAreaSquareMetres({ type: 'Polygon', coordinates: [outer] });
    return around > 0 && (2 * area) / around < SLIVER_METRES;
  }).length;
}

function shapeFindings(layer: AuditLayer, feature: LayerFeature): AuditFinding[] {
  const common = {
    where: placeOf(layer, feature),
    against: [],
    stated: feature.name,
    unit: '',
    canUseComputed: false,
  };
  const [fault, ...more] = shapeFaults(feature.geometry);
  const faults = fault === undefined ? [] : [fault.text, ...more.map(({ text }) => text)];
  const slivers = fault === undefined ? sliverParts(feature.geometry) : 0;
  return [
    ...(fault === undefined
      ? []
      : [
          finding({
            ...common,
            kind: 'invalid-shape',
            severity: 'warning',
            computed: null,
            arithmetic: [...new Set(faults)].slice(0, 4).join('；'),
            cause: '绘制或转换时出错。',
            text: `${layer.title}第${feature.row}条“${feature.name}”的图形有误：${fault.text}${more.length === 0 ? '' : `，等${faults.length}处`}。`,
            mend: '请用“修复图形”改正，或在原软件中改正后重新导入。',
          }),
        ]),
    ...(slivers === 0
      ? []
      : [
          finding({
            ...common,
            kind: 'sliver',
            severity: 'warning',
            computed: slivers,
            arithmetic: `${slivers}块面的平均宽度不到${SLIVER_METRES}米`,
            cause: '叠加裁切后留下的碎屑。',
            text: `${layer.title}第${feature.row}条“${feature.name}”含${slivers}块不足${SLIVER_METRES}米宽的碎片。`,
            mend: '请删去碎片，或并入相邻的面。',
          }),
        ]),
  ];
}

function duplicateFindings(layer: AuditLayer): AuditFinding[] {
  const first = new Map<string, LayerFeature>();
  return layer.features.flatMap((feature) => {
    const key = JSON.stringify(feature.geometry);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, feature);
      return [];
    }
    return finding({
      kind: 'duplicate-position',
      severity: 'warning',
      where: placeOf(layer, feature),
      against: [placeOf(layer, before)],
      stated: feature.name,
      computed: before.name,
      unit: '',
      arithmetic: `第${before.row}条与第${feature.row}条的坐标完全相同`,
      cause: '同一对象录了两次，或坐标抄自另一条。',
      text: `${layer.title}第${before.row}条“${before.name}”与第${feature.row}条“${feature.name}”位置完全相同。`,
      mend: '请删去重复的一条，或改正坐标。',
      canUseComputed: false,
    });
  });
}

function overlapFindings(layer: AuditLayer): AuditFinding[] {
  const areas = layer.features.flatMap((feature) => {
    const [area, ...more] = polygonsOf(feature.geometry);
    const isSound = area !== undefined && more.length === 0 && shapeFaults(area).length === 0;
    return isSound ? [{ feature, area }] : [];
  });
  return areas.flatMap(({ feature, area }, at) => {
    const later = areas.slice(at + 1);
    const pairs = overlapsBetween(
      [area],
      later.map((each) => each.area),
    );
    if (!pairs.ok) return [];
    return pairs.value.flatMap(({ second, squareMetres, shareOfFirst, shareOfSecond }) => {
      const other = later[second]?.feature;
      const share = Math.max(shareOfFirst, shareOfSecond);
      if (other === undefined || share < LEAST_OVERLAP_SHARE) return [];
      return finding({
        kind: 'overlap',
        severity: 'warning',
        where: placeOf(layer, feature),
        against: [placeOf(layer, other)],
        stated: feature.name,
        computed: rounded(squareMetres, 0),
        unit: '平方米',
        arithmetic: `重叠${figureText(rounded(squareMetres, 0))}平方米，占“${feature.name}”的${rounded(shareOfFirst * 100, 1)}%、“${other.name}”的${rounded(shareOfSecond * 100, 1)}%`,
        cause: '边界没有对齐，或同一块地划了两次。',
        text: `${layer.title}“${feature.name}”与“${other.name}”重叠${figureText(rounded(squareMetres / 10_000, 2))}公顷。`,
        mend: '请核对两者的边界。',
        canUseComputed: false,
        mark: other.id,
      });
    });
  });
}

export function* layerFindings(
  { bbox, name, baseFeatures }: AuditInput,
  layers: readonly AuditLayer[],
): Generator<void, AuditFinding[]> {
  const [west, south, east, north] = bbox;
  const region: Box = [
    west - MARGIN_DEGREES,
    south - MARGIN_DEGREES,
    east + MARGIN_DEGREES,
    north + MARGIN_DEGREES,
  ];
  const found: AuditFinding[] = [];
  for (const layer of layers) {
    for (const [at, feature] of layer.features.entries()) {
      if (at % FEATURES_A_STEP === FEATURES_A_STEP - 1) yield;
      const [misplaced] = placeFinding(layer, feature, region, name);
      found.push(...(misplaced === undefined ? shapeFindings(layer, feature) : [misplaced]));
    }
    yield;
    if (layer.isPlacedOnce) found.push(...duplicateFindings(layer));
    if (layer.isZones) found.push(...overlapFindings(layer));
    yield;
    found.push(...shiftedLayerFinding(layer, baseFeatures));
  }
  return found;
}
