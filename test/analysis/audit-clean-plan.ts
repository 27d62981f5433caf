// A whole plan in which every figure, name and shape agrees with every other, whatever the random rows: tables, text figures,
// relations, lists, targets, money and map. Plainly synthetic.
import type fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import type { AuditInput } from '../../src/analysis/audit-input';
import type { Township } from '../../src/domain/administrative';
import type { BaseFeature } from '../../src/domain/base-layer';
import type { Belt } from '../../src/domain/belt';
import type { ImportRecord } from '../../src/domain/imported';
import type { PlanTable } from '../../src/domain/plan-table';
import type { RelocationProgramme } from '../../src/domain/relocation';
import type { Rule } from '../../src/domain/rule';
import type { NamedList, Relation, Statement } from '../../src/domain/statement';
import { COUNTIES, box, township, village } from './audit-areas';
import {
  EMPTY_INPUT,
  NAMES,
  type TownshipRow,
  nameList,
  printedRows,
  statement,
  sumRelation,
  tableOf,
  target,
  totalOf,
  townshipRows,
} from './audit-synthetic';

export interface CleanPlan extends AuditInput {
  readonly rows: readonly TownshipRow[];
  readonly imports: readonly ImportRecord[];
}

const WHERE = { code: '990101', first: 100 };
/** Eight places on one straight line. */
export const RIVER: readonly Position[] = Array.from({ length: 8 }, (_, at) => [
  111.1 + at * 0.02,
  35.1 + at * 0.015,
]);

function townshipTable(rows: readonly TownshipRow[]): PlanTable {
  const plain = tableOf(printedRows(rows));
  return {
    ...plain,
    chapter: '附表',
    documentId: 'P0',
    year: 2016,
    level: 'township',
    countyCode: WHERE.code,
    rows: plain.rows.map((row, at) => ({
      ...row,
      areaCode: row.role === 'body' ? `${WHERE.code}${WHERE.first + at}` : null,
    })),
  };
}

/** Both counties; the second has half of the first. */
function countyTable(households: number, persons: number): PlanTable {
  const halves = [Math.round(households / 2), Math.round(persons / 2)] as const;
  const printed = [
    ['甲山县', households, persons],
    ['乙水县', ...halves],
    ['合计', households + halves[0], persons + halves[1]],
  ].map((cells) => cells.map(String));
  const plain = tableOf(printed, ['县名', '贫困户数（户）', '贫困人口数（人）']);
  const codes = ['990101', '990102', null];
  const rows = plain.rows.map((row, at) => ({ ...row, areaCode: codes[at] ?? null }));
  return {
    ...plain,
    id: 'table2',
    title: '表2 各县',
    chapter: '附表',
    documentId: 'P0',
    year: 2016,
    level: 'county',
    rows,
  };
}

/** A column that is the sum of two others. */
function worksTable(rows: readonly TownshipRow[]): PlanTable {
  const printed = rows.map(({ households, villages }, at) => [
    `${'子丑寅卯辰巳午未申酉戌亥一二'[at] ?? ''}坝`,
    ...[households + villages * 3, households, villages * 3].map(String),
  ]);
  return {
    ...tableOf(printed, ['工程', '受益户数', '一期户数', '二期户数']),
    id: 'table3',
    title: '表3 工程',
  };
}

