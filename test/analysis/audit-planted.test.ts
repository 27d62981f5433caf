// One error of every kind planted into a clean plan: just that finding, at its place, and no other. A new kind without a
// planted error does not compile.
import fc from 'fast-check';
import gcoord from 'gcoord';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { auditPack } from '../../src/analysis/audit';
import type { AuditInput } from '../../src/analysis/audit-input';
import type { AuditKind } from '../../src/domain/audit-finding';
import type { PlanTable } from '../../src/domain/plan-table';
import type { NamedList, NamedListMember, Statement } from '../../src/domain/statement';
import type { Target } from '../../src/domain/target';
import { box } from './audit-areas';
import { type CleanPlan, type LayerKind, RIVER, cleanPlans, layer } from './audit-clean-plan';
import { HEADINGS } from './audit-synthetic';

const SEED = { seed: 20261122, numRuns: 5 };

const [, VILLAGES, POOR_VILLAGES, HOUSEHOLDS, , INCIDENCE] = HEADINGS;
const at = (heading: string): number => HEADINGS.findIndex((each) => each === heading);

/** Where and how much. */
interface Pick {
  readonly row: number;
  readonly more: number;
}

interface Planted {
  readonly input: AuditInput;
  /** Place of the finding: table/row/column, text or layer/code. */
  readonly place: string;
}

/** null where the random rows do not allow the error. */
type Planting = (plan: CleanPlan, pick: Pick) => Planted | null;

function found(input: AuditInput): string[] {
  return auditPack(input).map(({ kind, where: { table, text, layer: map, row, column, code } }) =>
    [
      kind,
      ...(table === undefined ? [] : [table, row ?? '', column]),
      text ?? '',
      map ?? '',
      code ?? '',
    ]
      .filter((each) => each !== '')
      .join(' '),
  );
}

type Cells = readonly (readonly [row: number, column: number, text: string])[];

function cell({ tables }: CleanPlan, table: number, row: number, column: number): string {
  return tables[table]?.rows.at(row)?.cells[column] ?? '';
}

function withCells(plan: CleanPlan, table: number, cells: Cells): CleanPlan {
  const write = (each: PlanTable): PlanTable => ({
    ...each,
    rows: each.rows.map((row, place) => ({
      ...row,
      cells: row.cells.map(
        (text, column) =>
          cells.find(
            ([r, c]) => (r + each.rows.length) % each.rows.length === place && c === column,
          )?.[2] ?? text,
      ),
    })),
  });
  return {
    ...plan,
    tables: plan.tables.map((each, place) => (place === table ? write(each) : each)),
  };
}

function withStatement(plan: CleanPlan, id: string, more: Partial<Statement>): CleanPlan {
  const change = (each: Statement): Statement => {
    const value = more.value ?? each.value;
    return { ...each, printed: each.printed.replace(String(each.value), String(value)), ...more };
  };
  return {
    ...plan,
    statements: plan.statements.map((each) => (each.id === id ? change(each) : each)),
  };
}

function withTarget(plan: CleanPlan, more: Partial<Target>): CleanPlan {
  return {
    ...plan,
    targets: plan.targets.map((each) => (each.id === 'water-2020' ? { ...each, ...more } : each)),
  };
}

function withMember(plan: CleanPlan, id: string, member: NamedListMember | undefined): CleanPlan {
  if (member === undefined) throw new Error(`no member for ${id}`);
  const change = (list: NamedList): NamedList => ({
    ...list,
    members: [...list.members, member],
    stated: list.stated === null ? null : { ...list.stated, count: list.members.length + 1 },
  });
  return { ...plan, lists: plan.lists.map((each) => (each.id === id ? change(each) : each)) };
}

function memberOf({ lists }: CleanPlan, id: string, place: number): NamedListMember | undefined {
  const members = lists.find((each) => each.id === id)?.members ?? [];
  return members[place % members.length];
}

function withLayer(
  plan: CleanPlan,
  kind: LayerKind,
  shapes: readonly (readonly [string, Geometry])[],
): CleanPlan {
  const made = layer(kind, shapes);
  return { ...plan, imports: plan.imports.map((each) => (each.id === made.id ? made : each)) };
}

const point = (coordinates: Position): Geometry => ({ type: 'Point', coordinates });
const ring = (...places: Position[]): Geometry => ({
  type: 'Polygon',
  coordinates: [[...places, ...places.slice(0, 1)]],
});
const raised = (text: string, more: number): string => String(Number(text) + more);

