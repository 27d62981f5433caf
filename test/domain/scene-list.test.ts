import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/domain/scene';
import { figureChanges, shownScenes } from '../../src/domain/scene-list';

const scene = (id: string, isHidden: boolean): [string, Scene] => [
  id,
  {
    id,
    title: id,
    caption: '',
    notes: '',
    isHidden,
    view: '',
    hasLegend: true,
    highlightCodes: [],
    figures: [],
    madeAt: '2026-11-22T00:00:00.000Z',
  },
];

it('shows the scenes that are not hidden, in their order', () => {
  const scenes = new Map([scene('c', false), scene('a', true), scene('b', false)]);
  expect(shownScenes(scenes).map(({ id }) => id)).toEqual(['c', 'b']);
});

describe('captured headlines', () => {
  const was = [
    { label: '覆盖', text: '12 村' },
    { label: '未覆盖', text: '30 村' },
  ];

  it('are unchanged by the same numbers, in any order and with others beside them', () => {
    const now = [{ label: '面积', text: '1 亩' }, ...was.toReversed()];
    expect(figureChanges(was, now)).toEqual([]);
  });

  it('tell what was and what is', () => {
    expect(figureChanges(was, [{ label: '覆盖', text: '14 村' }])).toEqual([
      { label: '覆盖', was: '12 村', now: '14 村' },
      { label: '未覆盖', was: '30 村', now: '无' },
    ]);
  });

  it('that were never captured change nothing', () => {
    expect(figureChanges([], was)).toEqual([]);
  });
});
