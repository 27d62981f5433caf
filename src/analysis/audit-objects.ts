// The objects that planners draw: as layers, so that they are checked like imports and pack, and against the counties that
// their forms name. A site or project names those of the villages it takes or serves; a reference area names none.
import { type County, countyCodeOf } from '../domain/administrative';
import type { AuditFinding } from '../domain/audit-finding';
import { type PlanObject, listValue, numberValue } from '../domain/plan-object';
import { geometryDistanceMetres } from '../geo/geometry-distance';
import { finding } from './audit-finding-text';
import type { AuditLayer } from './audit-geometry-layers';
import type { AuditInput } from './audit-input';
import { figureText } from './audit-number';

const LAYER = 'objects';
/** Reserves of different laws lie over each other, and so do projects. */
const OVERLAPPING_KINDS: readonly PlanObject['kind'][] = ['reference', 'project'];

export function objectLayers(objects: Iterable<PlanObject>): AuditLayer[] {
  const drawn = [...objects].flatMap(({ id, name, kind, geometry }, at) =>
    geometry === null ? [] : [{ id, name, kind, geometry, row: at + 1 }],
  );
  const kinds = ['zone', 'site', 'belt', 'project', 'reference'] as const;
  return kinds.flatMap((kind) => {
    const features = drawn.filter((each) => each.kind === kind);
    const isZones = !OVERLAPPING_KINDS.includes(kind);
    const layer = { id: LAYER, title: '规划对象', isZones, isPlacedOnce: true, features };
    return features.length === 0 ? [] : [layer];
  });
}

const namesCounties = ({ kind }: PlanObject): boolean => kind === 'belt' || kind === 'zone';

function countyCodesOf(object: PlanObject): readonly string[] {
  if (namesCounties(object)) return listValue(object, 'counties') ?? [];
  const villages = listValue(object, object.kind === 'site' ? 'fromVillages' : 'servedVillages');
  return [...new Set(villages?.map(countyCodeOf))];
}

/** A belt's line is its middle. */
function reachMetres(object: PlanObject): number {
  const isLine = object.geometry?.type.endsWith('LineString') === true;
  const width = isLine ? (numberValue(object, 'halfWidthMetres') ?? 0) : 0;
  return width + object.accuracyMetres;
}

interface CountyAway {
  readonly county: County;
  readonly metres: number;
}

function missedFinding(object: PlanObject, row: number, { county, metres }: CountyAway) {
  const away = figureText(Math.round(metres));
  return finding({
    kind: 'missed-area',
    severity: 'warning',
    where: { layer: LAYER, row, code: object.id },
    against: [{ layer: 'counties', code: county.code }],
    stated: county.name,
    computed: Math.round(metres),
    unit: '米',
    arithmetic: `到${county.name}最近${away}米，大于半宽和位置精度之和${figureText(reachMetres(object))}米`,
    cause: '表单所填的县有误，或没有画全。',
    text: `规划对象“${object.name}”填了涉及${county.name}，但按所画的位置离${county.name}最近还有${away}米。`,
    mend: '请核对“涉及县（市、区）”，或补画到该县的部分。',
    canUseComputed: false,
    mark: county.code,
  });
}

function outsideFinding(object: PlanObject, row: number, all: readonly CountyAway[]) {
  const names = all.map(({ county }) => county.name).join('、');
  const away = figureText(Math.round(Math.min(...all.map(({ metres }) => metres))));
  const villages = object.kind === 'site' ? '迁出村' : '受益村';
  return finding({
    kind: 'outside-parent',
    severity: 'warning',
    where: { layer: LAYER, row, code: object.id },
    against: all.map(({ county }) => ({ layer: 'counties', code: county.code })),
    stated: object.name,
    computed: names,
    unit: '',
    arithmetic: `${villages}在${names}，所画的位置离最近的县界${away}米，大于位置精度${figureText(object.accuracyMetres)}米`,
    cause: `位置标错，或${villages}填错。`,
    text: `规划对象“${object.name}”的${villages}都在${names}，但它画在${names}之外约${away}米。`,
    mend: `请核对“${object.name}”的位置和“${villages}”。`,
    canUseComputed: false,
  });
}

/** Belts and zones that miss a county that they name; sites and projects that lie outside every county of their villages. */
export function* objectCountyFindings({
  objects = [],
  counties,
}: AuditInput): Generator<void, AuditFinding[]> {
  const found: AuditFinding[] = [];
  for (const [at, object] of [...objects].entries()) {
    const { geometry } = object;
    const codes = countyCodesOf(object);
    if (geometry === null || codes.length === 0) continue;
    yield;
    const away = counties
      .filter(({ code }) => codes.includes(code))
      .map((county) => ({ county, metres: geometryDistanceMetres(geometry, county.geometry) }));
    const missed = away.filter(({ metres }) => metres > reachMetres(object));
    if (namesCounties(object))
      found.push(...missed.map((each) => missedFinding(object, at + 1, each)));
    else if (missed.length > 0 && missed.length === away.length)
      found.push(outsideFinding(object, at + 1, away));
  }
  return found;
}