function statementsOf(persons: number): readonly Statement[] {
  const all = persons + Math.round(persons / 2);
  const works = { unit: '座', year: 2016 };
  const money = { scope: '搬迁', chapter: '第五章' };
  const share = Math.round((300 / 1700) * 1000) / 10;
  return [
    statement('all', all),
    statement('county', persons, { areaCodes: ['990101'], subject: '甲山县贫困人口' }),
    statement('coops-1', 137, { measure: 'cooperatives', unit: '个' }),
    statement('coops-2', 137, { measure: 'cooperatives', unit: '个' }),
    statement('dams', 1234, { ...works, measure: 'dams' }),
    statement('dams-a', 1000, { ...works, measure: 'smallDams' }),
    statement('dams-b', 234, { ...works, measure: 'middleDams' }),
    statement('share', share, { measure: 'wellShare', unit: '%', subject: '机井占比' }),
    statement('wells-a', 300, { ...works, measure: 'poweredWells' }),
    statement('wells', 1700, { ...works, measure: 'wells' }),
    statement('rate', 11, { measure: 'incomeGrowth', unit: '%', printed: '年均增长11%' }),
    statement('income-1', 6079, { measure: 'income', unit: '元', year: 2013 }),
    statement('income-2', 12_588, { measure: 'income', unit: '元', year: 2020 }),
    statement('led', 3100, { measure: 'ledPersons', printed: '带动3100人' }),
    statement('sum', 24_000_000, { ...money, measure: 'investmentYuan', unit: '元' }),
    statement('moved', 1200, { ...money, measure: 'movedPersons' }),
    statement('each', 20_000, { ...money, measure: 'subsidyYuanPerPerson', unit: '元' }),
  ];
}

const RELATIONS: readonly Relation[] = [
  { ...sumRelation('statement:dams', ['statement:dams-a', 'statement:dams-b']), id: 'r-sum' },
  {
    id: 'r-ratio',
    chapter: '第一章',
    printed: '占',
    kind: 'ratio',
    ratio: 'statement:share',
    numerator: 'statement:wells-a',
    denominator: 'statement:wells',
  },
  {
    id: 'r-growth',
    chapter: '第一章',
    printed: '年均增长',
    kind: 'growth',
    rate: 'statement:rate',
    base: 'statement:income-1',
    end: 'statement:income-2',
    years: 7,
  },
];

function villageList(
  id: string,
  villages: AuditInput['villages'],
  more: Partial<NamedList>,
): NamedList {
  return nameList(id, [], {
    memberKind: 'village',
    stated: { count: villages.length, chapter: '第四章', printed: `${villages.length}个` },
    members: villages.map(({ code, name, townshipCode }) => ({
      printed: name,
      code,
      withinCode: townshipCode,
      note: '',
    })),
    ...more,
  });
}

const RULE: Rule = {
  id: 'rule-subsidy',
  name: '人均补助',
  documentId: 'P1',
  documentTitle: '示例标准',
  documentDate: '2016-01-01',
  chapter: '一',
  printed: '人均不超过25000元',
  binding: 'binding',
  subject: 'relocation-programme',
  when: [],
  check: {
    kind: 'limit',
    quantity: { field: 'investmentYuan', per: 'persons' },
    op: '<=',
    limit: 25_000,
    unit: '元/人',
    references: [],
  },
  dueYear: null,
  needs: [],
  note: '',
};

const PROGRAMME: RelocationProgramme = {
  id: 'moving',
  name: '搬迁工程',
  countyCodes: ['990101'],
  siteCount: null,
  persons: 1200,
  registeredPoorPersons: 900,
  investmentYuan: 24_000_000,
  chapter: '第五章',
  scopeNote: '',
  figures: [],
  sourceIds: ['P0'],
};

const BELT: Belt = {
  id: 'belt-1',
  name: '甲带',
  shape: {
    kind: 'corridor',
    centreline: {
      type: 'LineString',
      coordinates: [
        [111.1, 35.1],
        [111.8, 35.1],
      ],
    },
    defaultHalfWidthMetres: 2000,
  },
  shapeAccuracyMetres: 500,
  countyCodes: ['990101', '990102'],
  chapter: '第三章',
  chapterText: '',
  claimIds: [],
  sourceIds: ['P0'],
  note: '',
};

const BASE_RIVER: BaseFeature = {
  id: 'river-1',
  name: '甲河',
  kind: 'river',
  rank: 1,
  schematic: false,
  accuracyMetres: 50,
  geometry: { type: 'LineString', coordinates: [...RIVER.slice(0, 1), ...RIVER.slice(-1)] },
  sourceIds: ['P0'],
  note: '',
};

