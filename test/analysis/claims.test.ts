// Claims on a tiny synthetic pack with known shares, and on the real 运城 pack recomputed by plain loops.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BeltSquareMetres, ClaimData, ClaimSettings } from '../../src/analysis/claim-data';
import { claimAreas, prepareClaims } from '../../src/analysis/claim-data';
import type { ClaimCheck } from '../../src/analysis/claim-check';
import { distanceForClaim } from '../../src/analysis/claim-distance';
import { reachedAmount } from '../../src/analysis/claim-figures';
import { checkClaim, checkClaims } from '../../src/analysis/claims';
import type { Claim } from '../../src/domain/claim';
import { UNIT_SPACE } from '../../src/domain/units';
import type { RegionPack } from '../../src/domain/region-pack';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances } from '../../src/geo/villages-distances';
import { loadPack } from '../../src/packs/load';
import { yunchengPack } from '../features/yuncheng-pack';
import { sealedSource } from '../packs/synthetic-pack';

const DEFAULTS: ClaimSettings = { distanceMetres: null, beltWidths: new Map() };

let small: ClaimData;
let real: ClaimData;
let areas: ReadonlyMap<string, BeltSquareMetres>;
let checks: ReadonlyMap<string, ClaimCheck>;

async function smallPack(): Promise<RegionPack> {
  const outcome = await loadPack(sealedSource());
  if (!outcome.ok) throw new Error('synthetic pack does not load');
  // Both objects of the synthetic pack must be prepared.
  const [claim] = outcome.value.claims;
  if (claim === undefined) throw new Error('no claim');
  return { ...outcome.value, claims: [{ ...claim, objectIds: ['belt-a', 'project-a'] }] };
}

beforeAll(async () => {
  small = prepareClaims(await smallPack());
  const pack = await yunchengPack();
  real = prepareClaims(pack);
  areas = claimAreas(pack, DEFAULTS);
  const all = checkClaims({ data: real, areas, settings: DEFAULTS });
  checks = new Map(all.map((check) => [check.claim.id, check]));
});

function households(value: number, objectId = 'belt-a'): Claim {
  const words = { id: 'c', subject: '甲', measure: 'poorHouseholds', unit: '户', chapter: '一' };
  const printed = `${value}户`;
  return { ...words, objectIds: [objectId], value, qualifier: 'exact', printed, year: null };
}

function withWidth(metres: number): ClaimSettings {
  return { distanceMetres: metres, beltWidths: new Map([['belt-a', metres]]) };
}

function checkSmall(claim: Claim, metres: number): ClaimCheck {
  return checkClaim({ data: small, areas: new Map(), settings: withWidth(metres) }, claim);
}

function metresTo(data: ClaimData, id: string): readonly number[] {
  const target = data.targets.get(id);
  if (target === undefined) throw new Error(`no target ${id}`);
  return Array.from(target.distances.metres, (_, at) => target.distances.exactAt(at));
}

