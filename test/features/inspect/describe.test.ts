import { beforeAll, describe as suite, expect, test } from 'vitest';
import type { CoverageResult } from '../../../src/analysis/coverage-result';
import type { VillageReach } from '../../../src/analysis/village-reach';
import type { PackIndex } from '../../../src/domain/pack-index';
import { coverageSentence } from '../../../src/features/inspect/describe-coverage';
import { describe, type DescribeInput } from '../../../src/features/inspect/describe';
import type { InspectRow, InspectView } from '../../../src/features/inspect/inspect-view';
import type { Inspected } from '../../../src/features/inspect/inspected';
import { formatDistance } from '../../../src/ui/format';
import { yunchengIndex } from '../yuncheng';

let index: PackIndex;

beforeAll(async () => {
  index = await yunchengIndex();
});

function look(thing: Inspected, rest: Partial<DescribeInput> = {}): InspectView {
  const view = describe(
    {
      index,
      coverage: null,
      estimateAt: () => ({ households: 3.25, persons: 10.5, spreadFrom: 'township' }),
      villageReach: null,
      ownFigures: new Map(),
      imports: new Map(),
      chosenIds: [],
      ...rest,
    },
    thing,
  );
  if (view === null) throw new Error(`nothing to show of ${JSON.stringify(thing)}`);
  return view;
}

function rows(view: InspectView): readonly InspectRow[] {
  return view.sections.flatMap((section) => section.rows);
}

function find(view: InspectView, label: string): InspectRow {
  const row = rows(view).find((each) => each.label.startsWith(label));
  if (row === undefined) throw new Error(`no row ${label} in ${view.title}`);
  return row;
}

/** A synthetic answer: every village at the same distance from one project. */
function answerOf(targetId: string, metres: number, state: number): CoverageResult {
  const n = index.pack.villages.length;
  const counts = { certain: 0, asDrawn: 0, possible: n, notCovered: 0, total: n };
  return {
    distanceMetres: 1000,
    targetIds: [targetId],
    states: new Uint8Array(n).fill(state),
    nearestDistanceMetres: new Float64Array(n).fill(metres),
    nearestTarget: new Int32Array(n),
    counts,
    perTarget: [{ targetId, counts }],
  };
}

test('the sentence gives distance to the millimetre, accuracy and state', () => {
  expect(coverageSentence(1234.567, 5200, 1).replaceAll(/\s/gu, ' ')).toBe(
    '距最近项目 1,234.567 米；精度 ±5.2 公里 → 可能覆盖',
  );
});

suite('the shipped pack', () => {
  test('every thing in it can be shown, and every link and source in a view exists', () => {
    const { pack } = index;
    const things: Inspected[] = [
      ...pack.counties.map((c) => ({ kind: 'county', code: c.code }) as const),
      ...pack.townships.map((t) => ({ kind: 'township', code: t.code }) as const),
      ...pack.villages.map((v) => ({ kind: 'village', code: v.code }) as const),
      ...pack.projects.map((p) => ({ kind: 'project', id: p.id }) as const),
      ...pack.belts.map((b) => ({ kind: 'belt', id: b.id }) as const),
      ...pack.baseFeatures.map((b) => ({ kind: 'base-feature', id: b.id }) as const),
      ...pack.relocations.map((r) => ({ kind: 'relocation', id: r.id }) as const),
    ];
    const sources = new Set(pack.sources.map((source) => source.id));
    const missing = things.flatMap((thing) =>
      rows(look(thing)).flatMap((row) => row.sourceIds.filter((id) => !sources.has(id))),
    );
    expect([...new Set(missing)]).toEqual([]);
    const broken = things
      .flatMap((thing) => rows(look(thing)))
      .filter((row) => /undefined|NaN|null/u.test(`${row.label}${row.value}${row.note}`));
    expect(broken).toEqual([]);
  });

  test('unknown things show nothing', () => {
    const input = {
      index,
      coverage: null,
      estimateAt: () => ({ households: 0, persons: 0, spreadFrom: null }),
      villageReach: null,
      ownFigures: new Map(),
      imports: new Map(),
      chosenIds: [],
    };
    expect(describe(input, { kind: 'project', id: 'gone' })).toBeNull();
    expect(describe(input, { kind: 'village', code: '1' })).toBeNull();
  });

  test('a township figure of 闻喜 carries its printed cell and the ‰ evidence', () => {
    const township = index.townshipsByCounty.get('140823')?.[0];
    const view = look({ kind: 'township', code: township?.code ?? '' });
    const incidence = find(view, '贫困发生率');
    expect(incidence.resolution).toBe('乡镇级数据');
    expect(incidence.note).toContain('‰');
    expect(incidence.cells).toHaveLength(1);
    expect(incidence.cells[0]?.text).toContain('印作');
    expect(incidence.cells[0]?.cell.tableId).toBe('table4');
  });

  test('a county without township tables shows the county figure on its townships', () => {
    const township = index.townshipsByCounty.get('140802')?.[0];
    const view = look({ kind: 'township', code: township?.code ?? '' });
    expect(view.badges).toContain('无乡镇级数字');
    expect(find(view, '贫困户').resolution).toBe('县级数据');
  });

  test('a village says how it is placed and that its figures are spread', () => {
    const village = index.pack.villages.find((v) => v.positionMethod === 'within-township');
    const view = look({ kind: 'village', code: village?.code ?? '' });
    expect(view.badges).toEqual(['位置不确定']);
    expect(find(view, '坐标').note).toMatch(/^位置：乡镇范围内均布，精度 ±/u);
    expect(find(view, '贫困户').resolution).toBe('估算·乡镇均摊');
    expect(find(view, '贫困户').value).toBe('≈3.3 户');
  });

  test('a scope-only project says why it has no line; inferred places are marked', () => {
    const scopeOnly = index.pack.projects.find((p) => p.alignment === 'scope-only');
    const view = look({ kind: 'project', id: scopeOnly?.id ?? '' });
    expect(find(view, '方法').note).toContain('没有公布线位');
    for (const project of index.pack.projects) {
      const inferred = rows(look({ kind: 'project', id: project.id })).filter((r) => r.inferred);
      expect(inferred).toHaveLength(project.places.filter((place) => place.inferred).length);
    }
  });
});

