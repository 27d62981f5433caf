// The checks of drawn objects, with the rules of the shipped pack and plainly made-up objects.
import type { Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Assignment, assignByList } from '../../src/analysis/assign-villages';
import {
  type CheckSurroundings,
  type ObjectCheck,
  checkObject,
} from '../../src/analysis/object-checks';
import type { ObjectFacts } from '../../src/analysis/object-facts';
import { objectOverlaps } from '../../src/analysis/object-overlaps';
import { OBJECT_SUBJECTS, objectRuleRow } from '../../src/analysis/object-rule-facts';
import type { FieldValue, PlanObject, PlanObjectKind } from '../../src/domain/plan-object';
import type { RegionPack } from '../../src/domain/region-pack';
import { yunchengPack } from '../features/yuncheng-pack';

let pack: RegionPack;
beforeAll(async () => {
  pack = await yunchengPack();
});

const SQUARE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [111, 35],
      [111.01, 35],
      [111.01, 35.01],
      [111, 35.01],
      [111, 35],
    ],
  ],
};

function made(
  kind: PlanObjectKind,
  values: Record<string, FieldValue>,
  settings: Partial<PlanObject> = {},
): PlanObject {
  return {
    id: 'a',
    kind,
    name: '甲',
    geometry: SQUARE,
    accuracyMetres: 0,
    values: new Map(Object.entries(values)),
    note: '',
    madeAt: '2020-01-01T00:00:00Z',
    ...settings,
  };
}

function facts(settings: Partial<ObjectFacts> = {}): ObjectFacts {
  return {
    squareMetres: 1e6,
    metres: 4000,
    counties: [{ code: '1', name: '甲县', share: 1, squareMetres: 1e6 }],
    townships: [],
    inside: null,
    terrain: null,
    distances: [],
    overlaps: [],
    ...settings,
  };
}

function terrain(least: number, most: number, slope: number, missing = 0): Partial<ObjectFacts> {
  return {
    terrain: {
      elevationLeastMetres: least,
      elevationMostMetres: most,
      steepestSlopeDegrees: slope,
      meanSlopeDegrees: slope,
      steepShare: 0,
      cellMetres: 30,
      sampleCount: 100,
      missingElevations: missing,
      missingSlopes: missing,
      spacingMetres: 30,
    },
  };
}

function around(settings: Partial<CheckSurroundings> = {}): CheckSurroundings {
  const villageByCode = new Map([
    ['v1', { name: '乙村', countyCode: '1' }],
    ['v2', { name: '丙村', countyCode: '2' }],
  ]);
  return {
    rules: pack.rules,
    objects: [],
    lists: {},
    assignment: null,
    villageByCode,
    ...settings,
  };
}

function check(
  id: string,
  object: PlanObject,
  computed: ObjectFacts | null = facts(),
  surroundings = around(),
): ObjectCheck | undefined {
  return checkObject(object, computed, surroundings).find(({ ruleId }) => ruleId === id);
}

