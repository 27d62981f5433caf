// 汇报材料 of one region: what is shown of the answer on the map and of the plan, as one ReportDocument. Pure: the clock, the
// map pictures and the answers themselves are given.
import type { ClaimCheck } from '../analysis/claim-check';
import type { ClaimSettings } from '../analysis/claim-data';
import type { CoverageResult } from '../analysis/coverage-result';
import { type CoverageSummary, comparedAreas } from '../analysis/coverage-summary';
import { estimateBasis, estimateBasisText } from '../analysis/estimate-basis';
import type { GapAnalysis } from '../analysis/gap';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import type { RuleFinding } from '../analysis/rules';
import type { PackIndex } from '../domain/pack-index';
import { formatDistance, formatInteger } from '../ui/format';
import { VERDICT_RULE_TEXT, verdictsText } from './claim-words';
import { CLAIMS_SHEET, claimsTable } from './claims-table';
import { type StateColours, countyChart, countyTable, povertyClassTable } from './coverage-report';
import { countsText, coverageTable, RULE_TEXT, UNCOVERED_ONLY } from './coverage-table';
import { type ExportStamp, exportFooter, sourcesBehind } from './export-footer';
import { type GapKey, gapTable } from './gap-table';
import type { HeaderLine } from './list-table';
import {
  claimsReport,
  relocationReport,
  relocationText,
  rulesList,
  rulesReport,
  rulesText,
  sourcesList,
} from './plan-report';
import {
  type ReportBlock,
  type ReportDocument,
  type ReportFigure,
  type ReportList,
  type ReportScene,
  type ReportSection,
  type ReportTable,
  plainList,
} from './report-model';
import { paragraphsOf } from './report-text';

/** An answer about coverage with what was asked. */
export interface CoverageFacts {
  readonly result: CoverageResult;
  readonly summary: CoverageSummary;
  readonly gap: GapAnalysis;
  /** Names of the targets, in the order of `result.targetIds`. */
  readonly targetNames: readonly string[];
  readonly mode: 'union' | 'each';
  /** How many targets reach each village as drawn; null when not counted. */
  readonly overlap: Uint16Array | null;
  /** Headlines of `summary`, or what the public may know of them. */
  readonly figures: readonly ReportFigure[];
}

type AskedCoverage = Pick<CoverageFacts, 'result' | 'targetNames' | 'mode'>;

export interface RegionFacts {
  /** Ranked lists of gaps are left out: a rank tells of a figure that is hidden. */
  readonly isPublic: boolean;
  /** Of the scenario whose content all is about. */
  readonly scenarioTitle: string;
  /** With the document's alignments in force. */
  readonly index: PackIndex;
  readonly estimate: PovertyEstimate;
  /** Null where nothing is chosen. */
  readonly coverage: CoverageFacts | null;
  readonly checks: readonly ClaimCheck[];
  readonly claimSettings: ClaimSettings;
  readonly findings: readonly RuleFinding[];
  readonly stateColours: StateColours;
  readonly stamp: ExportStamp;
}

/** Rows of the gap list that stand on paper; the workbook has all. */
export const GAP_ROWS_ON_PAPER = 20;
const GAP_KEYS_ON_PAPER: readonly GapKey[] = [
  'rank',
  'name',
  'township',
  'county',
  'households',
  'nearest',
  'distanceMetres',
  'extraMetres',
];

export function coverageParameters(
  { index }: Pick<RegionFacts, 'index'>,
  coverage: AskedCoverage,
): readonly HeaderLine[] {
  const { result, targetNames, mode } = coverage;
  const way = mode === 'union' ? '所选项目合并计算' : '单个项目计算';
  return [
    { label: '项目', value: targetNames.length === 0 ? '未选项目' : targetNames.join('、') },
    { label: '服务距离', value: `${formatDistance(result.distanceMetres)}（${way}）` },
    { label: '范围', value: `${index.pack.name}全部 ${formatInteger(result.counts.total)} 村` },
  ];
}

const scenarioLine = ({ scenarioTitle }: Pick<RegionFacts, 'scenarioTitle'>): HeaderLine => ({
  label: '情景',
  value: scenarioTitle,
});

type AskedFacts = Pick<RegionFacts, 'scenarioTitle' | 'index'> & {
  readonly coverage: AskedCoverage | null;
};

/** Scenario first, then the parameters of the answer, if any. */
export function askedLines(facts: AskedFacts): readonly HeaderLine[] {
  const { coverage } = facts;
  return [scenarioLine(facts), ...(coverage ? coverageParameters(facts, coverage) : [])];
}

/** Names of targets that one line holds. */
const NAMES_IN_LINE = 3;

/** What was asked, short enough for the line under a title: “情景「基本方案」；甲、乙、丙等 5 项；服务距离 2 公里（…）”. */
export function askedText(facts: AskedFacts): string {
  const { scenarioTitle, coverage } = facts;
  const scenario = `情景「${scenarioTitle}」`;
  if (!coverage) return scenario;
  const { targetNames: names } = coverage;
  const first = names.slice(0, NAMES_IN_LINE).join('、');
  const more = names.length > NAMES_IN_LINE ? `等 ${names.length} 项` : '';
  const [, distance] = coverageParameters(facts, coverage);
  return `${scenario}；${first}${more}；服务距离 ${distance?.value ?? ''}`;
}