describe('claims of a synthetic belt (甲村 50, 乙村 50, 丙村 200 户)', () => {
  it('adds the shares of villages within the half-width', () => {
    const metres = metresTo(small, 'belt-a');
    for (const width of [1000, 10_000, 20_000, 60_000]) {
      const expected = [50, 50, 200].reduce(
        (sum, share, at) => sum + ((metres[at] ?? Infinity) <= width ? share : 0),
        0,
      );
      expect(checkSmall(households(300), width).computed, `${width} m`).toBeCloseTo(expected, 9);
    }
    expect(checkSmall(households(300), 60_000).computed).toBeCloseTo(300, 9);
  });

  it('counts the village committees within the half-width, each as one', () => {
    const metres = metresTo(small, 'belt-a');
    const claim: Claim = { ...households(2), measure: 'administrativeVillages', unit: '个' };
    const committees = small.pack.villages.map(({ kind }) => kind === 'village-committee');
    for (const width of [1000, 10_000, 20_000, 60_000]) {
      const expected = metres.filter((each, at) => committees[at] === true && each <= width);
      const { method, computed } = checkSmall(claim, width);
      expect([method, computed], `${width} m`).toEqual(['belt-units', expected.length]);
    }
    const reached = checkSmall(claim, 60_000);
    expect(reached.computed).toBeGreaterThan(0);
    expect(reached.reason).toContain('逐个数得');
    const { inverse } = checkSmall({ ...claim, value: 1 }, 1000);
    const nearest = metres.filter((_, at) => committees[at] === true);
    expect(inverse).toMatchObject({ kind: 'width', metres: Math.min(...nearest) });
    const communities = checkSmall({ ...claim, measure: 'communities' }, 60_000);
    const kinds = small.pack.villages.filter(({ kind }) => kind === 'residents-committee');
    expect(communities.computed).toBe(kinds.length);
  });

  it('says 相符, 偏高 and 偏低 of the plan', () => {
    expect(checkSmall(households(300), 90_000)).toMatchObject({
      verdict: 'consistent',
      isProven: true,
      isEstimate: true,
    });
    expect(checkSmall(households(400), 90_000)).toMatchObject({ verdict: 'high', isProven: true });
    expect(checkSmall(households(200), 90_000)).toMatchObject({ verdict: 'low', isProven: true });
    expect(checkSmall(households(200), 90_000).reason).toContain('偏低');
  });

  it('gives no verdict where the range lies on both sides', () => {
    // 丙村 is known to 9 km, the belt to 1 km: it is possibly reached from 10 km before it is.
    const metres = metresTo(small, 'belt-a')[2] ?? 0;
    const check = checkSmall(households(300), metres - 1);
    expect(check.computed).toBeLessThan(300);
    expect(check.range?.[1]).toBeCloseTo(300, 9);
    expect(check).toMatchObject({ verdict: 'unverifiable', gaps: ['precision'] });
  });

  it('turns a claim round to the distance of the village that completes it', () => {
    const metres = metresTo(small, 'belt-a').slice(0, 3);
    const farthest = Math.max(...metres);
    const found = distanceForClaim(small, households(300));
    expect(found).toMatchObject({ kind: 'width', metres: farthest, computed: 300 });
    expect(distanceForClaim(small, households(301))).toEqual({
      kind: 'none',
      reason: `宽度再大也只有 300${UNIT_SPACE}户`,
    });
  });

  it('never lowers a value when the width grows', () => {
    const width = fc.double({ min: 0, max: 80_000, noNaN: true });
    fc.assert(
      fc.property(width, width, (a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        const [less, more] = [near, far].map((each) => checkSmall(households(300), each));
        expect(more?.computed).toBeGreaterThanOrEqual(less?.computed ?? Number.NaN);
        expect(more?.range?.[0]).toBeGreaterThanOrEqual(less?.range?.[0] ?? Number.NaN);
        expect(more?.range?.[1]).toBeGreaterThanOrEqual(less?.range?.[1] ?? Number.NaN);
      }),
      { seed: 7 },
    );
  });
});

describe('reachedAmount', () => {
  const figure = {
    weights: Float64Array.of(0.5, 0.5, 0.5, 0.5, Number.NaN),
    shared: [{ total: 2, units: [0, 1, 2, 3] }],
    countyShared: [],
    sum: 2,
    isCountOfUnits: true,
    unknownUnits: [4],
    byCounty: new Map<string, readonly number[]>(),
  };
  it('bounds poverty villages by how many units are reached', () => {
    // 3 of 4 reached for certain, 2 of 4 are poverty villages: at least 1, at most 2, by share 1.5.
    const three = reachedAmount(figure, Uint8Array.of(3, 3, 3, 0, 0));
    expect(three).toMatchObject({ least: 1.5, asDrawn: 1.5, most: 1.5, limits: [1, 2] });
    const vague = reachedAmount(figure, Uint8Array.of(3, 2, 1, 0, 1));
    expect(vague).toMatchObject({ least: 0.5, asDrawn: 1, most: 1.5, limits: [0, 3] });
    // 3 of 4 units are poverty villages: any 3 units hold at least 2 of them.
    const many = { ...figure, shared: [{ total: 3, units: [0, 1, 2, 3] }] };
    expect(reachedAmount(many, Uint8Array.of(3, 3, 3, 0, 0)).limits).toEqual([2, 3]);
  });
  it('bounds persons by all or none of an area that is partly reached', () => {
    const persons = { ...figure, isCountOfUnits: false, unknownUnits: [] };
    expect(reachedAmount(persons, Uint8Array.of(3, 3, 3, 2, 0)).limits).toEqual([0, 2]);
    expect(reachedAmount(persons, Uint8Array.of(3, 3, 3, 3, 0)).limits).toEqual([2, 2]);
    expect(reachedAmount(persons, new Uint8Array(5)).limits).toEqual([0, 0]);
  });
});

