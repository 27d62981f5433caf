import { ColouredDotsLayer } from './coloured-dots-layer';
import { CoverageDotsLayer, type CoverageDotsProps } from './coverage-dots-layer';
import type { DotAttributes, DotSymbol } from './village-attributes';
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
export function villageDotsLayer({
  attributes,
  visible,
  opacity,
  zoom,
}: DotsOptions): ColouredDotsLayer {
  return new ColouredDotsLayer({
    id: VILLAGE_DOTS_LAYER,
    beforeId: PLAN_LAYERS.villageAnchor,
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
    radiusScale: dotScale(zoom),
    ...FLAT_OVERPRINT,
  });
}

/** A column that goes to the graphics card once: deck.gl skips a column object that it has seen. */
export interface StaticColumn {
  readonly value: Float64Array | Float32Array;
  readonly size: number;
}

/** What stays while states change; one entry a village, in pack order. */
export interface CoverageColumns {
  readonly count: number;
  readonly positions: StaticColumn;
  readonly radii: StaticColumn;
}

/** Typed arrays as deck.gl takes them. A new object whenever the states are new, with the same static columns in it. */
export type CoverageDotsData = NonNullable<CoverageDotsProps['data']>;

export function coverageDotsData(columns: CoverageColumns, states: Uint8Array): CoverageDotsData {
  return {
    length: columns.count,
    attributes: {
      getPosition: columns.positions,
      getRadius: columns.radii,
      // `normalized`: as the shader's number; deck.gl's types do not list the flag.
      getState: { value: states, size: 1, ...NORMALIZED },
    },
  };
}

const NORMALIZED = { normalized: true };

/** Village dots by coverage state. */
export function coverageDotsLayer(options: {
  readonly data: CoverageDotsData;
  readonly symbols: readonly DotSymbol[];
  readonly weightedStates: readonly number[];
  readonly visible: boolean;
  readonly opacity: number;
  readonly zoom: number;
}): CoverageDotsLayer {
  const { zoom, ...props } = options;
  return new CoverageDotsLayer({
    id: COVERAGE_DOTS_LAYER,
    beforeId: PLAN_LAYERS.coverageAnchor,
    ...props,
    radiusScale: dotScale(zoom),
    ...FLAT_OVERPRINT,
  });
}

const FLAT_OVERPRINT = {
  // Picking is done on the processor (village-picker), with a tolerance that a pixel buffer cannot give.
  pickable: false,
  // They must not fight over depth with each other.
  parameters: { depthCompare: 'always', depthWriteEnabled: false },
} as const;

/** RGBA bytes; `normalized` tells deck.gl that 255 means 1 (its types do not list the flag). */
function colourColumn(value: Uint8Array) {
  return { value, size: 4, normalized: true };
}