describe('rules', () => {
  it('speak of facts that objects can have', () => {
    const known = new Set<string>();
    const full: Record<string, FieldValue> = {
      persons: 1,
      registeredPoorPersons: 1,
      registeredHousingSquareMetres: 1,
      nationalSubsidyYuan: 1,
      services: [],
      infrastructure: [],
      landUse: 'cultivated',
      crops: ['apple'],
      projectKind: 'water',
      isNewWaterSupply: 'yes',
      servedVillages: [],
    };
    const references = ['redline', 'basic-farmland', 'protected-area', 'water-source'].map(
      (referenceKind, at) =>
        made(
          'reference',
          { referenceKind, protectedPart: 'core', waterSourceGrade: 'first' },
          { id: `r${at}` },
        ),
    );
    for (const kind of ['site', 'zone', 'project'] as const) {
      const row = objectRuleRow(made(kind, full), facts(terrain(1, 2, 3)), references);
      for (const name of Object.keys(row?.facts ?? {})) known.add(`${row?.subject}/${name}`);
    }
    const subjects = new Set(Object.values(OBJECT_SUBJECTS));
    for (const { id, subject, check: asked, when } of pack.rules) {
      if (!subjects.has(subject)) continue;
      const names = [
        ...when.map(({ field }) => field),
        ...(asked.kind === 'limit'
          ? [asked.quantity.field, ...(asked.quantity.per === null ? [] : [asked.quantity.per])]
          : [asked.field]),
      ];
      for (const name of names) expect(known, id).toContain(`${subject}/${name}`);
    }
  });

  it('hold at 25,000 元 a person, break above, and say how much to take off', () => {
    const site = (yuan: number) => made('site', { nationalSubsidyYuan: yuan, persons: 100 });
    expect(check('relocation-site-subsidy', site(2_500_000))?.result).toBe('met');
    const broken = check('relocation-site-subsidy', site(3_000_000));
    expect(broken).toMatchObject({
      result: 'broken',
      value: 30_000,
      limit: 25_000,
      unit: '元/人',
      chapter: '第五章 四',
      printed: '国家补助资金中人均补助标准现阶段不超过25000元',
      binding: 'binding',
    });
    expect(broken?.mend).toBe(
      '把国家补助资金减到 250 万元以内；如果安置人数填少了，应为 120 人以上。',
    );
  });

  it('hold at 25 m² of registered housing a person; other housing does not count', () => {
    const values = { registeredPoorPersons: 10, floorSquareMetres: 9999 };
    const site = (area: number) => made('site', { ...values, registeredHousingSquareMetres: area });
    expect(check('relocation-site-housing-area', site(250))?.result).toBe('met');
    const broken = check('relocation-site-housing-area', site(260));
    expect([broken?.result, broken?.value]).toEqual(['broken', 26]);
    expect(broken?.mend).toContain('减到 250 平方米以内');
  });

  it('never pass without the figures, and name the fields to fill', () => {
    const checks = checkObject(made('site', {}), facts(), around());
    expect(checks.length).toBeGreaterThan(0);
    for (const { result, mend, ruleId } of checks) {
      expect(result, ruleId).toBe('missing-data');
      expect(mend, ruleId).toMatch(/填写|导入|画出/);
    }
    expect(check('relocation-site-subsidy', made('site', { persons: 3 }))?.mend).toBe(
      '填写“国家补助资金”。',
    );
  });

  it('ask 500 people for both stations, 499 for none, and name what is missing', () => {
    const site = (persons: number) => made('site', { persons, services: ['employment-station'] });
    expect(check('site-employment-station', site(500))?.result).toBe('met');
    const broken = check('site-welfare-job-station', site(500));
    expect([broken?.result, broken?.binding]).toEqual(['broken', 'reference']);
    expect(broken?.mend).toBe('在“公共服务”里补上公益就业服务站。');
    expect(check('site-welfare-job-station', site(499))).toBeUndefined();
    expect(check('site-public-services', site(500))?.mend).toBe(
      '在“公共服务”里补上教育、卫生、文化、商业、养老、村级组织。',
    );
  });

  it('keep apples between 600 and 1000 m, and other crops wherever they are', () => {
    const zone = (crops: string[]) => made('zone', { crops });
    const low = facts(terrain(599, 1000, 3));
    expect(check('zone-apple-least-elevation', zone(['apple']), low)?.result).toBe('broken');
    expect(check('zone-apple-most-elevation', zone(['apple']), low)?.result).toBe('met');
    const high = facts(terrain(600, 1000.5, 3));
    expect(check('zone-apple-least-elevation', zone(['apple']), high)?.result).toBe('met');
    expect(check('zone-apple-most-elevation', zone(['apple']), high)?.mend).toContain(
      '1000 米以上',
    );
    expect(check('zone-apple-most-elevation', zone(['walnut']), high)).toBeUndefined();
    const lowest = check(
      'zone-apple-least-elevation',
      zone(['apple']),
      facts(terrain(700, 800, 3, 1)),
    );
    expect(lowest?.result).toBe('missing-data');
    const partly = check(
      'zone-apple-most-elevation',
      zone(['apple']),
      facts(terrain(700, 800, 3, 1)),
    );
    expect([partly?.result, partly?.mend]).toEqual([
      'missing-data',
      '导入能盖住整个范围的高程数据。',
    ]);
  });

  it('break for ploughed land of 25 degrees, not below and not for other land', () => {
    const zone = (landUse: string) => made('zone', { landUse });
    const id = 'zone-cultivated-slope';
    expect(check(id, zone('cultivated'), facts(terrain(1, 2, 25)))?.result).toBe('broken');
    expect(check(id, zone('cultivated'), facts(terrain(1, 2, 24.9)))?.result).toBe('met');
    expect(check(id, zone('forest'), facts(terrain(1, 2, 40)))).toBeUndefined();
    expect(check(id, zone('cultivated'))?.mend).toBe('导入高程数据。');
  });
});

