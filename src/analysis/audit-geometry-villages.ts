// Villages against the areas that they belong to. A county's border is a border; a township's cell is a planning cell, so a
// known position may well lie some way outside it, while a spread one may not. Positions that several villages share tell
// nothing where we spread them. Many villages outside their counties that all come in when they are read as GCJ-02 are one
// shifted layer, not many mistakes.
import type { Position } from 'geojson';
import type { AuditFinding, AuditPlace } from '../domain/audit-finding';
import type { Village } from '../domain/village';
import { containsTest } from '../geo/area';
import { fromGcj02 } from '../geo/gcj-offset';
import { geometryDistanceMetres } from '../geo/geometry-distance';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { figureText } from './audit-number';

/** A township's cell is a guess: known villages of four regions lie up to 5 km outside theirs. */
const CELL_DOUBT_METRES = 10_000;
const VILLAGES_A_STEP = 2000;
/** Fewer villages outside are told one by one. */
const LEAST_SHIFTED = 3;
const SHIFTED_SHARE = 0.8;
const LAYER = 'villages';
/** Nothing is measured nearer to the poles; such a latitude is no place of ours. */
const MOST_LATITUDE = 85;

type Area = {
  readonly name: string;
  readonly contains: (position: Position) => boolean;
  readonly metres: (position: Position) => number;
};

function place(village: Village, row: number): AuditPlace {
  return { layer: LAYER, row, code: village.code };
}

function areasOf(areas: AuditInput['counties'] | AuditInput['townships']): Map<string, Area> {
  return new Map(
    areas.flatMap(({ code, name, geometry }) => {
      if (geometry === null) return [];
      const metres = ([...coordinates]: Position): number =>
        Math.abs(coordinates[1] ?? 0) > MOST_LATITUDE
          ? Infinity
          : geometryDistanceMetres({ type: 'Point', coordinates }, geometry);
      return [[code, { name, contains: containsTest(geometry), metres }] as const];
    }),
  );
}

function isSpread({ positionMethod }: Village): boolean {
  return positionMethod === 'within-township' || positionMethod === 'within-county';
}

interface Outside {
  readonly village: Village;
  readonly row: number;
  readonly area: Area;
  readonly metres: number;
}

function awayWords(metres: number): string {
  return Number.isFinite(metres) ? `约${figureText(Math.round(metres))}米` : '很远';
}

function outsideFinding(
  { village, row, area, metres }: Outside,
  level: '县' | '乡镇',
): AuditFinding {
  const [lng, lat] = village.position;
  const swapped = area.contains([lat, lng]);
  return finding({
    kind: swapped ? 'swapped-axes' : 'outside-parent',
    severity: level === '县' || isSpread(village) ? 'error' : 'warning',
    where: place(village, row),
    against: [],
    stated: village.name,
    computed: area.name,
    unit: '',
    arithmetic: `位置${lng}，${lat}在${area.name}之外${awayWords(metres)}，位置精度${figureText(village.positionAccuracyMetres)}米`,
    cause: swapped ? '经度和纬度写颠倒。' : '坐标写错、坐标系不对，或所属单位写错。',
    text: swapped
      ? `${village.name}（${village.code}）的经纬度颠倒：对调后落在${area.name}之内。`
      : `${village.name}（${village.code}）的位置在所属${level}${area.name}之外${awayWords(metres)}。`,
    mend: '请核对坐标、坐标系和所属单位。',
    canUseComputed: false,
  });
}

function shiftedFinding(
  outside: readonly Outside[],
  known: readonly Village[],
): AuditFinding | null {
  const back = outside.filter(({ village, area }) =>
    area.contains(fromGcj02([...village.position])),
  ).length;
  if (outside.length < LEAST_SHIFTED || back < outside.length * SHIFTED_SHARE) return null;
  return finding({
    kind: 'shifted-layer',
    severity: 'warning',
    where: { layer: LAYER },
    against: outside.map(({ village, row }) => place(village, row)),
    stated: 'WGS84',
    computed: 'GCJ-02',
    unit: '',
    arithmetic: `${known.length}个已知位置中${outside.length}个在所属县之外；按GCJ-02换算后其中${back}个回到县内`,
    cause: '坐标取自网络地图（GCJ-02，整体偏东南约500米），没有换算。',
    text: `村点像是整体偏移：${outside.length}个村在所属县之外，按GCJ-02（火星坐标）换算后${back}个回到县内。`,
    mend: '请确认坐标系；如是GCJ-02，请选该坐标系重新导入。',
    canUseComputed: false,
  });
}

function duplicateFindings(villages: readonly Village[]): AuditFinding[] {
  const first = new Map<string, number>();
  return villages.flatMap((village, at) => {
    if (isSpread(village)) return [];
    const key = village.position.join();
    const before = first.get(key);
    const other = before === undefined ? undefined : villages[before];
    if (before === undefined || other === undefined) {
      first.set(key, at);
      return [];
    }
    return finding({
      kind: 'duplicate-position',
      severity: 'warning',
      where: place(village, at + 1),
      against: [place(other, before + 1)],
      stated: village.name,
      computed: other.name,
      unit: '',
      arithmetic: `两村都在${village.position[0]}，${village.position[1]}`,
      cause: '坐标抄自同一行，或都取了乡镇驻地的坐标。',
      text: `${village.name}（${village.code}）与${other.name}（${other.code}）的位置完全相同。`,
      mend: '请核对两村的坐标。',
      canUseComputed: false,
    });
  });
}

export function* villageGeometryFindings({
  counties,
  townships,
  villages,
}: AuditInput): Generator<void, AuditFinding[]> {
  const [countyAreas, cells] = [areasOf(counties), areasOf(townships)];
  yield;
  const [outsideCounty, outsideCell]: [Outside[], Outside[]] = [[], []];
  for (const [at, village] of villages.entries()) {
    if (at % VILLAGES_A_STEP === VILLAGES_A_STEP - 1) yield;
    const position = [...village.position];
    const [county, cell] = [countyAreas.get(village.countyCode), cells.get(village.townshipCode)];
    if (county !== undefined && !county.contains(position)) {
      const metres = county.metres(position);
      const accuracy = isSpread(village) ? 0 : village.positionAccuracyMetres;
      if (metres > accuracy) outsideCounty.push({ village, row: at + 1, area: county, metres });
    } else if (
      cell !== undefined &&
      village.positionMethod !== 'within-county' &&
      !cell.contains(position)
    ) {
      const metres = cell.metres(position);
      const doubt = isSpread(village) ? 0 : village.positionAccuracyMetres + CELL_DOUBT_METRES;
      if (metres > doubt) outsideCell.push({ village, row: at + 1, area: cell, metres });
    }
  }
  const known = villages.filter((village) => !isSpread(village));
  const shifted = shiftedFinding(
    outsideCounty.filter(({ village }) => !isSpread(village)),
    known,
  );
  const told =
    shifted === null ? outsideCounty : outsideCounty.filter(({ village }) => isSpread(village));
  return [
    ...(shifted === null ? [] : [shifted]),
    ...told.map((each) => outsideFinding(each, '县')),
    ...outsideCell.map((each) => outsideFinding(each, '乡镇')),
    ...duplicateFindings(villages),
  ];
}
