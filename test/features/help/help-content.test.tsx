import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HelpContent } from '../../../src/features/help/help-content';
import { groupShortcuts } from '../../../src/features/help/shortcut-groups';

const SHORTCUTS = [
  { keys: ['Ctrl', 'K'], action: '搜索', group: '通用' },
  { keys: ['↓'], action: '下一行', group: '村表' },
  { keys: ['?'], action: '帮助', group: '通用' },
];

test('shortcuts are grouped in the order of first occurrence', () => {
  expect(groupShortcuts(SHORTCUTS).map((g) => [g.name, g.shortcuts.length])).toEqual([
    ['通用', 2],
    ['村表', 1],
  ]);
});

test('help explains the four states, strongest first, each with its own mark', () => {
  const html = renderToStaticMarkup(<HelpContent shortcuts={SHORTCUTS} />);
  const places = ['确定覆盖', '按标绘覆盖', '可能覆盖', '>未覆盖<'].map((w) => html.indexOf(w));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const marks = html.match(/<svg.*?<\/svg>/gu) ?? [];
  expect(new Set(marks).size).toBe(4);
  expect(html).toContain('<kbd');
});