const TABLES = {
  'row-sum': (plan, { row, more }) => {
    const column = 1 + (row % 2);
    const total = raised(cell(plan, 0, -1, column), more);
    const place = `table1 ${plan.rows.length + 1} ${HEADINGS[column]}`;
    return { input: withCells(plan, 0, [[-1, column, total]]), place };
  },
  'column-relation': (plan, { row, more }) => {
    const total = raised(cell(plan, 2, row, 1), (more % 50) + 1);
    return { input: withCells(plan, 2, [[row, 1, total]]), place: `table3 ${row + 1} 受益户数` };
  },
  'average-out-of-range': (plan) => ({
    input: withCells(plan, 0, [[-1, at(INCIDENCE), '34.50']]),
    place: `table1 ${plan.rows.length + 1} ${INCIDENCE}`,
  }),
  'share-over-100': (plan, { row }) => ({
    input: withCells(plan, 0, [[row, at(INCIDENCE), '108.40']]),
    place: `table1 ${row + 1} ${INCIDENCE}`,
  }),
  'part-over-whole': (plan, { row }) => {
    const [poor, all] = [POOR_VILLAGES, VILLAGES].map((each) =>
      Number(cell(plan, 0, row, at(each))),
    );
    const more = (all ?? 0) - (poor ?? 0) + 2;
    const cells = [row, -1].map((line) => [line, 2, raised(cell(plan, 0, line, 2), more)] as const);
    return { input: withCells(plan, 0, cells), place: `table1 ${row + 1} ${POOR_VILLAGES}` };
  },
  'unit-slip': (plan, { row }) => {
    const rate = Number(cell(plan, 0, row, at(INCIDENCE))) * 10;
    const input = withCells(plan, 0, [[row, at(INCIDENCE), rate.toFixed(1)]]);
    return rate >= 100 ? null : { input, place: `table1 ${row + 1} ${INCIDENCE}` };
  },
  'implied-population': (plan) => {
    const rates = plan.rows.map((_, row) => Number(cell(plan, 0, row, at(INCIDENCE))));
    const total = Number(cell(plan, 0, -1, at(INCIDENCE)));
    const more = (Math.max(...rates) - total) / 2;
    const input = withCells(plan, 0, [[-1, at(INCIDENCE), (total + more).toFixed(2)]]);
    return more < 0.5 ? null : { input, place: `table1 ${plan.rows.length + 1} ${INCIDENCE}` };
  },
  magnitude: (plan, { row }) => {
    const tenfold = `${cell(plan, 0, row, at(HOUSEHOLDS))}0`;
    const wrong = withCells(plan, 0, [[row, at(HOUSEHOLDS), tenfold]]);
    // With a total, the sum that no longer holds is told too.
    const tables = wrong.tables.map((each, place) =>
      place === 0 ? { ...each, rows: each.rows.slice(0, -1) } : each,
    );
    return { input: { ...wrong, tables }, place: `table1 ${row + 1} ${HOUSEHOLDS}` };
  },
} satisfies Partial<Record<AuditKind, Planting>>;

const TEXTS = {
  relation: (plan, { row, more }) => {
    const [id = '', value = 0] =
      (
        [
          ['dams', 1234 + more],
          ['share', 17.6 + 0.3 + more / 100],
          ['rate', 11 + 0.6 + more / 100],
        ] as const
      )[row % 3] ?? [];
    return { input: withStatement(plan, id, { value: Math.round(value * 10) / 10 }), place: id };
  },
  'table-table': (plan, { more }) => {
    const cells = [0, -1].map((line) => [line, 1, raised(cell(plan, 1, line, 1), more)] as const);
    return { input: withCells(plan, 1, cells), place: 'table2 1 贫困户数（户）' };
  },
  'text-table': (plan, { more }) => {
    const value = (plan.statements.find(({ id }) => id === 'county')?.value ?? 0) + more;
    return { input: withStatement(plan, 'county', { value }), place: 'county' };
  },
  'text-text': (plan, { more }) => ({
    input: withStatement(plan, 'coops-2', { value: 137 + more }),
    place: 'coops-2',
  }),
  'money-per-head': (plan, { row, more }) => {
    if (row % 2 === 0) {
      return { input: withStatement(plan, 'each', { value: 20_001 + more }), place: 'each' };
    }
    const relocations = plan.relocations.map((each) => ({ ...each, investmentYuan: 31_000_000 }));
    return { input: { ...plan, relocations }, place: 'relocations moving' };
  },
  year: (plan, { row }) => {
    if (row % 2 === 0) return { input: withTarget(plan, { year: 2030 }), place: 'water-2020' };
    const sources = plan.sources.map((each) => ({ ...each, date: '2019年3月' }));
    return { input: { ...plan, sources }, place: 'water-2018' };
  },
  'target-exceeded': (plan, { more }) => ({
    input: withTarget(plan, { base: { year: 2015, value: 91 + (more % 9) } }),
    place: 'water-2020',
  }),
  'target-impossible': (plan, { row, more }) => ({
    input: withTarget(plan, { value: row % 2 === 0 ? 100 + more : 79 - (more % 18) }),
    place: 'water-2020',
  }),
  blank: (plan) => ({
    input: withStatement(plan, 'led', { value: null, printed: '带动 人' }),
    place: 'led',
  }),
} satisfies Partial<Record<AuditKind, Planting>>;