suite('a village in an answer', () => {
  test('names nearest project, distance and the two accuracies', () => {
    const project = index.pack.projects.find((p) => p.alignmentAccuracyMetres !== null);
    const village = index.pack.villages.find((v) => v.positionMethod === 'within-township');
    const coverage = answerOf(project?.id ?? '', 1234.567, 1);
    const view = look({ kind: 'village', code: village?.code ?? '' }, { coverage });
    expect(find(view, '状态').value).toBe('可能覆盖');
    expect(find(view, '状态').note).toContain('1,234.567');
    expect(find(view, '最近项目').value).toBe(project?.name);
    const accuracy = find(view, '精度合计');
    const sum = (village?.positionAccuracyMetres ?? 0) + (project?.alignmentAccuracyMetres ?? 0);
    expect(accuracy.value).toBe(`±${formatDistance(sum)}`);
    expect(accuracy.note).toContain('线位 ±');
  });

  test('says so when a farther, vaguer project decides the state', () => {
    const project = index.pack.projects.find((p) => p.alignmentAccuracyMetres !== null);
    const village = index.pack.villages[0];
    const coverage = answerOf(project?.id ?? '', 900_000, 1);
    const view = look({ kind: 'village', code: village?.code ?? '' }, { coverage });
    expect(find(view, '状态').note).toContain('另一项目决定');
  });
});

suite('projects round a village', () => {
  const METRES = [10, 1500, 2500, 90_000];
  /** Plain distances to the first four projects with a place; accuracies of 1000 m at 2000 m service. */
  const reachOf = (): VillageReach[] => {
    const placed = index.pack.projects.filter(({ geometry }) => geometry !== null);
    const states = [3, 2, 1, 0] as const;
    return METRES.map((metres, at) => ({
      targetId: placed[at]?.id ?? '',
      metres,
      accuracyMetres: 1000,
      state: states[at] ?? 0,
    }));
  };
  const sectionsOf = (chosen: readonly number[]) => {
    const villageReach = reachOf();
    const chosenIds = chosen.map((at) => villageReach[at]?.targetId ?? '');
    const code = index.pack.villages[0]?.code ?? '';
    const { sections } = look({ kind: 'village', code }, { villageReach, chosenIds });
    return { villageReach, sections };
  };

  test('names the chosen ones that reach it as drawn and lists the three nearest of them', () => {
    const { villageReach, sections } = sectionsOf([0, 1, 2, 3]);
    const [count, ...three] =
      sections.find(({ title }) => title.startsWith('所选项目'))?.rows ?? [];
    expect(count?.value).toMatch(/^2\s个$/);
    expect(count?.links.map(({ to }) => to)).toEqual(
      villageReach.slice(0, 2).map(({ targetId }) => ({ kind: 'project', id: targetId })),
    );
    expect(three.map(({ value }) => value)).toEqual(['10.000 米', '1,500.000 米', '2,500.000 米']);
    expect(three.map(({ note }) => note.slice(0, 4))).toEqual(['确定覆盖', '按标绘覆', '可能覆盖']);
  });

  test('labels the nearest of all as not only the chosen, and has no table for a single project', () => {
    const { sections } = sectionsOf([3]);
    expect(sections.some(({ title }) => title.startsWith('所选项目'))).toBe(false);
    const all = sections.find(({ title }) => title.startsWith('最近项目（全部有位置的 4 项'));
    expect(all?.rows.map(({ value }) => value)).toEqual([
      '10.000 米',
      '1,500.000 米',
      '2,500.000 米',
    ]);
    expect(all?.rows[0]?.note).toContain('未选入');
  });
});
