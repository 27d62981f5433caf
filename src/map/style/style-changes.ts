// What differs between two styles with the same layers: used to change the theme without rebuilding the map,
// which would drop deck.gl's layers and the sources' data.
import type { LayerSpecification } from 'maplibre-gl';

export interface StyleChange {
  readonly layerId: string;
  readonly part: 'paint' | 'layout';
  readonly property: string;
  readonly value: unknown;
}

/** Throws when the styles do not have the same layers. */
export function styleChanges(
  from: readonly LayerSpecification[],
  to: readonly LayerSpecification[],
): readonly StyleChange[] {
  if (from.length !== to.length) {
    throw new Error(`styles have ${from.length} and ${to.length} layers`);
  }
  return to.flatMap((layer, index) => {
    const old = from[index]!;
    if (old.id !== layer.id) throw new Error(`layer ${index} is ${old.id} and ${layer.id}`);
    return (['paint', 'layout'] as const).flatMap((part) => {
      const before = new Map<string, unknown>(Object.entries(old[part] ?? {}));
      return Object.entries(layer[part] ?? {}).flatMap(([property, value]: [string, unknown]) =>
        JSON.stringify(before.get(property)) === JSON.stringify(value)
          ? []
          : [{ layerId: layer.id, part, property, value }],
      );
    });
  });
}