const NAMES = {
  'list-length': (plan, { row, more }) => {
    const id = row % 2 === 0 ? 'deep' : 'heavy';
    const lists = plan.lists.map((each) =>
      each.id === id && each.stated !== null
        ? { ...each, stated: { ...each.stated, count: each.members.length + (more % 9) + 1 } }
        : each,
    );
    return { input: { ...plan, lists }, place: id };
  },
  'exclusive-lists': (plan, { row }) => {
    const member = memberOf(plan, 'deep', row);
    return { input: withMember(plan, 'heavy', member), place: `heavy ${member?.code}` };
  },
  'list-duplicate': (plan, { row }) => {
    const member = memberOf(plan, 'deep', row);
    return { input: withMember(plan, 'deep', member), place: `deep ${member?.code}` };
  },
  'unmatched-name': (plan) => ({
    input: withMember(plan, 'deep', {
      printed: '无此沟村',
      code: null,
      withinCode: '990101100',
      note: '',
    }),
    place: 'deep',
  }),
  'same-name': (plan, { row }) => {
    const rename = [row * 3 + 2, plan.villages.length - 1];
    const villages = plan.villages.map((each, place) =>
      rename.includes(place) ? { ...each, name: '双名沟村' } : each,
    );
    return {
      input: withStatement({ ...plan, villages }, 'led', { printed: '双名沟村带动3100人' }),
      place: 'led',
    };
  },
  'foreign-area': (plan) => ({
    input: withMember(plan, 'counties', {
      printed: '丙原县',
      code: null,
      withinCode: null,
      note: '',
    }),
    place: 'counties',
  }),
} satisfies Partial<Record<AuditKind, Planting>>;

function withVillage(plan: CleanPlan, row: number, position: readonly [number, number]): Planted {
  const villages = plan.villages.map((each, place) =>
    place === row ? { ...each, position } : each,
  );
  return { input: { ...plan, villages }, place: `villages ${plan.villages[row]?.code}` };
}

const MAP = {
  'outside-parent': (plan, { row }) => withVillage(plan, row, [111.6 + row / 50, 35.3]),
  'swapped-axes': (plan, { row }) => {
    const [lng = 0, lat = 0] = plan.villages[row]?.position ?? [];
    return withVillage(plan, row, [lat, lng]);
  },
  'outside-region': (plan, { row }) => ({
    input: withLayer(plan, 'sites', [['远点', point([121 + row / 10, 31])]]),
    place: 'layer-sites sites-0',
  }),
  'missed-area': (plan, { row }) => {
    const belts = plan.belts.map((each) => ({
      ...each,
      shape: {
        kind: 'corridor' as const,
        centreline: {
          type: 'LineString' as const,
          coordinates: [
            [111.1, 35.1],
            [111.3 + row / 50, 35.1],
          ],
        },
        defaultHalfWidthMetres: 2000,
      },
    }));
    return { input: { ...plan, belts }, place: 'belts belt-1' };
  },
  overlap: (plan, { row }) => ({
    input: withLayer(plan, 'zones', [
      ['一区', box(111.1, 35.1, 0.1)],
      ['二区', box(111.11 + row / 100, 35.1, 0.1)],
    ]),
    place: 'layer-zones zones-0',
  }),
  'duplicate-position': (plan, { row }) => {
    const spot = point([111.2, 35.3 + row / 100]);
    return {
      input: withLayer(plan, 'sites', [
        ['一点', spot],
        ['二点', spot],
      ]),
      place: 'layer-sites sites-1',
    };
  },
  sliver: (plan, { row }) => ({
    input: withLayer(plan, 'reference', [
      [
        '碎片',
        ring([111.1, 35.1], [111.2 + row / 100, 35.1], [111.2, 35.100_01], [111.1, 35.100_01]),
      ],
    ]),
    place: 'layer-reference reference-0',
  }),
  'invalid-shape': (plan, { row }) => ({
    input: withLayer(plan, 'reference', [
      ['错面', ring([111.1, 35.1], [111.2 + row / 100, 35.2], [111.2, 35.1], [111.1, 35.2])],
    ]),
    place: 'layer-reference reference-0',
  }),
  'shifted-layer': (plan, { row }) => {
    const shifted = RIVER.map(([lng = 0, lat = 0]): Position =>
      gcoord.transform([lng, lat - row / 10_000], gcoord.WGS84, gcoord.GCJ02),
    );
    return {
      input: withLayer(plan, 'reference', [['甲河', { type: 'LineString', coordinates: shifted }]]),
      place: 'layer-reference',
    };
  },
} satisfies Partial<Record<AuditKind, Planting>>;

const PLANTED: Readonly<Record<AuditKind, Planting>> = { ...TABLES, ...TEXTS, ...NAMES, ...MAP };

describe('a whole plan', () => {
  it('in which all agrees gives no finding', () => {
    fc.assert(
      fc.property(cleanPlans, (plan) => {
        expect(found(plan)).toEqual([]);
      }),
      { ...SEED, numRuns: 15 },
    );
  });

  it.each(Object.entries(PLANTED))('with one error of kind %s gives just that', (kind, plant) => {
    const picks = fc.record({ row: fc.nat(7), more: fc.integer({ min: 1, max: 900 }) });
    fc.assert(
      fc.property(cleanPlans, picks, (plan, pick) => {
        const planted = plant(plan, pick);
        fc.pre(planted !== null);
        expect(found(planted.input)).toEqual([`${kind} ${planted.place}`]);
      }),
      SEED,
    );
  });
});