function sourceIdsOf({ index, coverage }: RegionFacts): readonly string[] {
  return (coverage?.result.targetIds ?? []).flatMap(
    (id) => index.projectById.get(id)?.sourceIds ?? [],
  );
}

/** Titles of the sources behind villages, figures and chosen projects, in the order of the pack's list. */
export function reportSources(facts: RegionFacts): readonly string[] {
  return sourcesBehind(facts.index.pack, sourceIdsOf(facts)).map(({ title }) => title);
}

/** The first uncovered villages, worst first. */
export function gapReport({ index, estimate }: RegionFacts, gap: GapAnalysis): ReportTable {
  const worst = {
    ...gap,
    notCovered: {
      ...gap.notCovered,
      villages: gap.notCovered.villages.slice(0, GAP_ROWS_ON_PAPER),
    },
    possible: { ...gap.possible, villages: [] },
  };
  const { columns, rows } = plainList(gapTable(index, worst, estimate, []), GAP_KEYS_ON_PAPER);
  // Positions are known to hundreds of metres: no tenths on paper.
  const inWholeMetres = columns.map((each) =>
    each.key.endsWith('Metres') ? { ...each, decimals: 0 } : each,
  );
  const count = gap.notCovered.villages.length;
  const rest = count > rows.length ? `；共 ${formatInteger(count)} 村，其余见工作簿“缺口清单”` : '';
  return {
    title: `未覆盖村（按估算贫困户由多到少，前 ${rows.length} 村）`,
    columns: inWholeMetres,
    rows,
    note: `“再延伸”是最近项目再延伸多少米即按标绘覆盖；贫困户为均摊估算${rest}`,
  };
}

function conclusion(
  { index, checks, findings }: RegionFacts,
  coverage: CoverageFacts | null,
): ReportBlock[] {
  const { pack } = index;
  const blocks: ReportBlock[] = [];
  if (coverage) {
    const { result, targetNames } = coverage;
    const named =
      targetNames.length === 1 ? `${targetNames[0]}` : `所选 ${targetNames.length} 个项目`;
    const figures = coverage.figures
      .slice(1)
      .map(({ label, value, range }) => `${label} **${value}**（${range}）`);
    blocks.push({
      kind: 'paragraph',
      text: `以${named}为对象，服务距离取 **${formatDistance(result.distanceMetres)}**，${pack.name}${countsText(result.counts)}。`,
    });
    blocks.push({ kind: 'paragraph', text: `${figures.join('；')}。` });
  }
  blocks.push({
    kind: 'paragraph',
    text: `规划口径核验${verdictsText(checks)}。规则核验${rulesText(findings)}。`,
  });
  return blocks;
}

function coverageSections(
  facts: RegionFacts,
  coverage: CoverageFacts,
  picture: ReportPicture | null,
): ReportSection[] {
  const { summary, gap } = coverage;
  const { notCovered, possible } = gap;
  return [
    {
      heading: '覆盖情况',
      blocks: [],
      sections: [
        {
          heading: '总体情况',
          blocks: [
            ...askedLines(facts).map(({ label, value }): ReportBlock => ({
              kind: 'paragraph',
              text: `**${label}：**${value}。`,
            })),
            ...(picture ? [{ kind: 'image', ...picture } as const] : []),
          ],
          sections: [],
        },
        {
          heading: `分${comparedAreas(summary).word}情况`,
          blocks: [
            { kind: 'table', table: countyTable(summary) },
            { kind: 'chart', chart: countyChart(summary, facts.stateColours) },
          ],
          sections: [],
        },
        {
          heading: '按贫困县类别',
          blocks: [{ kind: 'table', table: povertyClassTable(summary) }],
          sections: [],
        },
      ],
    },
    {
      heading: '缺口分析',
      blocks: [
        {
          kind: 'paragraph',
          text:
            `未覆盖 **${formatInteger(notCovered.villages.length)} 村**，` +
            `另有 **${formatInteger(possible.villages.length)} 村**差额在位置精度之内，可能覆盖。` +
            '前者缺项目，后者缺准确位置，应先核准坐标再定。',
        },
        ...(notCovered.villages.length === 0 || facts.isPublic
          ? []
          : [{ kind: 'table', table: gapReport(facts, gap) } as const]),
      ],
      sections: [],
    },
  ];
}

