// What is known of a village, a township, a county.
import {
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
  type CoverageResult,
} from '../../analysis/coverage-result';
import type { VillagePovertyEstimate } from '../../analysis/poverty-estimate';
import type { County, Township } from '../../domain/administrative';
import type { PackIndex } from '../../domain/pack-index';
import type { Resolution } from '../../domain/figure';
import type { Village } from '../../domain/village';
import {
  POSITION_METHOD_WORDS,
  POVERTY_CLASS_WORDS,
  SEAT_METHOD_WORDS,
  SPREAD_WORDS,
  VILLAGE_KIND_WORDS,
} from '../../domain/wording';
import { formatDistance, formatQuantity } from '../../ui/format';
import { coverageRows } from './describe-coverage';
import type { OwnFigureRow } from './describe-own-figures';
import { figureRows } from './describe-figures';
import {
  inspectRow,
  sectionIf,
  type InspectRow,
  type InspectSection,
  type InspectView,
} from './inspect-view';

const ESTIMATE = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });

function estimateRow(label: string, value: number, unit: string, from: Resolution): InspectRow {
  return inspectRow(label, `≈${ESTIMATE.format(value)} ${unit}`, {
    resolution: SPREAD_WORDS[from],
  });
}

/** Only what the village has no figure of its own for. */
function estimateRows(
  estimate: VillagePovertyEstimate,
  own: readonly OwnFigureRow[],
): readonly InspectRow[] {
  const from = estimate.spreadFrom;
  const isOwn = (measure: 'poorHouseholds' | 'poorPersons'): boolean =>
    own.some((row) => row.measure === measure);
  if (from === null && own.length > 0) return [];
  if (from === null) {
    return [
      inspectRow('贫困户、贫困人口', '无数据', {
        note: '规划的数字只摊到村委会；居委会和没有数字的乡镇不参与均摊。',
      }),
    ];
  }
  return [
    ...(Number.isNaN(estimate.households) || isOwn('poorHouseholds')
      ? []
      : [estimateRow('贫困户', estimate.households, '户', from)]),
    ...(Number.isNaN(estimate.persons) || isOwn('poorPersons')
      ? []
      : [estimateRow('贫困人口', estimate.persons, '人', from)]),
  ];
}

function areaRows(
  county: County | undefined,
  township: Township | undefined,
): readonly InspectRow[] {
  return [
    ...(township
      ? [
          inspectRow('乡镇', township.name, {
            links: [{ text: '查看乡镇', to: { kind: 'township', code: township.code } }],
          }),
        ]
      : []),
    ...(county
      ? [
          inspectRow('县', county.name, {
            note: POVERTY_CLASS_WORDS[county.povertyClass],
            links: [{ text: '查看县', to: { kind: 'county', code: county.code } }],
          }),
        ]
      : []),
  ];
}

/** “位置：乡镇范围内均布，精度 ±5.2 公里”. */
export function positionSentence(village: Village): string {
  return `位置：${POSITION_METHOD_WORDS[village.positionMethod]}，精度 ±${formatDistance(village.positionAccuracyMetres)}`;
}

function isUncertain(village: Village): boolean {
  return village.positionMethod === 'within-township' || village.positionMethod === 'within-county';
}

export interface VillageFacts {
  readonly index: PackIndex;
  readonly village: Village;
  readonly estimate: VillagePovertyEstimate;
  /** Figures of its own, from the user's tables; empty without any. */
  readonly own: readonly OwnFigureRow[];
  readonly coverage: CoverageResult | null;
  readonly projects: readonly InspectSection[];
}

export function describeVillage(facts: VillageFacts): InspectView {
  const { index, village, estimate, own, coverage, projects } = facts;
  const township = index.townshipByCode.get(village.townshipCode);
  const county = index.countyByCode.get(village.countyCode);
  const townshipFigures = figureRows(index.pack, village.townshipCode);
  const [lng, lat] = village.position;
  return {
    kindWord: VILLAGE_KIND_WORDS[village.kind],
    title: village.name,
    code: village.code,
    badges: isUncertain(village) ? ['位置不确定'] : [],
    sections: [
      ...sectionIf('覆盖分析', coverage === null ? [] : coverageRows(index, village, coverage)),
      ...sectionIf(
        '本村数字（导入）',
        own.map(({ row }) => row),
      ),
      ...projects,
      ...sectionIf('所在', areaRows(county, township)),
      ...sectionIf('位置', [
        inspectRow('坐标', `${lng.toFixed(6)}, ${lat.toFixed(6)}`, {
          note: `${positionSentence(village)}。${isUncertain(village) ? '标绘点只表示“在这个范围内”，导入实测坐标后更准。' : ''}`,
          sourceIds: [village.sourceId],
        }),
      ]),
      ...sectionIf('本村估算', estimateRows(estimate, own)),
      ...(townshipFigures.length > 0
        ? [{ title: '所在乡镇的数字', rows: townshipFigures }]
        : sectionIf('所在县的数字', figureRows(index.pack, village.countyCode))),
    ],
  };
}

