// Dots as points (gl.POINTS), one vertex a dot. deck.gl's own ScatterplotLayer draws an instance a dot: where the processor
// draws (SwiftShader, as on office PCs without a graphics driver) every instance costs as much as a draw call of its own.
import type { Layer } from '@deck.gl/core';
import { Model } from '@luma.gl/engine';

/** Pixels here are the page's; `outerPixels` is a dot's radius with its line. */
export const dotPoints = {
  name: 'dotPoints',
  vs: `\
void dotPoints_place(vec3 position, vec3 position64Low, float outerPixels) {
  geometry.worldPosition = position;
  gl_Position = project_position_to_clipspace(
    position, position64Low, vec3(0.0), geometry.position
  );
  gl_PointSize = 2.0 * (outerPixels + SMOOTH_EDGE_RADIUS) * project.devicePixelRatio
    * project.focalDistance / gl_Position.w;
}
`,
  fs: `\
/** Pixels from the dot's middle, y upwards. */
vec2 dotPoints_offset(float outerPixels) {
  return (gl_PointCoord - 0.5) * vec2(2.0, -2.0) * (outerPixels + SMOOTH_EDGE_RADIUS);
}
`,
} as const;

/** Positions of the dots, as both dot layers declare them to their attribute manager. */
export const DOT_POSITIONS = { size: 3, type: 'float64', accessor: 'getPosition' } as const;

export function dotModel(layer: Layer): Model {
  return new Model(layer.context.device, {
    ...layer.getShaders(null),
    id: layer.props.id,
    bufferLayout: layer.getAttributeManager()?.getBufferLayouts() ?? [],
    topology: 'point-list',
    isInstanced: false,
  });
}
