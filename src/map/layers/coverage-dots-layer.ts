// Village dots by coverage state, or by overlap class, which has as many steps. Positions and sizes go to the graphics card once; a new answer is one byte a village.
//
// Strong statements lie on top of weak ones: the villages are drawn once a state, weakest first; in each pass the others
// are thrown away before they are projected. The state's symbol is the same for all its dots, so it is a uniform.
import { type DefaultProps, Layer, type LayerProps, color, project32 } from '@deck.gl/core';
import type { Model } from '@luma.gl/engine';
import { COVERED_CERTAIN } from '../../analysis/coverage-result';
import type { MapLibreLayerProps } from './deck-slot';
import { DOT_POSITIONS, dotModel, dotPoints } from './dot-points';
import type { DotSymbol } from './village-attributes';

/** State of a village that is not drawn. */
export const UNDRAWN_STATE = 255;

/** Passes from state 0 to this. */
const LAST_STATE = COVERED_CERTAIN;
/** Dashes round a hollow dot (fill alpha 0): 可能 must differ from 按标绘 without colour. */
const DASHES = 6;

type Rgba = readonly [number, number, number, number];

/** A type, not an interface: luma.gl asks for an index signature. */
type DotUniforms = {
  readonly fill: Rgba;
  readonly line: Rgba;
  readonly state: number;
  readonly radius: number;
  readonly lineWidth: number;
  readonly radiusScale: number;
  /** 1: the village's own radius instead of the symbol's. */
  readonly weighted: number;
};

const BLOCK = `\
layout(std140) uniform coverageDotsUniforms {
  vec4 fill;
  vec4 line;
  float state;
  float radius;
  float lineWidth;
  float radiusScale;
  float weighted;
} coverageDots;
`;

const uniforms = {
  name: 'coverageDots',
  vs: BLOCK,
  fs: BLOCK,
  uniformTypes: {
    fill: 'vec4<f32>',
    line: 'vec4<f32>',
    state: 'f32',
    radius: 'f32',
    lineWidth: 'f32',
    radiusScale: 'f32',
    weighted: 'f32',
  },
} as const;

const VERTEX = `#version 300 es
#define SHADER_NAME coverage-dots-vertex
in vec3 dotPositions;
in vec3 dotPositions64Low;
in float dotRadii;
in float dotStates;
out float outerPixels;
void main(void) {
  if (abs(dotStates * 255.0 - coverageDots.state) > 0.5) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float radius = mix(coverageDots.radius, dotRadii, coverageDots.weighted);
  outerPixels = radius * coverageDots.radiusScale + coverageDots.lineWidth / 2.0;
  dotPoints_place(dotPositions, dotPositions64Low, outerPixels);
}
`;

const FRAGMENT = `#version 300 es
#define SHADER_NAME coverage-dots-fragment
precision highp float;
in float outerPixels;
out vec4 fragColor;
void main(void) {
  vec2 offset = dotPoints_offset(outerPixels);
  float away = length(offset);
  float inside = smoothedge(away, outerPixels);
  if (inside == 0.0) discard;
  float onLine = smoothedge(outerPixels - coverageDots.lineWidth, away);
  fragColor = mix(coverageDots.fill, coverageDots.line, onLine);
  if (coverageDots.fill.a < 0.004) {
    float turn = atan(offset.y, offset.x) / 6.28318530718;
    fragColor.a *= step(0.42, fract(turn * ${DASHES}.0));
  }
  fragColor.a *= inside * layer.opacity;
  if (fragColor.a < 0.004) discard;
}
`;

interface OwnProps {
  /** By state code. */
  readonly symbols: readonly DotSymbol[];
  /** Which states take the village's own radius. */
  readonly weightedStates: readonly number[];
  readonly radiusScale: number;
}

export type CoverageDotsProps = LayerProps & OwnProps & MapLibreLayerProps;

/** Data come as typed arrays: getPosition (lng, lat), getRadius, getState. */
export class CoverageDotsLayer extends Layer<OwnProps & MapLibreLayerProps> {
  static override layerName = 'CoverageDotsLayer';
  static override defaultProps: DefaultProps<OwnProps> = {
    symbols: { type: 'array', value: [], compare: false },
    weightedStates: { type: 'array', value: [], compare: true },
    radiusScale: 1,
  };

  declare state: { model?: Model };

  override getShaders() {
    return super.getShaders({
      vs: VERTEX,
      fs: FRAGMENT,
      modules: [project32, color, dotPoints, uniforms],
    });
  }

  override initializeState(): void {
    this.getAttributeManager()?.add({
      dotPositions: { ...DOT_POSITIONS, fp64: this.use64bitPositions() },
      dotRadii: { size: 1, accessor: 'getRadius', defaultValue: 1 },
      dotStates: {
        size: 1,
        type: 'unorm8',
        accessor: 'getState',
        defaultValue: [UNDRAWN_STATE],
      },
    });
    this.setState({ model: dotModel(this) });
  }

  override draw(): void {
    const { model } = this.state;
    if (!model) return;
    model.setVertexCount(this.getNumInstances());
    for (let state = 0; state <= LAST_STATE; state++) {
      const symbol = this.props.symbols[state];
      if (!symbol) continue;
      model.shaderInputs.setProps({ coverageDots: this.uniformsOf(symbol, state) });
      model.draw(this.context.renderPass);
    }
  }

  private uniformsOf(symbol: DotSymbol, state: number): DotUniforms {
    const { weightedStates, radiusScale } = this.props;
    return {
      fill: shares(symbol.fill),
      line: shares(symbol.line),
      state,
      radius: symbol.radius,
      lineWidth: symbol.lineWidth,
      radiusScale,
      weighted: weightedStates.includes(state) ? 1 : 0,
    };
  }
}

/** RGBA bytes as 0..1. */
function shares([red, green, blue, alpha]: Rgba): Rgba {
  return [red / 255, green / 255, blue / 255, alpha / 255];
}
