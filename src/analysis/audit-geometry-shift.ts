// A layer read as WGS84 that was GCJ-02 lies some 500 m to the south-east. Where it draws rivers, lakes or roads that the base
// map has too (by name), the distances of its places to them tell: they are systematic, and far less once converted.
import type { Geometry, Position } from 'geojson';
import type { AuditFinding } from '../domain/audit-finding';
import type { BaseFeature } from '../domain/base-layer';
import { fromGcj02 } from '../geo/gcj-offset';
import { geometryDistanceMetres } from '../geo/geometry-distance';
import { walkPositions } from '../geo/positions';
import { finding } from './audit-finding-text';
import { medianOf } from './audit-median';
import { figureText } from './audit-number';

const LEAST_PLACES = 8;
const MOST_PLACES = 200;
/** Off by more than this, and less than half of it once converted. */
const LEAST_SHIFT_METRES = 150;
const KEPT_SHARE = 0.5;

interface Shape {
  readonly name: string;
  readonly geometry: Geometry;
}

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly features: readonly Shape[];
}

function placesOf(geometry: Geometry): Position[] {
  const places: Position[] = [];
  walkPositions(geometry, (position) => places.push([...position]));
  return places;
}

function metresTo(base: Geometry, [...coordinates]: Position): number {
  return geometryDistanceMetres({ type: 'Point', coordinates }, base);
}

export function shiftedLayerFinding(layer: Shown, base: readonly BaseFeature[]): AuditFinding[] {
  const places = layer.features.flatMap(({ name, geometry }) => {
    const same =
      name.length < 2 ? undefined : base.find((each) => !each.schematic && each.name === name);
    return same === undefined
      ? []
      : placesOf(geometry).map((position) => ({ position, base: same.geometry }));
  });
  if (places.length < LEAST_PLACES) return [];
  const step = Math.ceil(places.length / MOST_PLACES);
  const some = places.filter((_, at) => at % step === 0);
  const before = medianOf(some.map(({ position, base: line }) => metresTo(line, position)));
  const after = medianOf(
    some.map(({ position, base: line }) => metresTo(line, fromGcj02(position))),
  );
  if (before < LEAST_SHIFT_METRES || after > before * KEPT_SHARE) return [];
  const [off, then] = [before, after].map((metres) => figureText(Math.round(metres)));
  return [
    finding({
      kind: 'shifted-layer',
      severity: 'warning',
      where: { layer: layer.id },
      against: [{ layer: 'base' }],
      stated: 'WGS84',
      computed: 'GCJ-02',
      unit: '',
      arithmetic: `${some.length}处与底图同名要素的距离中位数${off}米，按GCJ-02换算后${then}米`,
      cause: '坐标取自网络地图（GCJ-02，整体偏东南约500米），没有换算。',
      text: `${layer.title}像是整体偏移：与底图同名的河流、道路相距约${off}米，按GCJ-02（火星坐标）换算后只差${then}米。`,
      mend: '请确认坐标系；如是GCJ-02，请选该坐标系重新导入。',
      canUseComputed: false,
    }),
  ];
}
