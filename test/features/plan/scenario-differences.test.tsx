import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ChangedPart } from '../../../src/features/plan/compare-parts';
import { ScenarioDifferences } from '../../../src/features/plan/scenario-differences';

const part = (id: string, what: ChangedPart['what'], lines: readonly string[]): ChangedPart => ({
  part: 'object',
  id,
  name: `安置点 ${id}`,
  kindWord: '安置点',
  what,
  lines,
});

it('names what a scenario would bring, with how many of each, before it is taken', () => {
  const parts = [
    part('1', '增加', []),
    part('2', '改动', ['户数：10 → 12']),
    part('3', '改动', []),
  ];
  const html = renderToStaticMarkup(<ScenarioDifferences parts={parts} />);
  expect(html).toContain('与当前情景比：增加 1 项，改动 2 项。');
  expect(html).not.toContain('删除');
  expect(html.match(/<li>/g)).toHaveLength(3);
  expect(html).toContain('户数：10 → 12');
});

it('says so where nothing differs', () => {
  const html = renderToStaticMarkup(<ScenarioDifferences parts={[]} />);
  expect(html).toContain('与当前情景没有差别');
  expect(html).not.toContain('<ul');
});
