import { createRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PresentPanel } from '../../../src/features/present/present-panel';
import type { PresentPanelProps } from '../../../src/features/present/present-panel-props';
import { startPresenting } from '../../../src/features/present/present-state';

const FIGURES = {
  covered: { asDrawn: 12, atLeast: 10, atMost: 15 },
  notCovered: 7,
  households: null,
  units: 19,
};

function nothing(): void {
  // A panel under test calls back into nobody.
}

function render(change: Partial<PresentPanelProps>): string {
  const props: PresentPanelProps = {
    state: startPresenting(2, 0, false),
    scene: {
      id: 'scene-a',
      title: '甲场景',
      caption: '',
      notes: '',
      isHidden: false,
      view: '',
      hasLegend: false,
      highlightCodes: [],
      figures: [],
      madeAt: '2026-11-22T00:00:00Z',
    },
    scenario: '',
    isAsking: true,
    figures: FIGURES,
    problem: null,
    distanceMetres: 2000,
    maxDistanceMetres: 20_000,
    years: [],
    year: null,
    legends: [],
    more: null,
    onAction: nothing,
    onDistance: nothing,
    onYear: nothing,
    ...change,
  };
  return renderToStaticMarkup(<PresentPanel {...props} panelRef={createRef()} />);
}

const SLIDER = 'aria-label="服务距离"';

describe('PresentPanel', () => {
  it('says which scenario the numbers are of', () => {
    expect(render({ scenario: '情景：甲' })).toContain('情景：甲');
    expect(render({})).not.toContain('情景');
  });

  it('shows the answer with its range and the distance', () => {
    const markup = render({});
    expect(markup).toContain('确定 10，最多 15');
    expect(markup).toContain(SLIDER);
  });

  it('says that it computes, with the distance at hand, while there is no answer', () => {
    const markup = render({ figures: null });
    expect(markup).toContain('正在计算…');
    expect(markup).toContain(SLIDER);
  });

  it('says why there is no answer and how to mend it, with the distance at hand', () => {
    const problem = {
      code: 'made-up',
      severity: 'warning',
      where: {},
      text: '没有算完。',
      mend: '改动距离。',
    } as const;
    const markup = render({ figures: null, problem });
    expect(markup).toMatch(/role="alert".*没有算完。.*改动距离。/);
    expect(markup).not.toContain('正在计算…');
    expect(markup).toContain(SLIDER);
  });

  it('has neither number nor distance where no project is asked about', () => {
    const markup = render({ isAsking: false, figures: { ...FIGURES, covered: null } });
    expect(markup).not.toContain('实时数字');
    expect(markup).not.toContain(SLIDER);
  });
});