/** Even share of a township or county figure, computed here from the pack's own tables. */
function shares(pack: RegionPack, measure: string): number[] {
  const figure = (code: string): number | undefined =>
    pack.figures.find((each) => each.measure === measure && each.areaCode === code)?.value;
  const isResolved = (county: string): boolean =>
    pack.townships.some((each) => each.countyCode === county && figure(each.code) !== undefined);
  return pack.villages.map((village) => {
    const { countyCode, townshipCode } = village;
    const code = isResolved(countyCode) ? townshipCode : countyCode;
    const area = pack.villages.filter((each) => each.code.startsWith(code));
    const committees = area.filter((each) => each.kind === 'village-committee');
    if (committees.length > 0 && village.kind !== 'village-committee') return 0;
    return (figure(code) ?? 0) / (committees.length > 0 ? committees : area).length;
  });
}

function plainMetres(pack: RegionPack, id: string): Float64Array {
  const lng = Float64Array.from(pack.villages, (village) => village.position[0]);
  const lat = Float64Array.from(pack.villages, (village) => village.position[1]);
  const shape = pack.belts.find((belt) => belt.id === id)?.shape;
  const project = pack.projects.find((each) => each.id === id)?.geometry ?? null;
  const own = shape?.kind === 'corridor' ? shape.centreline : null;
  const geometry = project ?? own ?? (shape?.kind === 'upland' ? shape.outline : null);
  if (geometry === null) throw new Error(`no geometry ${id}`);
  return villageDistances(villageIndex(lng, lat), projectShape(geometry)).metres;
}

describe('claims about a list by name', () => {
  it('counts its members, each once, against the number in the text', () => {
    const member = (printed: string, code: string | null) => ({
      printed,
      code,
      withinCode: null,
      note: '',
    });
    const list: RegionPack['lists'][number] = {
      id: 'list-a',
      title: '甲类村',
      documentId: 'P0',
      chapter: '附件',
      memberKind: 'village',
      year: null,
      stated: null,
      excludes: [],
      members: [
        member('甲村', '990101001201'),
        member('甲村村', '990101001201'),
        member('乙村', '990101001202'),
        member('丙村', null),
      ],
    };
    const data = { ...small, pack: { ...small.pack, lists: [list] } };
    const judged = [2, 3, 4].map((value) => {
      const claim = { ...households(value, 'list-a'), measure: 'poorVillages', unit: '个' };
      return checkClaim({ data, areas: new Map(), settings: DEFAULTS }, claim);
    });
    expect(judged.map(({ method, computed, verdict }) => [method, computed, verdict])).toEqual([
      ['list-count', 3, 'low'],
      ['list-count', 3, 'consistent'],
      ['list-count', 3, 'high'],
    ]);
    expect(judged[1]).toMatchObject({ isProven: true, isEstimate: false, gaps: [] });
    expect(judged[1]?.reason).toContain('按附件「甲类村」逐个数得 3');
  });
});

