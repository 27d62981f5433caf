import { describe, expect, it } from 'vitest';
import { type PartPick, takeParts } from '../../src/document/edits/take-parts';
import { lockScenario } from '../../src/document/edits/scenario-edits';
import {
  EMPTY_CONTENT,
  type PlanContent,
  type PlanDocument,
  contentOf,
} from '../../src/document/plan-document';
import { type Assignment, assignmentId } from '../../src/domain/assignment';
import { planObject } from '../features/plan/synthetic-objects';
import { deepFreeze } from './frozen';
import { sampleAlignment } from './sample-alignment';
import { emptySample } from './sample-document';

const move = (villageCode: string, siteId: string): Assignment => ({
  villageCode,
  siteId,
  persons: 1,
  households: null,
});

const objects = (...ids: readonly string[]): PartPick[] =>
  ids.map((id) => ({ part: 'object', id }));

function content(
  objects: readonly ReturnType<typeof planObject>[],
  moves: readonly Assignment[],
): PlanContent {
  return {
    ...EMPTY_CONTENT,
    objects: new Map(objects.map((each) => [each.id, each])),
    assignments: new Map(moves.map((each) => [assignmentId(each), each])),
  };
}

function holding(own: PlanContent): PlanDocument {
  const doc = emptySample();
  const base = doc.scenarios.get(doc.scenarioId);
  if (!base) throw new Error('the sample has a scenario');
  return { ...doc, scenarios: new Map([[base.id, { ...base, content: own }]]) };
}

describe('taking parts of another scenario', () => {
  const mine = planObject('a', 'site', { year: 2018 });
  const theirs = planObject('a', 'site', { year: 2019 });
  const fresh = planObject('b', 'site');
  const old = planObject('c', 'zone');
  const doc = deepFreeze(holding(content([mine, old], [move('1', 'a'), move('9', 'x')])));
  const from = deepFreeze(content([theirs, fresh], [move('2', 'a'), move('3', 'b')]));

  const take = (picks: readonly PartPick[], other = from): PlanContent =>
    contentOf(takeParts({ from: other, picks, label: '' }).apply(doc));

  it('puts, replaces and takes away; villages come and go with their site, and stay where it stays', () => {
    const after = take(objects('a', 'b', 'c'));
    expect([...after.objects.values()]).toEqual([theirs, fresh]);
    expect([...after.assignments.keys()].sort()).toEqual(['1 a', '3 b', '9 x']);
    const gone = contentOf(
      takeParts({ from: content([], []), picks: objects('a'), label: '' }).apply(doc),
    );
    expect([...gone.assignments.keys()]).toEqual(['9 x']);
  });

  it('takes only what is picked', () => {
    const after = take(objects('b'));
    expect([...after.objects.keys()]).toEqual(['a', 'c', 'b']);
    expect([...after.assignments.keys()].sort()).toEqual(['1 a', '3 b', '9 x']);
  });

  it('takes the villages of a site without the site, but none for a site that is not there', () => {
    const after = take([
      { part: 'assignments', id: 'a' },
      { part: 'assignments', id: 'b' },
    ]);
    expect(after.objects).toBe(contentOf(doc).objects);
    expect([...after.assignments.keys()].sort()).toEqual(['2 a', '9 x']);
  });

  it('takes alignments and widths, and takes them away where there are none', () => {
    const alignment = sampleAlignment('p');
    const other = {
      ...from,
      alignments: new Map([['p', alignment]]),
      beltWidths: new Map([['w', 5]]),
    };
    const picks: readonly PartPick[] = [
      { part: 'alignment', id: 'p' },
      { part: 'belt-width', id: 'w' },
    ];
    const after = take(picks, other);
    expect(after.alignments.get('p')).toBe(alignment);
    expect(after.beltWidths.get('w')).toBe(5);
    expect(after.objects).toBe(contentOf(doc).objects);
    const back = takeParts({ from, picks, label: '' }).apply(holding(after));
    expect(contentOf(back).alignments.size + contentOf(back).beltWidths.size).toBe(0);
  });

  it('gives the same document back when nothing differs, and when the scenario is locked', () => {
    const own = contentOf(doc);
    expect(takeParts({ from: own, picks: objects('a', 'c'), label: '' }).apply(doc)).toBe(doc);
    const locked = lockScenario({ id: doc.scenarioId, title: '', isLocked: true }).apply(doc);
    expect(takeParts({ from, picks: objects('a'), label: '' }).apply(locked)).toBe(locked);
  });
});
