// What the hand-outs say of one coverage answer: headline figures, tables by county and poverty class, the chart of the
// counties. The numbers are those of `summariseCoverage`, the words those of the panel.
import type { StateCounts } from '../analysis/coverage-result';
import {
  type CoverageSummary,
  type StateAmounts,
  type SummaryRow,
  comparedAreas,
} from '../analysis/coverage-summary';
import { COVERAGE_STATE_WORDS, estimateFlag } from '../analysis/coverage-words';
import { POVERTY_CLASS_WORDS } from '../domain/wording';
import { formatEstimate, formatInteger, formatShare } from '../ui/format';
import { type ListColumn, type ListRow, numberColumn, textColumn } from './list-table';
import type { ReportChart, ReportFigure, ReportTable } from './report-model';

function drawn({ certain, asDrawn }: StateCounts | StateAmounts): number {
  return certain + asDrawn;
}

function villagesFigure(counts: StateCounts): ReportFigure {
  return {
    label: '覆盖村',
    value: `${formatInteger(drawn(counts))} 村`,
    range: `确定 ${formatInteger(counts.certain)}，最多 ${formatInteger(drawn(counts) + counts.possible)}`,
    note: `占全部 ${formatInteger(counts.total)} 村的 ${formatShare(counts.total === 0 ? 0 : drawn(counts) / counts.total)}`,
  };
}

function estimateFigure(
  label: string,
  unit: string,
  amounts: StateAmounts,
  note: string,
): ReportFigure | null {
  // No table gives any: 0 would be a figure.
  if (amounts.total === 0) return null;
  const most = drawn(amounts) + amounts.possible;
  return {
    label,
    value: `≈${formatEstimate(drawn(amounts))} ${unit}`,
    range: `${formatEstimate(amounts.certain)}–${formatEstimate(most)} ${unit}`,
    note,
  };
}

/** 覆盖村, 覆盖贫困户, 覆盖贫困人口, 未覆盖村, as on screen. */
export function coverageFigures({ total }: CoverageSummary): readonly ReportFigure[] {
  const flag = estimateFlag(total);
  const { notCovered, possible } = total.villages;
  const estimates =
    flag === ''
      ? []
      : [
          estimateFigure('覆盖贫困户', '户', total.households, flag),
          estimateFigure('覆盖贫困人口', '人', total.persons, flag),
        ].filter((figure) => figure !== null);
  return [
    villagesFigure(total.villages),
    ...estimates,
    {
      label: '未覆盖村',
      value: `${formatInteger(notCovered)} 村`,
      range: `另有 ${formatInteger(possible)} 村可能覆盖`,
      note: '',
    },
  ];
}

type BreakdownKey =
  | 'name'
  | 'covered'
  | 'certain'
  | 'most'
  | 'notCovered'
  | 'total'
  | 'share'
  | 'households'
  | 'persons';

/** Households and persons only where some table gives any: a column of 0 would be figures. */
function breakdownColumns(
  heading: string,
  { total }: CoverageSummary,
): readonly ListColumn<BreakdownKey>[] {
  return [
    textColumn('name', heading, 14),
    numberColumn('covered', '覆盖(村)', 10, 0),
    numberColumn('certain', '其中确定(村)', 12, 0),
    numberColumn('most', '最多(村)', 10, 0),
    numberColumn('notCovered', '未覆盖(村)', 10, 0),
    numberColumn('total', '全部(村)', 10, 0),
    numberColumn('share', '覆盖率(%)', 10, 1),
    ...(total.households.total === 0
      ? []
      : [numberColumn<BreakdownKey>('households', '覆盖贫困户(估算)', 14, 0)]),
    ...(total.persons.total === 0
      ? []
      : [numberColumn<BreakdownKey>('persons', '覆盖贫困人口(估算)', 14, 0)]),
  ];
}

/** Numbers unrounded; estimates null where no unit has a figure. */
function breakdownRow(name: string, row: SummaryRow): ListRow<BreakdownKey> {
  const { villages, households, persons, resolutions } = row;
  const isKnown = resolutions.length > 0;
  return {
    name,
    covered: drawn(villages),
    certain: villages.certain,
    most: drawn(villages) + villages.possible,
    notCovered: villages.notCovered,
    total: villages.total,
    share: villages.total === 0 ? null : (drawn(villages) / villages.total) * 100,
    households: isKnown ? drawn(households) : null,
    persons: isKnown ? drawn(persons) : null,
  };
}

const BREAKDOWN_NOTE =
  '“覆盖”按标绘位置，为确定覆盖与按标绘覆盖之和；“最多”另加可能覆盖；贫困户、贫困人口为均摊估算';

/** Counties (townships of a single county) in pack order, the region last. */
export function countyTable(summary: CoverageSummary): ReportTable {
  const { word, areas } = comparedAreas(summary);
  return {
    title: `各${word}覆盖情况`,
    columns: breakdownColumns(word, summary),
    rows: [...areas.map((row) => breakdownRow(row.name, row)), breakdownRow('合计', summary.total)],
    note: BREAKDOWN_NOTE,
  };
}

export function povertyClassTable(summary: CoverageSummary): ReportTable {
  const { byPovertyClass, total } = summary;
  return {
    title: '按贫困县类别的覆盖情况',
    columns: breakdownColumns('类别', summary),
    rows: [
      ...byPovertyClass.map((row) => breakdownRow(POVERTY_CLASS_WORDS[row.povertyClass], row)),
      breakdownRow('合计', total),
    ],
    note: BREAKDOWN_NOTE,
  };
}

/** CSS colours of the four states, strongest first, as the map draws them. */
export type StateColours = readonly [
  certain: string,
  asDrawn: string,
  possible: string,
  notCovered: string,
];

/** Villages of each county (township of a single county) by state, stacked: every bar is the area's whole. */
export function countyChart(summary: CoverageSummary, colours: StateColours): ReportChart {
  const { word, areas } = comparedAreas(summary);
  const states = [
    { name: COVERAGE_STATE_WORDS[3], of: ({ certain }: StateCounts) => certain },
    { name: COVERAGE_STATE_WORDS[2], of: ({ asDrawn }: StateCounts) => asDrawn },
    { name: COVERAGE_STATE_WORDS[1], of: ({ possible }: StateCounts) => possible },
    { name: COVERAGE_STATE_WORDS[0], of: ({ notCovered }: StateCounts) => notCovered },
  ];
  return {
    kind: 'bar',
    title: `各${word}村数按覆盖状态`,
    categoryTitle: word,
    categories: areas.map(({ name }) => name),
    valueTitle: '村',
    decimals: 0,
    isStacked: true,
    series: states.map(({ name, of }, at) => ({
      name,
      values: areas.map(({ villages }) => of(villages)),
      colour: colours[at] ?? colours[0],
    })),
  };
}
