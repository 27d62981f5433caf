// Frames of MapLibre without what is never seen of them; where the processor draws, that is half of what a frame costs.
// Masks: fills and lines are clipped to their tiles by masks that are drawn anew whenever the next layer is of another source,
// in each of two passes: some 40 times the whole frame here. All our sources have the same tiles, so the masks are kept.
// Sky: a shader of its own over the whole frame, with nothing to show up to the steepest pitch of 60°.
// Held frames: a map that loads draws itself anew for every source that arrives.
import type { Map as MapLibreMap } from 'maplibre-gl';

/** What MapLibre keeps for one frame; private there. */
export interface MaskedFrame {
  /** Undefined while there are no masks. */
  currentStencilSource: string | undefined;
  /** Of the masks that are drawn, by the tile's key. */
  tileClippingMaskIDs: Readonly<Record<string, number>> | undefined;
  renderTileClippingMasks(
    layer: { readonly source: string },
    tiles: readonly { readonly key: string }[] | undefined,
  ): void;
}

/** Frames of this class keep masks that suit the next source. */
export function keepMasks(frameClass: MaskedFrame): void {
  const drawMasks = frameClass.renderTileClippingMasks;
  frameClass.renderTileClippingMasks = function (layer, tiles = []) {
    const masks = this.tileClippingMaskIDs ?? {};
    const isMasked =
      tiles.length === Object.keys(masks).length && tiles.every(({ key }) => key in masks);
    if (this.currentStencilSource !== undefined && isMasked)
      this.currentStencilSource = layer.source;
    drawMasks.call(this, layer, tiles);
  };
}

let areMasksKept = false;

/** For a new map. Gives the way to hold its frames: held, it loads and places names as ever, and draws nothing. */
export function leanFrames({ painter }: MapLibreMap): (areHeld: boolean) => void {
  const { render, renderLayer } = painter;
  let held = false;
  painter.render = (style, transform, data) => {
    if (!held) render.call(painter, style, transform, { ...data, sky: undefined });
  };
  // The class of frames is not exported: it is seen with the first layer of all.
  painter.renderLayer = (...all) => {
    painter.renderLayer = renderLayer;
    if (!areMasksKept) keepMasks(Object.getPrototypeOf(all[4]) as MaskedFrame);
    areMasksKept = true;
    renderLayer.apply(painter, all);
  };
  return (areHeld) => {
    held = areHeld;
  };
}
