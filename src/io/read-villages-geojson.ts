// A village list from a GeoJSON collection of points; properties are the columns.
import type { Outcome } from '../domain/problem';
import { parseGeojson } from './read-geojson';
import {
  type Cell,
  type VillageTable,
  VillageTableBuilder,
  type VillageTableOptions,
} from './village-table';

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function cell(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The first feature's property names, then the point. */
function headingOf(feature: unknown): readonly string[] {
  const properties = own(feature, 'properties');
  const names =
    typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return names.filter(
    (name) => name !== 'lng' && name !== 'lat' && name !== '经度' && name !== '纬度',
  );
}

/** Reads a file's bytes; rows are features, counted from 1. */
export function readVillagesGeojson(
  bytes: Uint8Array,
  options: VillageTableOptions,
): Outcome<VillageTable> {
  const { fileName } = options;
  const parsed = parseGeojson(fileName, bytes);
  if (!parsed.ok) return parsed;
  const builder = new VillageTableBuilder({ ...options, rowWord: '要素' });
  const features = own(parsed.value.value, 'features');
  const list: readonly unknown[] = Array.isArray(features) ? features : [];
  const heading = headingOf(list[0]);
  if (list.length > 0 && !builder.setHeading([...heading, 'lng', 'lat'], 1))
    return builder.finish();
  for (const [at, feature] of list.entries()) {
    const geometry = own(feature, 'geometry');
    const coordinates = own(geometry, 'coordinates');
    if (own(geometry, 'type') !== 'Point' || !Array.isArray(coordinates)) {
      builder.report(
        'villages-point',
        at + 1,
        undefined,
        '不是点。',
        '村的几何必须是点（Point）。',
      );
      continue;
    }
    const properties = own(feature, 'properties');
    const position: readonly unknown[] = coordinates;
    builder.addRow(
      [...heading.map((name) => cell(own(properties, name))), cell(position[0]), cell(position[1])],
      at + 1,
    );
  }
  return builder.finish();
}
