// The public version of the report over the shipped pack: nothing small in it, nothing that gives it away, the rest as it was.
import { beforeAll, describe, expect, it } from 'vitest';
import { handoutVillages } from '../../src/report/handout-build';
import { isPeopleHeading } from '../../src/report/publish-names';
import { PUBLISH_GRIDS } from '../../src/report/publish-grid';
import { publishedAreas } from '../../src/report/publish-people';
import { type RegionFacts, regionReport } from '../../src/report/region-report';
import { coverageScene } from '../../src/report/region-scene';
import type { ReportDocument, ReportSection, ReportTable } from '../../src/report/report-model';
import {
  type ReportPublication,
  publicFigures,
  publicScenes,
  publishReport,
  reportPublication,
} from '../../src/report/report-publish';
import { regionFacts } from './report-fixture';

const RULE = { threshold: 20, grid: PUBLISH_GRIDS[0]! };
const OPTIONS = { organisation: '', date: '2026年11月22日', picture: null };
const TEXTS = { title: '甲景', caption: '', notes: '', image: null, legends: [] };

let facts: RegionFacts;
let publication: ReportPublication;
let made: ReportDocument;

beforeAll(async () => {
  facts = { ...(await regionFacts()), isPublic: true };
  const { index, estimate, coverage } = facts;
  const states = [...(coverage?.result.states ?? [])].join('');
  const people = {
    villages: handoutVillages(index, estimate),
    areas: publishedAreas(index.pack),
    states: [states, states],
  };
  publication = reportPublication(people, RULE);
  const figures = publicFigures(coverage?.figures ?? [], 1, publication);
  const scenes = publicScenes([coverageScene(facts, TEXTS)], publication);
  const told = { ...facts, coverage: coverage && { ...coverage, figures } };
  made = publishReport(regionReport(told, scenes, OPTIONS), publication);
});

const tablesIn = (sections: readonly ReportSection[]): readonly ReportTable[] =>
  sections.flatMap(({ blocks, sections: inner }) => [
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    ...tablesIn(inner),
  ]);

const listOf = (sheet: string) => made.lists.find((list) => list.sheet === sheet)?.table;

describe('publishReport', () => {
  it('prints no small figure of computed people anywhere', () => {
    const tables = [
      ...tablesIn(made.sections),
      ...made.scenes.flatMap(({ tables: own }) => own),
      ...made.lists.map(({ table }) => table),
    ].filter(({ columns }) => columns.some(({ key }) => key === 'households'));
    expect(tables.length).toBeGreaterThan(4);
    for (const { columns, rows } of tables)
      for (const { key, heading } of columns)
        if (isPeopleHeading(heading))
          for (const row of rows) {
            const cell = row[key];
            if (typeof cell === 'number' && cell !== 0) expect(cell).toBeGreaterThanOrEqual(20);
          }
    expect(publication.withheld.villages.size).toBeGreaterThan(0);
  });

  it('hides in the lists the villages that are withheld, and no other figure', () => {
    const { codes, households } = publication.people.villages;
    const rows = listOf('覆盖清单')?.rows ?? [];
    expect(rows).toHaveLength(codes.length);
    rows.forEach((row, at) => {
      const before = households[at];
      const isShown = typeof row['households'] === 'number';
      if (typeof before !== 'number' || before === 0) return;
      expect(isShown).toBe(before >= 20 && !publication.withheld.villages.has(at));
    });
  });

  it('puts places and distances of the lists on the grid, and prints no finer', () => {
    const decimals = (listOf('未覆盖清单')?.columns ?? []).map((each) => [each.key, each.decimals]);
    expect(decimals).toEqual(
      expect.arrayContaining([
        ['distanceMetres', 0],
        ['lng', 2],
        ['lat', 2],
      ]),
    );
    for (const row of listOf('未覆盖清单')?.rows ?? []) {
      expect(Number(row['distanceMetres']) % 1000).toBe(0);
      expect(String(row['lng'])).toMatch(/^\d+(\.\d{1,2})?$/);
      expect(String(row['lat'])).toMatch(/^\d+(\.\d{1,2})?$/);
    }
  });

  it('leaves out columns of people that would be withheld in every row but 合计', () => {
    const byClass = tablesIn(made.sections).find(({ title }) => title.includes('贫困县类别'));
    expect(byClass?.rows.length).toBeGreaterThan(2);
    expect(byClass?.columns.map(({ key }) => key)).not.toContain('households');
    expect(byClass?.columns.map(({ key }) => key)).toContain('covered');
  });

  it('says the same in headlines and conclusion', () => {
    const [scene] = made.scenes;
    const conclusion = made.sections[0]?.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
      .join('');
    for (const { value, range } of scene?.figures.slice(1) ?? [])
      expect(conclusion).toContain(`**${value}**（${range}）`);
  });

  it('has no ranked gaps, and of claims about people only what the plan prints and the verdict', async () => {
    const all = regionReport(await regionFacts(), [], OPTIONS);
    expect(all.lists.map(({ sheet }) => sheet)).toContain('缺口清单');
    expect(made.lists.map(({ sheet }) => sheet)).not.toContain('缺口清单');
    expect(JSON.stringify(tablesIn(made.sections))).not.toContain('extraMetres');
    const before = all.lists.find(({ sheet }) => sheet === '口径核验')?.table.rows ?? [];
    const after = listOf('口径核验')?.rows ?? [];
    const ofPeople = after.filter(({ stated }) => /[户人]/.test(String(stated)));
    expect(ofPeople.length).toBeGreaterThan(0);
    expect(ofPeople.every(({ computed }) => computed === null || computed === '不公布')).toBe(true);
    const isHidden = (row: (typeof after)[number]) => Object.values(row).includes('不公布');
    expect(after.filter(({ unit }) => unit === '平方公里' || unit === '个').some(isHidden)).toBe(
      false,
    );
    expect(after.map(({ stated, verdict }) => [stated, verdict])).toEqual(
      before.map(({ stated, verdict }) => [stated, verdict]),
    );
  });

  it('leaves what the plan itself prints, and says what it did', () => {
    const relocation = tablesIn(made.sections).find(({ title }) => title === '易地扶贫搬迁');
    expect(relocation?.rows.some(({ persons }) => typeof persons === 'number')).toBe(true);
    expect(made.title).toContain('公开版');
    expect(made.method.filter(({ label }) => label === '公开版')).toHaveLength(2);
  });
});