export type LayerKind = 'sites' | 'zones' | 'reference';

export function layer(
  kind: LayerKind,
  shapes: readonly (readonly [string, Geometry])[],
): ImportRecord {
  return {
    id: `layer-${kind}`,
    title: `图层${kind}`,
    provenance: {
      fileName: `${kind}.geojson`,
      sha256: '',
      format: 'geojson',
      encoding: null,
      crs: 'wgs84',
      crsEvidence: '',
      madeAt: '2026-11-22T00:00:00Z',
      rowsRead: shapes.length,
      rowsRefused: 0,
    },
    content: {
      kind,
      accuracyMetres: 0,
      features: shapes.map(([name, geometry], at) => ({
        id: `${kind}-${at}`,
        name,
        geometry,
        attributes: [],
        row: at + 1,
      })),
    },
  };
}

const IMPORTS = [
  layer('sites', [
    ['一点', { type: 'Point', coordinates: [111.2, 35.3] }],
    ['二点', { type: 'Point', coordinates: [111.3, 35.3] }],
  ]),
  layer('zones', [
    ['一区', box(111.1, 35.1, 0.1)],
    ['二区', box(111.6, 35.1, 0.1)],
  ]),
  layer('reference', [['甲河', { type: 'LineString', coordinates: [...RIVER] }]]),
];

/** Strips of the first county, one a row, and the whole of the second. */
function townshipsOf(rows: readonly TownshipRow[]): readonly Township[] {
  const width = 0.5 / rows.length;
  return [
    ...rows.map((_, at) =>
      township(
        `${WHERE.code}${WHERE.first + at}`,
        NAMES[at] ?? '',
        box(111 + at * width, 35, width, 0.5),
      ),
    ),
    township('990102100', '乙河镇', box(111.5, 35, 0.5)),
  ];
}

function planOf(rows: readonly TownshipRow[]): CleanPlan {
  const [households, persons] = [totalOf(rows, 'households'), totalOf(rows, 'persons')];
  const townships = townshipsOf(rows);
  const strip = 0.5 / rows.length;
  const villages = townships.flatMap(({ code, name }, at) =>
    ['东', '西', '南'].map((side, number) =>
      village(`${code}00${number + 1}`, `${name.slice(0, 1)}${side}岭村`, {
        position: [111 + (at + 0.5) * strip, 35.1 + number * 0.1],
      }),
    ),
  );
  const [first = [], second = []] = [villages.slice(0, 5), villages.slice(6, 10)];
  return {
    ...EMPTY_INPUT,
    rows,
    counties: COUNTIES,
    townships,
    villages,
    tables: [townshipTable(rows), countyTable(households, persons), worksTable(rows)],
    statements: statementsOf(persons),
    relations: RELATIONS,
    lists: [
      villageList('deep', first, { excludes: ['heavy'] }),
      villageList('heavy', second, {}),
      nameList(
        'counties',
        COUNTIES.map(({ name }) => name),
        {
          memberKind: 'county',
          members: COUNTIES.map(({ name, code }) => ({
            printed: name,
            code,
            withinCode: null,
            note: '',
          })),
        },
      ),
    ],
    targets: [
      target('water-2018', 80, { year: 2018 }),
      target('water-2020', 90, { base: { year: 2015, value: 60 } }),
    ],
    rules: [RULE],
    relocations: [PROGRAMME],
    belts: [BELT],
    baseFeatures: [BASE_RIVER],
    imports: IMPORTS,
    sources: [
      { id: 'P0', title: '甲县规划', date: '2016-12-01', licence: '', citation: '', note: '' },
    ],
  };
}

export const cleanPlans: fc.Arbitrary<CleanPlan> = townshipRows.map(planOf);
