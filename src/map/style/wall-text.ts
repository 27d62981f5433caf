import type { ExpressionSpecification } from 'maplibre-gl';
import type { StyledLayer } from './styled-layer';

/** County names of 15 px become 20 px. */
const FACTOR = 4 / 3;

/** The same layers with text for a wall. Text sizes must not depend on the zoom, which an expression may only ask at its top. */
export function wallText(layers: readonly StyledLayer[]): readonly StyledLayer[] {
  return layers.map(({ block, layer }) => {
    const size = layer.type === 'symbol' ? layer.layout?.['text-size'] : undefined;
    if (layer.type !== 'symbol' || size === undefined) return { block, layer };
    const larger =
      typeof size === 'number' ? size * FACTOR : (['*', FACTOR, size] as ExpressionSpecification);
    return { block, layer: { ...layer, layout: { ...layer.layout, 'text-size': larger } } };
  });
}
