import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Tool, Toolbar } from '../../src/ui/toolbar';

const nothing = (): void => undefined;
const tool = (title: string, disabled = false): Tool => ({
  title,
  icon: null,
  disabled,
  onClick: nothing,
});

/** Titles of the buttons that the Tab key stops at. */
function tabStops(tools: readonly Tool[]): string[] {
  const markup = renderToStaticMarkup(<Toolbar label="工具" tools={tools} />);
  return (markup.match(/<button[^>]*>/g) ?? [])
    .filter((button) => button.includes('tabindex="0"'))
    .map((button) => /aria-label="([^"]*)"/.exec(button)?.[1] ?? '');
}

describe('a toolbar', () => {
  it('is one stop of the Tab key', () => {
    expect(tabStops([tool('甲'), tool('乙'), tool('丙')])).toEqual(['甲']);
  });

  it('stops at the first tool that can be used', () => {
    expect(tabStops([tool('甲', true), tool('乙'), tool('丙')])).toEqual(['乙']);
  });
});
