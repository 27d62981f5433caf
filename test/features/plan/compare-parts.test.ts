import { describe, expect, it } from 'vitest';
import { objectChanges } from '../../../src/analysis/object-changes';
import { EMPTY_CONTENT, type PlanContent } from '../../../src/document/plan-document';
import { type Assignment, assignmentId } from '../../../src/domain/assignment';
import type { PlanObject } from '../../../src/domain/plan-object';
import { type ChangedPart, changedParts } from '../../../src/features/plan/compare-parts';
import { planObject, point } from './synthetic-objects';

const move = (villageCode: string, siteId: string, persons: number | null): Assignment => ({
  villageCode,
  siteId,
  persons,
  households: null,
});

function content(
  objects: readonly PlanObject[],
  moves: readonly Assignment[] = [],
  more: Partial<PlanContent> = {},
): PlanContent {
  return {
    ...EMPTY_CONTENT,
    objects: new Map(objects.map((each) => [each.id, each])),
    assignments: new Map(moves.map((each) => [assignmentId(each), each])),
    ...more,
  };
}

function parts(from: PlanContent, to: PlanContent): readonly ChangedPart[] {
  const objects = objectChanges([...from.objects.values()], [...to.objects.values()]);
  return changedParts(from, to, objects, { project: (id) => `项目${id}`, belt: (id) => `带${id}` });
}

describe('what differs between two scenarios, in words', () => {
  const site = planObject('s', 'site');

  it('names what changed of an object, with distance and values', () => {
    const before = planObject('s', 'site', { households: 10 }, point(111, 35));
    const after = {
      ...planObject('s', 'site', { households: 12, siteKind: 'township' }, point(111, 35.01)),
      name: '乙',
    };
    const rows = parts(
      content([before, planObject('gone', 'belt')]),
      content([after, planObject('n', 'zone', { ledHouseholds: 120, year: 2018 })]),
    );
    expect(rows.map(({ part, id, what }) => [part, id, what])).toEqual([
      ['object', 'n', '增加'],
      ['object', 'gone', '删除'],
      ['object', 's', '改动'],
    ]);
    expect(rows[0]?.lines).toEqual(['完成年份 2018；带动贫困户 120 户']);
    expect(rows[1]?.lines).toEqual([]);
    expect(rows[2]?.lines).toEqual([
      '位置移动 1.11 公里',
      '名称：甲s → 乙',
      '安置户数：10 户 → 12 户',
      '安置点类型：未填 → 乡镇',
    ]);
  });

  it('tells sites in both whose villages or numbers differ, whatever the order they were made in', () => {
    const from = content([site], [move('1', 's', 5), move('2', 's', null)]);
    expect(parts(from, content([site], [move('2', 's', null), move('1', 's', 5)]))).toEqual([]);
    const [row, ...others] = parts(from, content([site], [move('1', 's', 6)]));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ part: 'assignments', id: 's', lines: ['2 村 5 人 → 1 村 6 人'] });
    // The villages of a site that only one of them has come with the site.
    expect(parts(from, content([])).map(({ part }) => part)).toEqual(['object']);
  });

  it('tells alignments and widths by what they are, not by when they were made', () => {
    const alignment = {
      projectId: 'p',
      geometry: point(111, 35),
      accuracyMetres: 50,
      origin: 'typed' as const,
      note: '',
      madeAt: '2020-01-01T00:00:00.000Z',
    };
    const later = { ...alignment, madeAt: '2021-01-01T00:00:00.000Z' };
    const having = (one: typeof alignment, metres: number) =>
      content([], [], {
        alignments: new Map([['p', one]]),
        beltWidths: new Map([['w', metres]]),
      });
    expect(parts(having(alignment, 5000), having(later, 5000))).toEqual([]);
    expect(parts(content([]), having(alignment, 5000))).toMatchObject([
      { part: 'alignment', name: '项目p', what: '增加' },
      { part: 'belt-width', name: '带w', what: '增加', lines: ['默认宽度 → 5 公里'] },
    ]);
    const moved = { ...alignment, geometry: point(111, 36) };
    expect(parts(having(alignment, 5000), having(moved, 3000)).map(({ what }) => what)).toEqual([
      '改动',
      '改动',
    ]);
  });
});