function planSections({ index, checks, findings }: RegionFacts): ReportSection[] {
  const { pack } = index;
  const section = (heading: string, text: string, table: ReportTable): ReportSection => ({
    heading,
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'table', table },
    ],
    sections: [],
  });
  return [
    ...(checks.length === 0
      ? []
      : [
          section(
            '规划口径核验',
            `${verdictsText(checks)}。${VERDICT_RULE_TEXT}。`,
            claimsReport(checks),
          ),
        ]),
    ...(findings.length === 0
      ? []
      : [section('规则核验', `${rulesText(findings)}。`, rulesReport(findings))]),
    ...(pack.relocations.length === 0
      ? []
      : [section('易地扶贫搬迁', `${relocationText(pack)}。`, relocationReport(pack))]),
  ];
}

/** One map a scene with what it was asked and answered, but for the one that stands in another section. */
function mapSections(
  scenes: readonly ReportScene[],
  { picture }: ReportOptions,
): readonly ReportSection[] {
  const sections = scenes.flatMap(
    ({ title, caption, asked, figures, image, legends }): readonly ReportSection[] => {
      if (image === null || image === picture?.image) return [];
      const numbers = figures.map(
        ({ label, value, range }) => `${label} **${value}**${range === '' ? '' : `（${range}）`}`,
      );
      const texts = [
        ...paragraphsOf(caption),
        `**所问：**${asked}。`,
        ...(numbers.length === 0 ? [] : [`${numbers.join('；')}。`]),
      ];
      const blocks: readonly ReportBlock[] = [
        ...texts.map((text) => ({ kind: 'paragraph', text }) as const),
        { kind: 'image', image, title, legends },
      ];
      return [{ heading: title, blocks, sections: [] }];
    },
  );
  return sections.length === 0 ? [] : [{ heading: '专题图', blocks: [], sections }];
}

function listsOf(facts: RegionFacts): readonly ReportList[] {
  const { index, estimate, coverage, checks, claimSettings, findings, stamp } = facts;
  const { pack } = index;
  const footer = exportFooter(pack, stamp, sourceIdsOf(facts));
  const lists: ReportList[] = [];
  if (coverage) {
    const { result, mode, overlap, gap, summary } = coverage;
    const options = { ...stamp, mode, ...(overlap ? { overlap } : {}) };
    const whole = coverageTable(index, result, estimate, options);
    const county = countyTable(summary);
    lists.push(
      {
        sheet: '各县汇总',
        table: { ...county, header: whole.header, footer: [county.note, ...footer] },
      },
      { sheet: '覆盖清单', table: plainList(whole) },
      {
        sheet: '未覆盖清单',
        table: plainList(
          coverageTable(index, result, estimate, { ...options, states: UNCOVERED_ONLY }),
        ),
      },
      ...(facts.isPublic
        ? []
        : [{ sheet: '缺口清单', table: plainList(gapTable(index, gap, estimate, footer)) }]),
    );
  }
  const claims = claimsTable(pack, checks, { ...stamp, settings: claimSettings });
  lists.push({ sheet: CLAIMS_SHEET, table: plainList(claims) });
  return [
    // What is no scenario's is left without one: rules and sources of the pack.
    ...lists.map(({ sheet, table }) => ({
      sheet,
      table: { ...table, header: [scenarioLine(facts), ...table.header] },
    })),
    { sheet: '规则核验', table: rulesList(pack, findings, footer) },
    { sheet: '数据来源', table: sourcesList(pack, footer) },
  ];
}

function methodOf(facts: RegionFacts): readonly HeaderLine[] {
  const { index, estimate } = facts;
  return [
    { label: '覆盖判定', value: RULE_TEXT },
    { label: '口径判定', value: VERDICT_RULE_TEXT },
    { label: '贫困户、贫困人口', value: estimateBasisText(estimateBasis(index.pack, estimate)) },
    { label: '坐标系', value: 'WGS84；距离为椭球面测地距离' },
  ];
}

/** The map of the report's own answer: `facts.coverage`. */
export type ReportPicture = Omit<Extract<ReportBlock, { kind: 'image' }>, 'kind'>;

interface ReportOptions {
  readonly organisation: string;
  readonly date: string;
  /** Null: the section on coverage has no map. */
  readonly picture: ReportPicture | null;
}

/** Scenes first to last, each of a question of its own; lists and all sections but 专题图 are about the answer of `facts`. */
export function regionReport(
  facts: RegionFacts,
  scenes: readonly ReportScene[],
  options: ReportOptions,
): ReportDocument {
  const { index, coverage, stamp } = facts;
  const { pack } = index;
  return {
    title: `${pack.name}规划项目覆盖分析报告`,
    organisation: options.organisation,
    date: options.date,
    scenes,
    sections: [
      { heading: '研判结论', blocks: conclusion(facts, coverage), sections: [] },
      ...(coverage ? coverageSections(facts, coverage, options.picture) : []),
      ...planSections(facts),
      ...mapSections(scenes, options),
    ],
    lists: listsOf(facts),
    sources: pack.sources.map(({ title, date, licence }) =>
      [title, date, licence].filter((part) => part !== '').join('，'),
    ),
    asked: askedLines(facts),
    method: methodOf(facts),
    engineVersion: stamp.engineVersion,
    packVersion: `${pack.name} ${pack.id} ${pack.version}（${pack.date}）`,
  };
}
