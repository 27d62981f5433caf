import type { Geometry } from 'geojson';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from '../../src/document/edit';
import { putObjects } from '../../src/document/edits/object-edits';
import { renameDocument } from '../../src/document/edits/rename-document';
import { branchScenario, switchScenario } from '../../src/document/edits/scenario-edits';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { isOnlyMoved } from '../../src/document/only-moved';
import {
  type PlanContent,
  type PlanDocument,
  type UserAlignment,
  contentOf,
} from '../../src/document/plan-document';
import type { PlanObject } from '../../src/domain/plan-object';
import { anyEdit, documentText } from './any-edit';
import { sampleAlignment } from './sample-alignment';
import { emptySample, sampleSite } from './sample-document';

const align = (shift: number, change: Partial<UserAlignment> = {}): Edit =>
  setAlignment({ alignment: { ...sampleAlignment('p1', shift), ...change }, projectName: '甲线' });
const home = sampleSite('s1');
const site = (change: Partial<PlanObject>): Edit => putObjects([{ ...home, ...change }], '改');

const apply = (doc: PlanDocument, ...edits: readonly Edit[]): PlanDocument =>
  edits.reduce((now, edit) => edit.apply(now), doc);

const elsewhere: Geometry = { type: 'Point', coordinates: [112, 36] };
const settled = apply(emptySample(), align(0), site({}));

it('is so of a line and a site in another place', () => {
  expect(isOnlyMoved(settled, settled)).toBe(true);
  expect(
    isOnlyMoved(settled, apply(settled, align(1, { madeAt: '2026-02-02T00:00:00.000Z' }))),
  ).toBe(true);
  const both = apply(settled, align(1), site({ geometry: elsewhere }));
  expect(contentOf(both).objects.get('s1')?.geometry).toBe(elsewhere);
  expect(isOnlyMoved(settled, both)).toBe(true);
});

it('is not so where anything else differs', () => {
  for (const edit of [
    align(1, { accuracyMetres: 20 }),
    align(1, { origin: 'typed' }),
    setAlignment({ alignment: sampleAlignment('p2'), projectName: '乙线' }),
    site({ geometry: elsewhere, name: '乙点' }),
    site({ geometry: null }),
    putObjects([sampleSite('s2')], '新'),
    renameDocument('另一名'),
    branchScenario({ id: 'b', title: '乙' }),
  ])
    expect(isOnlyMoved(settled, apply(settled, edit)), edit.label).toBe(false);
  const branched = apply(settled, branchScenario({ id: 'b', title: '乙' }));
  const back = apply(branched, switchScenario({ id: 'base', title: '甲' }));
  expect(isOnlyMoved(branched, back)).toBe(false);
});

/** The document as text, all that a move may change taken out. */
function placeless(doc: PlanDocument): string {
  const without = (content: PlanContent): PlanContent => ({
    ...content,
    alignments: new Map(
      [...content.alignments].map(([id, each]) => [
        id,
        { ...each, geometry: elsewhere, madeAt: '2026-02-02T00:00:00.000Z' },
      ]),
    ),
    objects: new Map(
      [...content.objects].map(([id, each]) => [
        id,
        { ...each, geometry: each.geometry && elsewhere },
      ]),
    ),
  });
  const scenarios = [...doc.scenarios].map(
    ([id, each]) => [id, { ...each, content: without(each.content) }] as const,
  );
  return documentText({ ...doc, scenarios: new Map(scenarios) });
}

it('says of any edits what their texts without places say', () => {
  const seen = { moved: 0, other: 0 };
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 6 }), anyEdit, (edits, last) => {
      const before = apply(settled, ...edits);
      const now = last.apply(before);
      const isMoved = isOnlyMoved(before, now);
      seen[isMoved ? 'moved' : 'other'] += 1;
      // The other way round it may be cautious: an edit that puts equal parts anew counts as more than a move.
      if (isMoved) expect(placeless(now)).toBe(placeless(before));
    }),
    { seed: 20261123, numRuns: 400 },
  );
  expect(Math.min(seen.moved, seen.other)).toBeGreaterThan(20);
});
