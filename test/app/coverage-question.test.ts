import { expect, it } from 'vitest';
import { coverageQuestions } from '../../src/app/coverage-question';
import { EMPTY_CONTENT, type PlanContent } from '../../src/document/plan-document';
import { indexPack } from '../../src/domain/pack-index';
import { realPack } from '../map/real-pack';

const CHOSEN = {
  chosenProjectIds: ['dayudu', 'yaoxianqu'],
  coverageMode: 'union',
  focusedProjectId: null,
} as const;

const geometry = { type: 'Point' as const, coordinates: [111, 35] };

function moved(projectId: string): PlanContent {
  const alignment = { projectId, geometry, accuracyMetres: 50, origin: 'drawn', note: '' } as const;
  const madeAt = '2026-11-22T00:00:00.000Z';
  return { ...EMPTY_CONTENT, alignments: new Map([[projectId, { ...alignment, madeAt }]]) };
}

it('is the very same for the same document and choice, and another as soon as one of them is', async () => {
  const index = indexPack(await realPack());
  const questionOf = coverageQuestions();
  const first = questionOf(index, EMPTY_CONTENT, CHOSEN);
  expect(questionOf(index, EMPTY_CONTENT, { ...CHOSEN })).toBe(first);
  const content = moved('dayudu');
  const next = questionOf(index, content, CHOSEN);
  expect(questionOf(index, content, CHOSEN)).toBe(next);
  // The screen may still show the content before the newest.
  expect(questionOf(index, EMPTY_CONTENT, CHOSEN)).toBe(first);
  expect(next.targets.map((each) => each.geometry)).toEqual([geometry, first.targets[1]?.geometry]);
  expect(next.shown).toBe(next.targets);
  const each = questionOf(index, content, {
    ...CHOSEN,
    coverageMode: 'each',
    focusedProjectId: 'yaoxianqu',
  });
  expect(each.shown.map(({ id }) => id)).toEqual(['yaoxianqu']);
  expect(each.targets.length).toBe(2);
});
