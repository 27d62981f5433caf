import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/domain/scene';
import { ScenesPanel } from '../../../src/features/scenes/scenes-panel';
import type { ScenesPanelProps } from '../../../src/features/scenes/scenes-panel-props';

const SCENE: Scene = {
  id: 'scene-a',
  title: '甲场景',
  caption: '',
  notes: '',
  isHidden: false,
  view: '',
  hasLegend: true,
  highlightCodes: [],
  figures: [{ label: '覆盖', text: '1 村' }],
  madeAt: '2026-11-22T00:00:00Z',
};

function nothing(): void {
  // A panel under test calls back into nobody.
}

function render(change: Partial<ScenesPanelProps>): string {
  const props: ScenesPanelProps = {
    scenes: [SCENE],
    currentId: 'scene-a',
    changes: [{ label: '覆盖', was: '1 村', now: '2 村' }],
    scenarioTitle: null,
    scenarioNote: '',
    refusal: null,
    storylineLength: 7,
    selectedCode: null,
    nameOfCode: (code) => code,
    onCapture: nothing,
    onAdoptStoryline: nothing,
    onPresent: nothing,
    onGoTo: nothing,
    onEdit: nothing,
    onUpdateView: nothing,
    onUpdateFigures: nothing,
    onDuplicate: nothing,
    onMove: nothing,
    onRemove: nothing,
    ...change,
  };
  return renderToStaticMarkup(<ScenesPanel {...props} />);
}

/** Buttons that cannot be pressed, by their words or name. */
function disabledButtons(markup: string): string[] {
  return [...markup.matchAll(/<button([^>]*)>(.*?)<\/button>/g)]
    .filter(([, attributes = '']) => / disabled/.test(attributes))
    .map(([, , content = '']) => content.replaceAll(/<[^>]*>/g, ''));
}

describe('ScenesPanel', () => {
  it('takes no edit where another tab writes, and says so; going and presenting stay', () => {
    const refusal = '此方案正在另一个标签页中编辑，本页只读。';
    const markup = render({ refusal });
    expect(markup).toContain(refusal);
    expect(markup).toContain('draggable="false"');
    expect(disabledButtons(markup)).toEqual(['采集当前画面', '更新']);
    expect(disabledButtons(render({ refusal, scenes: [] }))).toContain('采用现成故事线（7 页）');
    expect(disabledButtons(render({}))).toEqual([]);
  });

  it('says which scenario the numbers are of where there are several', () => {
    expect(render({ scenarioTitle: '甲情景' })).toContain('数字按情景「甲情景」计算');
    expect(render({})).not.toContain('情景「');
    expect(render({ scenarioNote: '甲情景已删除' })).toContain('甲情景已删除');
  });
});
