// Dots that each have a radius, a fill, a line colour and a line width of their own.
import { type DefaultProps, Layer, type LayerProps, color, project32 } from '@deck.gl/core';
import type { Model } from '@luma.gl/engine';
import type { MapLibreLayerProps } from './deck-slot';
import { DOT_POSITIONS, dotModel, dotPoints } from './dot-points';

const BLOCK = `\
layout(std140) uniform colouredDotsUniforms {
  float radiusScale;
} colouredDots;
`;

const uniforms = {
  name: 'colouredDots',
  vs: BLOCK,
  fs: BLOCK,
  uniformTypes: { radiusScale: 'f32' },
} as const;

const VERTEX = `#version 300 es
#define SHADER_NAME coloured-dots-vertex
in vec3 dotPositions;
in vec3 dotPositions64Low;
in float dotRadii;
in float dotLineWidths;
in vec4 dotFillColours;
in vec4 dotLineColours;
out vec4 fillColour;
out vec4 lineColour;
out float outerPixels;
out float innerPixels;
void main(void) {
  float radius = dotRadii * colouredDots.radiusScale;
  outerPixels = radius + dotLineWidths / 2.0;
  innerPixels = radius - dotLineWidths / 2.0;
  fillColour = dotFillColours;
  lineColour = dotLineColours;
  dotPoints_place(dotPositions, dotPositions64Low, outerPixels);
}
`;

const FRAGMENT = `#version 300 es
#define SHADER_NAME coloured-dots-fragment
precision highp float;
in vec4 fillColour;
in vec4 lineColour;
in float outerPixels;
in float innerPixels;
out vec4 fragColor;
void main(void) {
  float away = length(dotPoints_offset(outerPixels));
  float inside = smoothedge(away, outerPixels);
  if (inside == 0.0) discard;
  fragColor = mix(fillColour, lineColour, smoothedge(innerPixels, away));
  fragColor.a *= inside * layer.opacity;
}
`;

interface OwnProps {
  readonly radiusScale: number;
}

export type ColouredDotsProps = LayerProps & OwnProps & MapLibreLayerProps;

/** Data come as typed arrays: getPosition (lng, lat), getRadius and getLineWidth (pixels), getFillColor, getLineColor. */
export class ColouredDotsLayer extends Layer<OwnProps & MapLibreLayerProps> {
  static override layerName = 'ColouredDotsLayer';
  static override defaultProps: DefaultProps<OwnProps> = { radiusScale: 1 };

  declare state: { model?: Model };

  override getShaders() {
    const modules = [project32, color, dotPoints, uniforms];
    return super.getShaders({ vs: VERTEX, fs: FRAGMENT, modules });
  }

  override initializeState(): void {
    this.getAttributeManager()?.add({
      dotPositions: { ...DOT_POSITIONS, fp64: this.use64bitPositions() },
      dotRadii: { size: 1, accessor: 'getRadius', defaultValue: 1 },
      dotLineWidths: { size: 1, accessor: 'getLineWidth', defaultValue: 1 },
      dotFillColours: { size: 4, type: 'unorm8', accessor: 'getFillColor' },
      dotLineColours: { size: 4, type: 'unorm8', accessor: 'getLineColor' },
    });
    this.setState({ model: dotModel(this) });
  }

  override draw(): void {
    const { model } = this.state;
    if (!model) return;
    model.setVertexCount(this.getNumInstances());
    model.shaderInputs.setProps({ colouredDots: { radiusScale: this.props.radiusScale } });
    model.draw(this.context.renderPass);
  }
}
