import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  copyObject,
  mergeObjects,
  mergePlan,
  mergeable,
  splitObject,
} from '../../src/app/shape-edits';
import { createSession } from '../../src/document/document-session';
import { putObjects } from '../../src/document/edits/object-edits';
import { startHistory } from '../../src/document/history';
import { contentOf } from '../../src/document/plan-document';
import type { PlanObject } from '../../src/domain/plan-object';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { emptySample } from '../document/sample-document';
import { planObject, point } from '../features/plan/synthetic-objects';

const box = (west: number, width: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 35],
      [west + width, 35],
      [west + width, 35.1],
      [west, 35.1],
      [west, 35],
    ],
  ],
});
const VALUES = { investmentYuan: 5000 };

function opened(...objects: PlanObject[]) {
  const documents = createSession(startHistory(emptySample()));
  documents.commit(putObjects(objects, '甲'));
  const now = () => contentOf(documents.state.getState().doc).objects;
  return { documents, now, before: documents.state.getState().doc };
}

describe('splitting an object', () => {
  it('keeps the fields on the largest part alone, in one step that is undone whole', () => {
    const { documents, now, before } = opened(planObject('a', 'zone', VALUES, box(111, 0.3)));
    const ids = splitObject(documents, 'a', [box(111, 0.1), box(111.1, 0.2)]);
    expect(ids[0]).toBe('a');
    const [kept, made] = ids.map((id) => now().get(id));
    expect(kept?.geometry).toEqual(box(111.1, 0.2));
    expect(kept?.values.get('investmentYuan')).toBe(5000);
    expect(made?.geometry).toEqual(box(111, 0.1));
    expect([made?.values.size, made?.kind]).toEqual([0, 'zone']);
    expect(made?.name).not.toBe(kept?.name);
    documents.undo();
    expect(documents.state.getState().doc).toEqual(before);
  });

  it('does nothing for an object that is gone', () => {
    const { documents, before } = opened(planObject('a', 'zone', {}, box(111, 0.3)));
    expect(splitObject(documents, 'b', [box(111, 0.1)])).toEqual([]);
    expect(documents.state.getState().doc).toBe(before);
  });
});

describe('copying an object', () => {
  it('makes one of the same shape and fields with a name of its own', () => {
    const { documents, now } = opened(planObject('a', 'zone', VALUES, box(111, 0.3)));
    const id = copyObject(documents, 'a');
    const [from, to] = [now().get('a'), now().get(id ?? '')];
    expect([to?.geometry, to?.values]).toEqual([from?.geometry, from?.values]);
    expect(to?.name).not.toBe(from?.name);
    expect(copyObject(documents, 'b')).toBeNull();
  });
});

describe('merging objects', () => {
  const near = [
    planObject('a', 'zone', VALUES, box(111, 0.1)),
    planObject('b', 'zone', {}, box(111.1, 0.1)),
  ] as const;

  it('finds those of the kind that share a border or overlap, no others', () => {
    const { now } = opened(
      ...near,
      planObject('over', 'zone', {}, box(110.95, 0.1)),
      planObject('far', 'zone', {}, box(112, 0.1)),
      planObject('reserve', 'reference', {}, box(111, 0.1)),
      planObject('none', 'zone'),
    );
    expect(mergeable(now(), near[0])).toEqual(['b', 'over']);
    expect(mergeable(now(), planObject('none', 'zone'))).toEqual([]);
  });

  it('plans without changing anything, then leaves the first with the area of both', () => {
    const { documents, now, before } = opened(...near);
    const plan = mergePlan(now(), ['a', 'b']);
    if (!plan.ok) throw new Error('not merged');
    expect(documents.state.getState().doc).toBe(before);
    expect(plan.value.change.before).toEqual(near.map(({ geometry }) => geometry));
    mergeObjects(documents, plan.value);
    expect([...now().keys()]).toEqual(['a']);
    const { geometry, values } = now().get('a') as PlanObject;
    expect(values.get('investmentYuan')).toBe(5000);
    const [a, b] = [box(111, 0.1), box(111.1, 0.1)].map(polygonAreaSquareMetres) as [
      number,
      number,
    ];
    expect(polygonAreaSquareMetres(geometry as Polygon)).toBeCloseTo(a + b, 0);
    documents.undo();
    expect(documents.state.getState().doc).toEqual(before);
  });

  it('says why not: a single one, one without a place, an area with a point', () => {
    const { now } = opened(near[0], planObject('none', 'zone'), {
      ...planObject('p', 'zone', {}, point(111, 35)),
    });
    for (const ids of [['a'], ['a', 'none']]) {
      const plan = mergePlan(now(), ids);
      expect(plan.ok || plan.problems[0]?.code).toBe('merge-few');
    }
    const mixed = mergePlan(now(), ['a', 'p']);
    expect(mixed.ok || mixed.problems[0]?.code).toBe('merge-mixed');
  });
});
