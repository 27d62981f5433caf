import { describe, expect, it } from 'vitest';
import { takeObjects } from '../../src/document/edits/take-objects';
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
import { emptySample } from './sample-document';

const move = (villageCode: string, siteId: string): Assignment => ({
  villageCode,
  siteId,
  persons: 1,
  households: null,
});

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

describe('taking objects from another scenario', () => {
  const mine = planObject('a', 'site', { year: 2018 });
  const theirs = planObject('a', 'site', { year: 2019 });
  const fresh = planObject('b', 'site');
  const old = planObject('c', 'zone');
  const doc = deepFreeze(holding(content([mine, old], [move('1', 'a'), move('9', 'x')])));
  const from = deepFreeze(content([theirs, fresh], [move('2', 'a'), move('3', 'b')]));

  it('puts, replaces and takes away, with the villages of the sites, and leaves the rest alone', () => {
    const after = contentOf(takeObjects({ from, ids: ['a', 'b', 'c'], label: '' }).apply(doc));
    expect([...after.objects.values()]).toEqual([theirs, fresh]);
    expect([...after.assignments.keys()].sort()).toEqual(['2 a', '3 b', '9 x']);
  });

  it('takes only what is picked', () => {
    const after = contentOf(takeObjects({ from, ids: ['b'], label: '' }).apply(doc));
    expect([...after.objects.keys()]).toEqual(['a', 'c', 'b']);
    expect([...after.assignments.keys()].sort()).toEqual(['1 a', '3 b', '9 x']);
  });

  it('gives the same document back when nothing differs, and when the scenario is locked', () => {
    const own = contentOf(doc);
    expect(takeObjects({ from: own, ids: ['a', 'c'], label: '' }).apply(doc)).toBe(doc);
    const locked = lockScenario({ id: doc.scenarioId, title: '', isLocked: true }).apply(doc);
    expect(takeObjects({ from, ids: ['a'], label: '' }).apply(locked)).toBe(locked);
  });
});
