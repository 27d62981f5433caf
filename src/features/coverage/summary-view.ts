// The engine's summary as the panel reads it: estimates with their range and flag, breakdown rows by tab.
import type { CoverageSummary, StateAmounts, SummaryRow } from '../../analysis/coverage-summary';
import { estimateFlag } from '../../analysis/coverage-words';
import type { PackIndex } from '../../domain/pack-index';
import { POVERTY_CLASS_WORDS } from '../../domain/wording';
import type { BreakdownRow } from './breakdown';

export interface EstimateRange {
  /** 确定 + 按标绘. */
  readonly asDrawn: number;
  readonly atLeast: number;
  readonly atMost: number;
}

export interface PovertyHeadline {
  /** Null where no table gives any: 0 would be a figure. */
  readonly households: EstimateRange | null;
  readonly persons: EstimateRange | null;
  /** `estimateFlag` of the whole region. */
  readonly flag: string;
  /** Units of the whole region that no figure reaches. */
  readonly withoutFigure: number;
}

export interface SummaryView {
  readonly poverty: PovertyHeadline;
  readonly rows: Readonly<Record<'county' | 'township' | 'class', readonly BreakdownRow[]>>;
}

function rangeOf(amounts: StateAmounts): EstimateRange | null {
  if (amounts.total === 0) return null;
  const asDrawn = amounts.certain + amounts.asDrawn;
  return { asDrawn, atLeast: amounts.certain, atMost: asDrawn + amounts.possible };
}

function breakdownRow(
  key: string,
  name: string,
  row: SummaryRow,
  hasHouseholds: boolean,
): BreakdownRow {
  const { certain, asDrawn } = row.households;
  return {
    key,
    name,
    counts: row.villages,
    households: row.resolutions.length === 0 || !hasHouseholds ? null : certain + asDrawn,
  };
}

/** Townships carry their county's name: same-named ones must be told apart. */
export function summaryView(index: PackIndex, summary: CoverageSummary): SummaryView {
  const countyName = (code: string): string => index.countyByCode.get(code)?.name ?? '';
  const hasHouseholds = summary.total.households.total > 0;
  return {
    poverty: {
      households: rangeOf(summary.total.households),
      persons: rangeOf(summary.total.persons),
      flag: estimateFlag(summary.total),
      withoutFigure: summary.total.unitsWithoutEstimate,
    },
    // Made when asked for: one tab of the three is on the screen.
    rows: {
      get county() {
        return summary.byCounty.map((row) => breakdownRow(row.code, row.name, row, hasHouseholds));
      },
      get township() {
        return summary.byTownship.map((row) =>
          breakdownRow(row.code, `${row.name} · ${countyName(row.countyCode)}`, row, hasHouseholds),
        );
      },
      get class() {
        return summary.byPovertyClass.map((row) =>
          breakdownRow(row.povertyClass, POVERTY_CLASS_WORDS[row.povertyClass], row, hasHouseholds),
        );
      },
    },
  };
}