describe('claims of 运城', () => {
  it('checks all 55, every verdict with a reason', () => {
    expect(checks.size).toBe(55);
    for (const { reason, verdict, gaps, claim } of checks.values()) {
      expect(reason.length, claim.id).toBeGreaterThan(10);
      if (verdict === 'unverifiable') expect(gaps.length, claim.id).toBeGreaterThan(0);
    }
    const verdicts = [...checks.values()].filter((each) => each.verdict !== 'unverifiable');
    expect(verdicts.map(({ claim, verdict }) => [claim.id, verdict])).toEqual([
      ['c4-zone-households', 'consistent'],
      ['c4-huanghe-persons', 'consistent'],
      ['c4-fenhe-persons', 'consistent'],
      ['c4-emeiling-area', 'consistent'],
      ['c4-zhongtiao-share', 'high'],
      ['c4-zhongtiao-area', 'high'],
      ['c8-zhongtiao-area', 'high'],
    ]);
  });

  it('sums a zone from table 1: 4891 + 6682 + 7132 户, or 夏县 6933 by table 5', () => {
    expect(checks.get('c4-zone-households')).toMatchObject({
      method: 'county-sum',
      computed: 18_705,
      range: [18_506, 18_705],
      isEstimate: false,
    });
  });

  it.each([
    ['c4-huanghe-persons', 'belt-huanghe', 5000],
    ['c4-fenhe-persons', 'belt-fenhe', 5000],
    ['c4-emeiling-persons', 'belt-emeiling', 0],
  ])('%s equals a plain loop over the villages', (claimId, beltId, width) => {
    const { pack } = real;
    const belt = pack.belts.find(({ id }) => id === beltId);
    const metres = plainMetres(pack, beltId);
    const persons = shares(pack, 'poorPersons');
    let [asDrawn, most] = [0, 0];
    pack.villages.forEach((village, at) => {
      if (belt?.countyCodes.includes(village.countyCode) !== true) return;
      const slack = village.positionAccuracyMetres + belt.shapeAccuracyMetres;
      if ((metres[at] ?? Infinity) <= width) asDrawn += persons[at] ?? 0;
      if ((metres[at] ?? Infinity) <= width + slack) most += persons[at] ?? 0;
    });
    expect(checks.get(claimId)?.computed).toBeCloseTo(asDrawn, 5);
    expect(checks.get(claimId)?.range?.[1]).toBeCloseTo(most, 5);
  });

  it.each([
    ['belt-emeiling', 0],
    ['belt-zhongtiao', 3000],
  ])('%s: is certain of villages deeper inside than all accuracies together', (id, margin) => {
    const { pack } = real;
    const belt = pack.belts.find((each) => each.id === id);
    const example = checks.get('c4-emeiling-persons')?.claim;
    if (belt?.shape.kind !== 'upland' || example === undefined) throw new Error('no upland');
    const lng = Float64Array.from(pack.villages, (village) => village.position[0]);
    const lat = Float64Array.from(pack.villages, (village) => village.position[1]);
    const rings = belt.shape.outline.coordinates as number[][][];
    const edge = projectShape({ type: 'MultiLineString', coordinates: rings });
    const depths = villageDistances(villageIndex(lng, lat), edge).metres;
    const outside = plainMetres(pack, id);
    const persons = shares(pack, 'poorPersons');
    const certain = pack.villages.reduce((sum, village, at) => {
      const slack = village.positionAccuracyMetres + belt.shapeAccuracyMetres;
      const away = outside[at] === 0 ? -(depths[at] ?? 0) : (outside[at] ?? Infinity);
      const isNamed = belt.countyCodes.includes(village.countyCode);
      return away + slack <= margin && isNamed ? sum + (persons[at] ?? 0) : sum;
    }, 0);
    const claim = { ...example, objectIds: [id] };
    const check = checkClaim({ data: real, areas, settings: DEFAULTS }, claim);
    expect(certain).toBeGreaterThan(500);
    expect(check.range?.[0]).toBeCloseTo(certain, 5);
  });

  it('shows that whole counties give the plan’s 60 % of 中条山: 143580 of 226703', () => {
    const check = checks.get('c4-zhongtiao-share');
    expect(check?.wholeCounties).toBeCloseTo((100 * 143_580) / 226_703, 9);
    expect(check?.reason).toContain('规划可能按整县计');
    expect(check?.isProven).toBe(false);
  });

  it('does not decide the six water works, and says why', () => {
    const check = checks.get('c11-six-villages');
    const { pack } = real;
    const fields = (check?.claim.objectIds ?? []).map((id) => plainMetres(pack, id));
    const villages = shares({ ...pack, villages: pack.villages }, 'povertyVillages');
    const expected = villages.reduce(
      (sum, share, at) => sum + (fields.some((field) => (field[at] ?? 0) <= 2000) ? share : 0),
      0,
    );
    expect(fields).toHaveLength(6);
    expect(check?.computed).toBeCloseTo(expected, 6);
    expect(check?.gaps).toContain('no-alignment');
    expect(check?.verdict).toBe('unverifiable');
    // Known places count too little: not even a figure beyond every range is called too high.
    if (check === undefined) throw new Error('no check');
    const beyond = { ...check.claim, value: 9999, printed: '9999个' };
    const verdict = checkClaim({ data: real, areas, settings: DEFAULTS }, beyond).verdict;
    expect(verdict).toBe('unverifiable');
  });

  it('bounds scope-only works by the poverty villages of the named counties', () => {
    expect(checks.get('c11-flood-villages')?.ceiling).toBe(464);
    // 垣曲 105 + 夏县 95 + 闻喜 63; 平陆's 136 with the row that has no unit is among the 464.
    expect(checks.get('c11-water-net-villages')?.ceiling).toBe(263);
    const claim = checks.get('c11-flood-villages')?.claim;
    if (claim === undefined) throw new Error('no claim');
    const over = { ...claim, value: 465, printed: '465个' };
    const check = checkClaim({ data: real, areas, settings: DEFAULTS }, over);
    expect(check).toMatchObject({ verdict: 'high', isProven: true });
  });

  it('turns claims round: at the answer the engine computes the same, just below it less', () => {
    const turned = [...checks.values()].filter(
      ({ inverse, method }) => inverse.kind !== 'none' && method !== 'belt-area',
    );
    expect(turned.map(({ claim }) => claim.id)).toEqual([
      'c4-huanghe-persons',
      'c4-fenhe-persons',
      'c4-two-belts-share',
      'c11-six-villages',
    ]);
    for (const { claim, inverse } of turned) {
      if (inverse.kind === 'none') continue;
      const at = (metres: number): number | null => {
        const beltWidths = new Map(claim.objectIds.map((id) => [id, metres]));
        const settings = { distanceMetres: metres, beltWidths };
        return checkClaim({ data: real, areas, settings }, claim).computed;
      };
      expect(at(inverse.metres), claim.id).toBeCloseTo(inverse.computed, 6);
      expect(at(inverse.metres - 1e-6), claim.id).toBeCloseTo(inverse.before, 6);
      expect(inverse.before, claim.id).toBeLessThan(claim.value);
      expect(inverse.computed, claim.id).toBeGreaterThanOrEqual(claim.value - 1e-6);
    }
  });

  it('turns an area round to the width whose area is the claim, or says why not', () => {
    // 中条山 50 % of the city, stated twice; measured once (the widths are kept).
    const [first, second] = ['c4-zhongtiao-area', 'c8-zhongtiao-area'].map((id) => checks.get(id));
    expect(first?.inverse).toEqual(second?.inverse);
    if (first?.inverse.kind !== 'width') throw new Error('no width');
    expect(Math.abs(first.inverse.computed / 50 - 1)).toBeLessThanOrEqual(0.0005);
    const atWidth = areas.get('belt-zhongtiao')?.atWidth;
    const share = (atWidth?.(first.inverse.metres) ?? 0) / (real.regionSquareMetres / 100);
    expect(share).toBeCloseTo(first.inverse.computed, 9);
    expect(checks.get('c4-emeiling-area')?.inverse).toEqual({
      kind: 'none',
      reason: expect.stringMatching(/^宽度为 0 时已有 3,957,626\s亩$/),
    });
  });

  it('reads a claim without objects over all counties: jump, and a ceiling where tables give one', () => {
    for (const { claim, countyCodes } of checks.values()) {
      if (claim.objectIds.length === 0) expect(countyCodes, claim.id).toHaveLength(13);
    }
    const persons = real.figures.poorPersons.byCounty;
    const most = [...persons.values()].reduce((sum, each) => sum + Math.max(...each), 0);
    for (const id of ['c8-coops', 'c8-rangers', 'c4-ecommerce-training', 'c4-tourism-jobs']) {
      const check = checks.get(id);
      expect(check, id).toMatchObject({ method: 'ceiling', ceiling: most, computed: null });
      expect(check?.verdict).toBe('unverifiable');
      expect(check?.reason).toContain('规划没有点名，按全部县看，合计最多');
    }
    const { sum, unknownUnits } = real.figures.povertyVillages;
    expect(checks.get('c4-lead-industry')?.ceiling).toBe(sum + unknownUnits.length);
    const claim = checks.get('c8-coops')?.claim;
    if (claim === undefined) throw new Error('no claim');
    const over = { ...claim, value: 9 * most, printed: '甲' };
    expect(checkClaim({ data: real, areas, settings: DEFAULTS }, over).verdict).toBe('high');
  });

  it('puts one space between words, numbers and units of its sentences', () => {
    for (const { reason } of checks.values()) {
      expect(reason).not.toMatch(/\d(公里|米|户|人|个|亩)/u);
      expect(reason).not.toMatch(/(半宽|外延|计得|最多|只有|已有)\d/u);
    }
  });

  it('gives the same answer again', () => {
    const again = checkClaims({ data: real, areas, settings: DEFAULTS });
    expect(again).toEqual([...checks.values()]);
  });
});
