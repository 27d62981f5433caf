// 规划口径核验: every claim of a pack recomputed from map and tables, with a verdict about the plan's figure.
//
// list-count   names of the lists that the claim names, each place once: a number in the text against the list in the annex.
// county-sum   figures of the counties that a zone names; the tables' different readings are the range.
// belt-villages villages inside the belt and the named counties, even share of their area's figure (估算).
// belt-units   units of the list inside the belt and the named counties, each counted as one.
// belt-area    area of the belt in the named counties; range by the accuracy of its shape.
// project-villages villages within the service distance, even share of their township's poverty villages (估算).
// ceiling      the claim cannot be recomputed, but has an upper limit: what the named counties, the belt or, where the plan
//              names no object, all counties of the region have at all.
// none         nothing to recompute it from; the gaps say what is missing.
//
// Verdict: as-drawn value in the claim's band (claim-band.ts) → 相符; the whole range on one side → 偏高 or 偏低; the range
// on both sides → 无法核验 for want of precision. Projects of unpublished alignment count too little, so they never prove
// a plan's figure too high, nor right. A verdict is proven when even the hard limits agree.
import type { Claim, ClaimGap, ClaimVerdict } from '../domain/claim';
import { unitSquareMetres, widthForAreaClaim } from './claim-area';
import { type ClaimBand, bandSide, claimBand } from './claim-band';
import type { ClaimCheck, ClaimValue } from './claim-check';
import type { BeltSquareMetres, ClaimData, ClaimSettings } from './claim-data';
import { distanceForClaim } from './claim-distance';
import type { ClaimFigure, ReachedAmount } from './claim-figures';
import { reachedAmount } from './claim-figures';
import { type ClaimObjects, claimDistanceMetres, claimObjects, reachStates } from './claim-reach';
import { claimReason } from './claim-reason';
import { unitsReached } from './claim-units';
import { numberText } from './number-text';

export interface ClaimInput {
  readonly data: ClaimData;
  readonly areas: ReadonlyMap<string, BeltSquareMetres>;
  readonly settings: ClaimSettings;
}

const NOTHING: ClaimValue = {
  method: 'none',
  computed: null,
  range: null,
  limits: null,
  ceiling: null,
  wholeCounties: null,
  isEstimate: false,
  distanceMetres: null,
  gaps: ['other-data'],
  context: '',
};

/** Least and greatest sum over the counties; null when one of them has no figure, or there are none. */
function countySums(
  figure: ClaimFigure,
  codes: readonly string[],
): { first: number; least: number; most: number } | null {
  const readings = codes.map((code) => figure.byCounty.get(code));
  if (codes.length === 0 || readings.includes(undefined)) return null;
  const total = (pick: (values: readonly number[]) => number): number =>
    readings.reduce((sum, values) => sum + pick(values ?? []), 0);
  return {
    first: total(([first = 0]) => first),
    least: total((values) => values.reduce((a, b) => Math.min(a, b), Infinity)),
    most: total((values) => values.reduce((a, b) => Math.max(a, b), 0)),
  };
}

/** Members of the lists, each once: by code, by name where no unit is matched. */
function listCount({ lists }: ClaimObjects): ClaimValue {
  const members = lists.flatMap((list) => list.members);
  const count = new Set(members.map(({ code, printed }) => code ?? printed)).size;
  const range = [count, count] as const;
  return { ...NOTHING, method: 'list-count', computed: count, range, limits: range, gaps: [] };
}

function countySum(figure: ClaimFigure, { countyCodes }: ClaimObjects): ClaimValue {
  const sums = countySums(figure, countyCodes);
  if (sums === null) return { ...NOTHING, gaps: ['county-without-figure'] };
  const range = [sums.least, sums.most] as const;
  return { ...NOTHING, method: 'county-sum', computed: sums.first, range, limits: range, gaps: [] };
}

/** Limits under each table's reading of the counties (they differ: 闻喜 6,389 and 21,730 persons), the wider of both. */
function bothReadings(
  { limits, countyLimits }: ReachedAmount,
  scale: number,
  countyScale: number,
): [least: number, most: number] {
  const [least, most] = [limits[0] * scale, limits[1] * scale];
  if (countyLimits === null) return [least, most];
  return [
    Math.min(least, countyLimits[0] * countyScale),
    Math.max(most, countyLimits[1] * countyScale),
  ];
}

