// What a claim's printed figure allows: the values that would still be printed like this.
//
// exact: half a unit of the last printed digit either way (5.3万 → 52,500…53,500; 169 → 168.5…169.5).
// atLeast with 余: from the figure to the next of its last printed digit that is not 0 (2万余 → 20,000…30,000;
//   2500余 → 2,500…2,600), the end excluded. atLeast otherwise (以上): no upper end. atMost: no lower end.
// about: ±10 %, our reading; the plans do not say.
import type { Claim } from '../domain/claim';

export interface ClaimBand {
  readonly least: number;
  /** Infinity where the plan sets no upper end. */
  readonly most: number;
  /** False: `most` itself is outside. */
  readonly includesMost: boolean;
}

export const ABOUT_SHARE = 0.1;

const MULTIPLIERS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

interface PrintedFigure {
  /** Unit of the last printed digit. */
  readonly digitUnit: number;
  /** Unit of the last printed digit that is not 0. */
  readonly lastUnit: number;
  readonly isMore: boolean;
}

/** The number in the printed words that is the claim's value; null when it is written otherwise (“1/2”). */
function printedFigure({ printed, value }: Claim): PrintedFigure | null {
  for (const match of printed.matchAll(/(\d+)(?:\.(\d+))?(余)?([万亿])?(余)?/g)) {
    const [, whole = '', decimals = '', before, multiple = '', after] = match;
    const scale = MULTIPLIERS[multiple] ?? 1;
    const digitUnit = scale / 10 ** decimals.length;
    const digits = Number(whole + decimals);
    if (Math.abs(digits * digitUnit - value) > 1e-9 * Math.max(1, Math.abs(value))) continue;
    const zeros = decimals === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0;
    const lastUnit = digits === 0 ? digitUnit : digitUnit * 10 ** zeros;
    return { digitUnit, lastUnit, isMore: before !== undefined || after !== undefined };
  }
  return null;
}

/** The band of a claim, in its own unit. */
export function claimBand(claim: Claim): ClaimBand {
  const { value, qualifier } = claim;
  const printed = printedFigure(claim);
  if (qualifier === 'atMost') {
    return { least: Number.NEGATIVE_INFINITY, most: value, includesMost: true };
  }
  if (qualifier === 'about') {
    const slack = Math.abs(value) * ABOUT_SHARE;
    return { least: value - slack, most: value + slack, includesMost: true };
  }
  if (qualifier === 'atLeast') {
    return printed?.isMore === true
      ? { least: value, most: value + printed.lastUnit, includesMost: false }
      : { least: value, most: Number.POSITIVE_INFINITY, includesMost: true };
  }
  const half = (printed?.digitUnit ?? 1) / 2;
  return { least: value - half, most: value + half, includesMost: true };
}

/** −1 below the band, 0 inside, 1 above. */
export function bandSide(band: ClaimBand, value: number): -1 | 0 | 1 {
  if (value < band.least) return -1;
  return value > band.most || (value === band.most && !band.includesMost) ? 1 : 0;
}