/** Counts of an area's villages in the answer on the map. */
function coverageCountRows(
  index: PackIndex,
  villages: readonly Village[],
  coverage: CoverageResult | null,
): readonly InspectRow[] {
  if (coverage === null) return [];
  const counts = [0, 0, 0, 0];
  for (const village of villages) {
    const state = coverage.states[index.villageIndexByCode.get(village.code) ?? -1];
    if (state !== undefined) counts[state] = (counts[state] ?? 0) + 1;
  }
  const at = (state: number): number => counts[state] ?? 0;
  const certain = at(COVERED_CERTAIN);
  const drawn = certain + at(COVERED_AS_DRAWN);
  return [
    inspectRow('覆盖', formatQuantity(drawn, '村'), {
      note: `确定 ${certain}，最多 ${drawn + at(POSSIBLE)}；未覆盖 ${at(NOT_COVERED)}，共 ${villages.length} 村。`,
    }),
  ];
}

function unitRow(villages: readonly Village[]): InspectRow {
  const count = (kind: Village['kind']): number => villages.filter((v) => v.kind === kind).length;
  const others = count('other');
  return inspectRow('村级单位', formatQuantity(villages.length, '个'), {
    note: `村委会 ${count('village-committee')}，居委会 ${count('residents-committee')}${others > 0 ? `，其他 ${others}` : ''}。`,
  });
}

export function describeTownship(
  index: PackIndex,
  township: Township,
  coverage: CoverageResult | null,
): InspectView {
  const villages = index.villagesByTownship.get(township.code) ?? [];
  const own = figureRows(index.pack, township.code);
  const seat =
    township.seatAccuracyMetres === null
      ? ''
      : `，精度 ±${formatDistance(township.seatAccuracyMetres)}`;
  return {
    kindWord: '乡镇',
    title: township.name,
    code: township.code,
    badges: own.length === 0 ? ['无乡镇级数字'] : [],
    sections: [
      ...sectionIf('覆盖分析', coverageCountRows(index, villages, coverage)),
      ...sectionIf('所在', areaRows(index.countyByCode.get(township.countyCode), undefined)),
      ...sectionIf('规划数字', own),
      ...(own.length === 0
        ? sectionIf('所在县的数字（本乡镇无单列数字）', figureRows(index.pack, township.countyCode))
        : []),
      ...sectionIf('概况', [
        unitRow(villages),
        inspectRow('范围', township.geometry === null ? '无单独单元' : '规划单元', {
          note: `由乡镇驻地推算，不是行政区界线。${SEAT_METHOD_WORDS[township.seatMethod]}${seat}。`,
        }),
      ]),
    ],
  };
}

export function describeCounty(
  index: PackIndex,
  county: County,
  coverage: CoverageResult | null,
): InspectView {
  const villages = index.villagesByCounty.get(county.code) ?? [];
  const townships = index.townshipsByCounty.get(county.code) ?? [];
  const programme = index.pack.timeline
    .filter((year) => year.exitingCountyCodes.includes(county.code))
    .map((year) => inspectRow('脱贫摘帽', `${year.year}年`, { note: year.note }));
  return {
    kindWord: '县',
    title: county.name,
    code: county.code,
    badges: [POVERTY_CLASS_WORDS[county.povertyClass]],
    sections: [
      ...sectionIf('覆盖分析', coverageCountRows(index, villages, coverage)),
      ...sectionIf('规划数字', figureRows(index.pack, county.code)),
      ...sectionIf('时序', programme),
      ...sectionIf('概况', [
        unitRow(villages),
        inspectRow('乡镇', formatQuantity(townships.length, '个')),
      ]),
    ],
  };
}