function beltVillages(input: ClaimInput, claim: Claim, objects: ClaimObjects): ClaimValue {
  const { data, settings } = input;
  const figure =
    data.figures[claim.measure === 'poorHouseholds' ? 'poorHouseholds' : 'poorPersons'];
  const isShare = claim.measure === 'poorPersonsShare';
  const reached = reachedAmount(figure, reachStates(data, objects, settings));
  const whole = countySums(figure, objects.countyCodes);
  const region = countySums(figure, [...figure.byCounty.keys()]);
  const scale = isShare ? 100 / figure.sum : 1;
  const countyScale = isShare && region !== null ? 100 / region.first : 1;
  return {
    ...NOTHING,
    method: 'belt-villages',
    computed: reached.asDrawn * scale,
    range: [reached.least * scale, reached.most * scale],
    limits: bothReadings(reached, scale, countyScale),
    wholeCounties: whole === null ? null : whole.first * countyScale,
    isEstimate: true,
    gaps: [],
  };
}

/** Null where the claim counts something else. */
function beltUnits(input: ClaimInput, claim: Claim, objects: ClaimObjects): ClaimValue | null {
  const states = reachStates(input.data, objects, input.settings);
  const count = unitsReached(input.data, claim.measure, states);
  if (count === null) return null;
  const { asDrawn: computed, least, most } = count;
  return {
    ...NOTHING,
    method: 'belt-units',
    computed,
    range: [least, most],
    limits: [least, most],
    gaps: [],
  };
}

function beltAreaValue(input: ClaimInput, claim: Claim, objects: ClaimObjects): ClaimValue {
  const areas = objects.belts.map(({ id }) => input.areas.get(id));
  const [area] = areas;
  const unit = unitSquareMetres(input.data, claim);
  // Areas of several belts may overlap; no claim adds them.
  if (area === undefined || areas.length !== 1 || unit === null) return NOTHING;
  const scale = 1 / unit;
  const range = [area.least * scale, area.most * scale] as const;
  const computed = area.asDrawn * scale;
  const wholeCounties = area.wholeCounties * scale;
  return {
    ...NOTHING,
    method: 'belt-area',
    computed,
    range,
    limits: range,
    wholeCounties,
    gaps: [],
  };
}

function projectVillages(input: ClaimInput, objects: ClaimObjects): ClaimValue {
  const { data, settings } = input;
  const figure = data.figures.povertyVillages;
  const reached = reachedAmount(figure, reachStates(data, objects, settings));
  const isUnknown = objects.projects.some(({ alignment }) => alignment === 'places');
  const gaps: ClaimGap[] = ['village-poverty-list'];
  if (isUnknown) gaps.unshift('no-alignment');
  if (objects.projects.some(({ countyCodes }) => countyCodes.length === 0)) gaps.push('no-county');
  if (figure.unknownUnits.length > 0) gaps.push('county-without-figure');
  return {
    ...NOTHING,
    method: 'project-villages',
    computed: reached.asDrawn,
    range: [reached.least, reached.most],
    // With places only the true line may reach more than any place does.
    limits: isUnknown ? [reached.limits[0], Infinity] : reached.limits,
    isEstimate: true,
    distanceMetres: claimDistanceMetres(objects, settings),
    gaps,
  };
}

function ceilingOf(ceiling: number | null, gaps: readonly ClaimGap[]): ClaimValue {
  return { ...NOTHING, method: ceiling === null ? 'none' : 'ceiling', ceiling, gaps };
}

function povertyVillageValue(input: ClaimInput, objects: ClaimObjects): ClaimValue {
  const { projects } = objects;
  const known = input.data.figures.povertyVillages;
  if (projects.length === 0) {
    const without = input.data.pack.counties.length - known.byCounty.size;
    const rest =
      without > 0
        ? `，另 ${without} 个县没有数，按其 ${numberText(known.unknownUnits.length)} 个村委会全是贫困村算上限`
        : '';
    const context = `有贫困村数的 ${known.byCounty.size} 个县合计 ${numberText(known.sum)} 个${rest}`;
    // In a county without a figure every village committee may be a poverty village.
    const most = known.sum + known.unknownUnits.length;
    return { ...ceilingOf(most, ['no-object', 'village-poverty-list']), context };
  }
  if (projects.every(({ id }) => input.data.targets.has(id)))
    return projectVillages(input, objects);
  const gaps: ClaimGap[] = ['no-alignment', 'village-poverty-list'];
  if (objects.countyCodes.length === 0) gaps.push('no-county');
  const sums = countySums(known, objects.countyCodes);
  if (sums === null && objects.countyCodes.length > 0) gaps.push('county-without-figure');
  return ceilingOf(sums?.most ?? null, gaps);
}

function relocationValue(input: ClaimInput, claim: Claim, objects: ClaimObjects): ClaimValue {
  const isPoor = claim.measure === 'poorPersons';
  const sums = isPoor ? countySums(input.data.figures.poorPersons, objects.countyCodes) : null;
  return ceilingOf(sums?.most ?? null, ['own-words-only']);
}

