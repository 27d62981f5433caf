import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { keepMasks, leanFrames, type MaskedFrame } from '../../src/map/lean-frames';

/** Keeps masks as MapLibre 6.17 does. */
class Frame implements MaskedFrame {
  currentStencilSource: string | undefined;
  tileClippingMaskIDs: Record<string, number> = {};
  readonly drawn: string[] = [];

  renderTileClippingMasks(
    { source }: { source: string },
    tiles: readonly { readonly key: string }[],
  ): void {
    if (this.currentStencilSource === source || tiles.length === 0) return;
    this.currentStencilSource = source;
    this.tileClippingMaskIDs = Object.fromEntries(tiles.map(({ key }, at) => [key, at + 1]));
    this.drawn.push(`${source}: ${tiles.map(({ key }) => key).join(' ')}`);
  }
}

const tiles = (...keys: string[]) => keys.map((key) => ({ key }));

function frameOfKeptMasks(): Frame {
  class Kept extends Frame {}
  keepMasks(Kept.prototype);
  return new Kept();
}

it('draws the masks of the next source only where its tiles are others', () => {
  const frame = frameOfKeptMasks();
  frame.renderTileClippingMasks({ source: 'a' }, tiles('1', '2'));
  frame.renderTileClippingMasks({ source: 'b' }, tiles('2', '1'));
  frame.renderTileClippingMasks({ source: 'c' }, []);
  frame.renderTileClippingMasks({ source: 'a' }, tiles('1', '2'));
  expect(frame.drawn).toEqual(['a: 1 2']);
  frame.renderTileClippingMasks({ source: 'd' }, tiles('1'));
  frame.renderTileClippingMasks({ source: 'e' }, tiles('3'));
  expect(frame.drawn).toEqual(['a: 1 2', 'd: 1', 'e: 3']);
});

it('draws masks again once they are gone', () => {
  const frame = frameOfKeptMasks();
  frame.renderTileClippingMasks({ source: 'a' }, tiles('1'));
  frame.currentStencilSource = undefined;
  frame.renderTileClippingMasks({ source: 'b' }, tiles('1'));
  expect(frame.drawn).toEqual(['a: 1', 'b: 1']);
});

it('draws no sky, and nothing while frames are held', () => {
  const drawn: unknown[] = [];
  const painter = { render: (...all: unknown[]) => drawn.push(all), renderLayer: () => undefined };
  const holdFrames = leanFrames({ painter } as unknown as MapLibreMap);
  painter.render('style', 'transform', { sky: 'blue', fadeDuration: 0 });
  holdFrames(true);
  painter.render('style', 'transform', {});
  holdFrames(false);
  painter.render('style', 'transform', { sky: 'blue', fadeDuration: 1 });
  expect(drawn).toEqual([
    ['style', 'transform', { sky: undefined, fadeDuration: 0 }],
    ['style', 'transform', { sky: undefined, fadeDuration: 1 }],
  ]);
});

it('keeps the masks of the first frame on', () => {
  const frame = new Frame();
  const layers: string[] = [];
  const painter = {
    render: () => undefined,
    renderLayer: (...all: readonly unknown[]) => void layers.push(String(all[2])),
  };
  leanFrames({ painter } as unknown as MapLibreMap);
  for (const layer of ['ground', 'veil']) painter.renderLayer(painter, {}, layer, [], frame);
  expect(layers).toEqual(['ground', 'veil']);
  frame.renderTileClippingMasks({ source: 'a' }, tiles('1'));
  frame.renderTileClippingMasks({ source: 'b' }, tiles('1'));
  expect(frame.drawn).toEqual(['a: 1']);
});
