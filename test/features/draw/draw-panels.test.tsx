import type { Polygon } from 'geojson';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChangeForm } from '../../../src/features/draw/change-form';
import { DrawBar, type DrawBarProps } from '../../../src/features/draw/draw-bar';
import {
  DrawPanel,
  type DrawPanelProps,
  sketchFigures,
} from '../../../src/features/draw/draw-panel';
import { readoutText } from '../../../src/features/draw/draw-words';
import { FigureForm } from '../../../src/features/draw/figure-form';
import { sketch } from '../../map/draw/flat-ground';

const nothing = (): void => undefined;
const ZONE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [111, 35],
      [111.1, 35],
      [111.1, 35.1],
      [111, 35],
    ],
  ],
};

function bar(change: Partial<DrawBarProps>): string {
  return renderToStaticMarkup(
    <DrawBar
      object={null}
      active={null}
      onMeasure={nothing}
      onDraw={nothing}
      onDrawnOp={nothing}
      onFigureOp={nothing}
      onCopy={nothing}
      onMerge={nothing}
      {...change}
    />,
  );
}

function panel(change: Partial<DrawPanelProps> = {}): string {
  const { controller, click } = sketch('polygon');
  click(100, 100);
  click(300, 100);
  controller.move([300, 300], false);
  return renderToStaticMarkup(
    <DrawPanel
      title="甲"
      isMeasure={false}
      view={controller.view}
      catchPixels={12}
      catchKinds={new Set(['boundary'])}
      tracing={null}
      halfWidthMetres={500}
      crsOptions={[{ value: 'wgs84', label: 'WGS84 经纬度' }]}
      onCatch={nothing}
      onTracing={nothing}
      onHalfWidth={nothing}
      onLeg={nothing}
      onPlace={() => []}
      onUndo={nothing}
      onFinish={nothing}
      onCancel={nothing}
      mend={() => null}
      onPreview={nothing}
      onMended={nothing}
      onCopy={nothing}
      {...change}
    />,
  );
}

describe('the bar of tools', () => {
  it('only measures without an object, and draws every shape for one', () => {
    expect(bar({})).toContain('量面积');
    expect(bar({})).not.toContain('矩形');
    const markup = bar({ object: { name: '甲', geometry: null } });
    for (const word of ['点', '线', '面', '矩形', '斜矩形', '圆', '手绘面', '手绘线', '沿线带']) {
      expect(markup).toContain(`${word}</button>`);
    }
    expect(markup).toContain('title="还没有位置"');
  });

  it('shows what is under way as pressed', () => {
    const markup = bar({ object: { name: '甲', geometry: ZONE }, active: 'circle' });
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1);
    expect(markup).toMatch(/aria-pressed="true"[^>]*><svg[\s\S]*?<\/svg>圆<\/button>/);
  });
});

describe('the panel while something is drawn', () => {
  it('tells keys, catching and figures, and lets nothing be finished before three places', () => {
    const markup = panel();
    expect(markup).toContain('已标');
    expect(markup).toContain('Enter 完成 · Backspace 退一点 · Esc 取消');
    expect(markup).toContain('捕捉：12 像素内（按住 Alt 暂停）');
    expect(markup).toMatch(/disabled=""[^>]*title="Enter"|title="Enter"[^>]*disabled=""/);
    expect(panel({ catchPixels: 0 })).toContain('捕捉：已关闭');
  });

  it('says how to follow a border while that is on', () => {
    expect(panel({ tracing: 'shorter' })).toContain('先后点同一条边界、河流或道路上的两点');
  });

  it('gives the whole with the place under the pointer, and the leg to it', () => {
    const { controller, click } = sketch('linestring');
    click(0, 1000);
    controller.move([0, 0], false);
    const rows = sketchFigures(controller.view).map(({ label, value }) => `${label} ${value}`);
    expect(rows).toEqual(['已标 1 个点', '这一段 110.95 公里，方位 0°', '全长 110.95 公里']);
    expect(readoutText(controller.view)).toMatch(/^110\.9\d* 公里 · 方位 0°\n全长 110\.9\d* 公里$/);
    controller.leave();
    expect(readoutText(controller.view)).toBe('');
  });
});

describe('an edit before it is confirmed', () => {
  it('gives the areas and both choices, and nothing to confirm when it is not possible', () => {
    const form = (change: { before: Polygon[]; after: Polygon[] } | null): string =>
      renderToStaticMarkup(
        <ChangeForm
          title="切开「甲」"
          note=""
          change={change}
          onPreview={nothing}
          onAccept={nothing}
          onCancel={nothing}
        />,
      );
    const markup = form({ before: [ZONE], after: [ZONE, ZONE] });
    expect(markup).toMatch(/现在：面积 [\d,.]+ 亩（[\d.]+ 平方公里）/);
    expect(markup).toContain('改后第 2 块');
    expect(form(null)).toMatch(/<button[^>]*disabled=""[^>]*>[\s\S]*?确\s?定/);
  });

  it('works out the typed edit and says why it can not be', () => {
    const form = (op: 'move' | 'widen'): string =>
      renderToStaticMarkup(
        <FigureForm
          op={op}
          name="甲"
          geometry={ZONE}
          onPreview={nothing}
          onAccept={nothing}
          onCancel={nothing}
        />,
      );
    expect(form('move')).toContain('方位（°）');
    expect(form('move')).toContain('改后：面积');
    expect(form('widen')).toContain('这个图形不能缓冲成面');
  });
});