describe('protected land', () => {
  const redline = made(
    'reference',
    { referenceKind: 'redline' },
    { id: 'r', name: '红线一', geometry: SQUARE },
  );
  const objects = [redline];
  const overlaps = (object: PlanObject) =>
    objectOverlaps({ id: object.id, geometry: object.geometry ?? SQUARE }, objects, () => 12_000);

  it('breaks by surface and says how much to give way, by name', () => {
    const zone = made('zone', {});
    const found = check(
      'zone-ecological-redline',
      zone,
      facts({ overlaps: overlaps(zone) }),
      around({ objects }),
    );
    expect(found).toMatchObject({ result: 'broken', value: 12_000, limit: 0 });
    expect(found?.mend).toBe('缩小或移开范围，让出与红线一重叠的 18 亩生态红线。');
  });

  it('is not met while no outline of that kind is there', () => {
    const found = check('zone-ecological-redline', made('zone', {}));
    expect([found?.result, found?.mend]).toEqual(['missing-data', '导入生态红线范围。']);
    const met = check('zone-ecological-redline', made('zone', {}), facts(), around({ objects }));
    expect(met?.result).toBe('met');
  });

  it('is not decided for a point, which is told to lie inside', () => {
    const site = made('site', {}, { geometry: { type: 'Point', coordinates: [111.005, 35.005] } });
    const found = check(
      'site-ecological-redline',
      site,
      facts({ overlaps: overlaps(site) }),
      around({ objects }),
    );
    expect(found?.result).toBe('missing-data');
    expect(found?.mend).toContain('已在红线一内');
  });
});

describe('own sums', () => {
  const villages = [
    { code: 'v1', countyCode: '1', position: [111, 35] as const, persons: 30 },
    { code: 'v2', countyCode: '2', position: [111, 35] as const, persons: 20 },
  ].map((village) => ({ ...village, households: null, source: 'typed' as const }));
  const sites = ['a', 'b'].map((id) => ({
    id,
    geometry: SQUARE,
    countyCode: '1',
    capacityPersons: null,
  }));
  const assigned = (...lines: [string, string, number | null][]): Assignment =>
    assignByList(
      villages,
      sites,
      lines.map(([villageCode, siteId, persons]) => ({ villageCode, siteId, persons })),
    );
  const site = (values: Record<string, FieldValue> = {}) => made('site', values);

  it('compare capacity with who is assigned', () => {
    const assignment = assigned(['v1', 'a', null], ['v2', 'a', null]);
    const at = (persons: number) =>
      check('own:capacity', site({ persons }), facts(), around({ assignment }));
    expect(at(50)?.result).toBe('met');
    expect(at(49)).toMatchObject({ result: 'broken', value: 50, limit: 49 });
    expect(at(49)?.mend).toContain('把 1 人改分');
    expect(check('own:capacity', site(), facts(), around({ assignment }))?.result).toBe(
      'missing-data',
    );
  });

  it('name a village that is assigned twice', () => {
    const assignment = assigned(['v1', 'a', 10], ['v1', 'b', null]);
    const found = check('own:assigned-twice', site(), facts(), around({ assignment }));
    expect([found?.result, found?.value]).toEqual(['broken', 1]);
    expect(found?.text).toContain('乙村');
    const once = around({ assignment: assigned(['v1', 'a', null]) });
    expect(check('own:assigned-twice', site(), facts(), once)?.result).toBe('met');
  });

  it('name a village of another county', () => {
    const assignment = assigned(['v1', 'a', null], ['v2', 'a', null]);
    const found = check('own:other-county', site(), facts(), around({ assignment }));
    expect([found?.result, found?.value]).toEqual(['broken', 1]);
    expect(found?.text).toBe('安置点在甲县，丙村不在。');
    const nowhere = facts({ counties: [] });
    expect(check('own:other-county', site(), nowhere, around({ assignment }))?.result).toBe(
      'missing-data',
    );
  });

  it('are silent for a site that nobody is assigned to', () => {
    const assignment = assigned(['v1', 'b', null]);
    expect(check('own:capacity', site(), facts(), around({ assignment }))).toBeUndefined();
  });
});

it('checks come broken first, and no rule speaks of belts and reference areas', () => {
  const object = made('site', { nationalSubsidyYuan: 9e9, persons: 1, services: [] });
  const results = checkObject(object, facts(), around()).map(({ result }) => result);
  expect(results[0]).toBe('broken');
  expect(results.lastIndexOf('broken')).toBeLessThan(results.indexOf('missing-data'));
  expect(checkObject(made('belt', {}), facts(), around())).toEqual([]);
});
