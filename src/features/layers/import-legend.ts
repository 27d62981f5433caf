// Key of the user's own zones and reference layers: a sample for each shape that a layer has, under the layer's title.
import { drawnFeatures } from '../../domain/imported-things';
import type { ImportRecord } from '../../domain/imported';
import { importSwatch } from '../../map/legend';
import type { MapTheme } from '../../map/map-types';
import { formatInteger } from '../../ui/format';
import type { LegendModel } from '../../ui/legend-model';
import { featureShapes } from '../../map/sources/feature-shape';

const SHAPES = ['area', 'line', 'point'] as const;

/** `records`: those that are shown. */
export function importLegend(theme: MapTheme, records: readonly ImportRecord[]): LegendModel {
  const rows = records.flatMap((record) => {
    const shapes = drawnFeatures(record).map(({ geometry }) => featureShapes(geometry));
    return SHAPES.flatMap((shape) => {
      const count = shapes.filter((each) => each.has(shape)).length;
      if (count === 0) return [];
      return [
        {
          key: `${record.id} ${shape}`,
          swatch: importSwatch(theme, shape),
          label: record.title,
          count: formatInteger(count),
        },
      ];
    });
  });
  return { title: '', rows, notes: rows.length === 0 ? ['没有显示的片区或参考图层'] : [] };
}