/** Measures that count some of the region's poor persons or households, under whatever condition. */
const PARTS_OF_THE_POOR: ReadonlyMap<string, 'poorPersons' | 'poorHouseholds'> = new Map([
  ['poorPersons', 'poorPersons'],
  ['poorPersonsEmployed', 'poorPersons'],
  ['poorPersonsTrained', 'poorPersons'],
  ['poorPersonsLifted', 'poorPersons'],
  ['poorHouseholds', 'poorHouseholds'],
] as const);

/** A claim without an object: never more than all that the tables give for the region's counties. */
function regionValue(input: ClaimInput, claim: Claim, objects: ClaimObjects): ClaimValue {
  const whole = PARTS_OF_THE_POOR.get(claim.measure);
  const sums = whole ? countySums(input.data.figures[whole], objects.countyCodes) : null;
  return ceilingOf(sums?.most ?? null, ['no-object', 'other-data']);
}

/** What can be recomputed for a claim, chosen by its measure and the kind of its objects, never by its id. */
function claimValue(input: ClaimInput, claim: Claim, objects: ClaimObjects): ClaimValue {
  const { belts, projects, relocations, lists } = objects;
  const { measure } = claim;
  if (lists.length > 0) return listCount(objects);
  const isBelts = belts.length > 0 && projects.length === 0 && relocations.length === 0;
  if (relocations.length > 0) return relocationValue(input, claim, objects);
  if (measure === 'povertyVillages') return povertyVillageValue(input, objects);
  if (isBelts && (measure === 'areaMu' || measure === 'areaShare')) {
    return beltAreaValue(input, claim, objects);
  }
  if (isBelts && (measure === 'poorHouseholds' || measure === 'poorPersons')) {
    return belts.every(({ shape }) => shape.kind === 'zone')
      ? countySum(input.data.figures[measure], objects)
      : beltVillages(input, claim, objects);
  }
  if (isBelts && measure === 'poorPersonsShare') return beltVillages(input, claim, objects);
  if (isBelts && measure === 'poorPersonsLifted') {
    const { computed, limits } = beltVillages(input, claim, objects);
    return {
      ...ceilingOf(limits?.[1] ?? null, ['future-target']),
      computed: null,
      wholeCounties: computed,
    };
  }
  const units = isBelts ? beltUnits(input, claim, objects) : null;
  if (units !== null) return units;
  if (objects.isWholeRegion) return regionValue(input, claim, objects);
  return NOTHING;
}

function verdictOf(value: ClaimValue, band: ClaimBand): ClaimVerdict {
  const { method, computed, range, ceiling, gaps } = value;
  if (method === 'ceiling') {
    return ceiling !== null && bandSide(band, ceiling) < 0 ? 'high' : 'unverifiable';
  }
  if (computed === null || range === null) return 'unverifiable';
  const side = bandSide(band, computed);
  if (gaps.includes('no-alignment') && side <= 0) return 'unverifiable';
  if (side === 0) return 'consistent';
  if (side < 0) return bandSide(band, range[1]) < 0 ? 'high' : 'unverifiable';
  return bandSide(band, range[0]) > 0 ? 'low' : 'unverifiable';
}

function isProven(verdict: ClaimVerdict, value: ClaimValue, band: ClaimBand): boolean {
  if (verdict === 'unverifiable') return false;
  if (value.method === 'ceiling') return true;
  if (value.limits === null) return false;
  const sides = value.limits.map((limit) => bandSide(band, limit));
  const wanted = { consistent: 0, high: -1, low: 1 }[verdict];
  return sides.every((side) => side === wanted);
}

/** Checks one claim. Pure; milliseconds for a county-sized pack. */
export function checkClaim(input: ClaimInput, claim: Claim): ClaimCheck {
  const objects = claimObjects(input.data, claim);
  const value = claimValue(input, claim, objects);
  const band = claimBand(claim);
  const verdict = verdictOf(value, band);
  const isImprecise = verdict === 'unverifiable' && value.computed !== null;
  const gaps: readonly ClaimGap[] =
    isImprecise && !value.gaps.includes('no-alignment') ? [...value.gaps, 'precision'] : value.gaps;
  const inverse =
    widthForAreaClaim(input.data, input.areas, claim, objects) ??
    distanceForClaim(input.data, claim);
  const proven = isProven(verdict, value, band);
  const { countyCodes } = objects;
  const check = { ...value, claim, countyCodes, band, verdict, isProven: proven, gaps, inverse };
  return { ...check, reason: claimReason(check, objects, input.settings) };
}

/** Checks every claim of the pack, in pack order. */
export function checkClaims(input: ClaimInput): readonly ClaimCheck[] {
  return input.data.pack.claims.map((claim) => checkClaim(input, claim));
}
