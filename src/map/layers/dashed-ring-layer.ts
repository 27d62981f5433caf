// A scatterplot whose hollow dots (fill alpha 0) have a dashed ring: 可能 must differ from 按标绘 without colour.
import { ScatterplotLayer } from '@deck.gl/layers';

const DASHES = 6;

export class DashedRingLayer extends ScatterplotLayer {
  static override layerName = 'DashedRingLayer';

  override getShaders() {
    const shaders = super.getShaders();
    return {
      ...shaders,
      inject: {
        'fs:#main-end': `
  if (vFillColor.a < 0.004) {
    float turn = atan(unitPosition.y, unitPosition.x) / 6.28318530718;
    float onDash = step(0.42, fract(turn * ${DASHES}.0));
    fragColor.a *= onDash;
    if (fragColor.a < 0.004) discard;
  }
`,
      },
    };
  }
}
