// Claims about a belt's area: what its units are in square metres, and the width at which the belt is as large as claimed.
import type { Claim } from '../domain/claim';
import { UNIT_SPACE } from '../domain/units';
import { widthForArea } from './claim-area-width';
import type { BeltSquareMetres, ClaimData } from './claim-data';
import type { ClaimDistance } from './claim-distance';
import type { ClaimObjects } from './claim-reach';
import { numberText } from './number-text';

const SQUARE_METRES_PER_MU = 2000 / 3;

/** 亩 for areaMu, a hundredth of the region for areaShare; null for measures that are no area. */
export function unitSquareMetres(data: ClaimData, { measure }: Claim): number | null {
  if (measure === 'areaMu') return SQUARE_METRES_PER_MU;
  return measure === 'areaShare' ? data.regionSquareMetres / 100 : null;
}

/** 口径反推 of an area claim; null when the claim is not about the area of belts. */
export function widthForAreaClaim(
  data: ClaimData,
  areas: ReadonlyMap<string, BeltSquareMetres>,
  claim: Claim,
  { belts, projects, relocations }: ClaimObjects,
): ClaimDistance | null {
  const unit = unitSquareMetres(data, claim);
  if (unit === null || belts.length === 0 || projects.length + relocations.length > 0) return null;
  if (belts.length > 1) return { kind: 'none', reason: '几条带的范围会重叠，面积不能相加' };
  const area = areas.get(belts[0]?.id ?? '');
  if (area === undefined) return { kind: 'none', reason: '没有量这条带的面积' };
  if (area.atWidth === null) return { kind: 'none', reason: '按整县划定，没有宽度可推' };
  const wanted = claim.value * unit;
  if (!(wanted > 0)) return { kind: 'none', reason: '口径不大于 0' };
  const text = (squareMetres: number): string =>
    `${numberText(squareMetres / unit, claim.unit === '%' ? 1 : 0)}${UNIT_SPACE}${claim.unit}`;
  const found = widthForArea(area.atWidth, area.wholeCounties, wanted);
  if (found.kind === 'never') {
    return { kind: 'none', reason: `宽度再大也只有 ${text(found.squareMetres)}（点名县整县）` };
  }
  if (found.kind === 'more-at-zero') {
    return { kind: 'none', reason: `宽度为 0 时已有 ${text(found.squareMetres)}` };
  }
  const computed = found.squareMetres / unit;
  return { kind: 'width', metres: found.metres, computed, before: computed };
}
