import { ScatterplotLayer, type ScatterplotLayerProps } from '@deck.gl/layers';
import type { MapLibreLayerProps } from './deck-slot';
import { DashedRingLayer } from './dashed-ring-layer';
import type { DotAttributes } from './village-attributes';
import { PLAN_LAYERS } from '../style/plan-layers';

export const VILLAGE_DOTS_LAYER = 'village-dots';
export const COVERAGE_DOTS_LAYER = 'coverage-dots';

interface DotsOptions {
  readonly attributes: DotAttributes;
  readonly visible: boolean;
  /** 0..1 */
  readonly opacity: number;
  readonly zoom: number;
}

/** Factor on the radii at a zoom level, in half steps so that a wheel turn does not touch every frame. */
export function dotScale(zoom: number): number {
  const step = Math.round(zoom * 2) / 2;
  return Math.min(2.4, Math.max(0.8, 2 ** ((step - 9) * 0.35)));
}

/** Neutral village dots. */
export function villageDotsLayer(options: DotsOptions): ScatterplotLayer {
  return new ScatterplotLayer(dotsProps(VILLAGE_DOTS_LAYER, PLAN_LAYERS.villageAnchor, options));
}

/** Village dots by coverage state. */
export function coverageDotsLayer(options: DotsOptions): DashedRingLayer {
  return new DashedRingLayer(dotsProps(COVERAGE_DOTS_LAYER, PLAN_LAYERS.coverageAnchor, options));
}

function dotsProps(
  id: string,
  beforeId: string,
  { attributes, visible, opacity, zoom }: DotsOptions,
): ScatterplotLayerProps & MapLibreLayerProps {
  return {
    id,
    beforeId,
    visible,
    opacity,
    data: {
      length: attributes.count,
      attributes: {
        getPosition: { value: attributes.positions, size: 2 },
        getRadius: { value: attributes.radii, size: 1 },
        getFillColor: colourColumn(attributes.fillColours),
        getLineColor: colourColumn(attributes.lineColours),
        getLineWidth: { value: attributes.lineWidths, size: 1 },
      },
    },
    stroked: true,
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    radiusScale: dotScale(zoom),
    billboard: true,
    // Picking is done on the processor (village-picker), with a tolerance that a pixel buffer cannot give.
    pickable: false,
    // Dots are a flat overprint: they must not fight over depth with each other.
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
  };
}

/** RGBA bytes; `normalized` tells deck.gl that 255 means 1 (its types do not list the flag). */
function colourColumn(value: Uint8Array) {
  return { value, size: 4, normalized: true };
}
