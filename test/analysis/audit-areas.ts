// Two counties side by side, three townships and a way to set villages in them; plainly synthetic.
import type { Polygon } from 'geojson';
import type { County, Township } from '../../src/domain/administrative';
import type { LngLat } from '../../src/domain/lng-lat';
import type { Village } from '../../src/domain/village';

export function box(west: number, south: number, width: number, height = width): Polygon {
  const [east, north] = [west + width, south + height];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

export const COUNTIES: readonly County[] = ['甲山县', '乙水县'].map((name, at) => ({
  code: `99010${at + 1}`,
  name,
  povertyClass: 'scattered',
  labelPoint: [111.25 + at * 0.5, 35.25],
  geometry: box(111 + at * 0.5, 35, 0.5),
}));

export function township(code: string, name: string, geometry: Polygon | null): Township {
  return {
    code,
    name,
    countyCode: code.slice(0, 6),
    seat: null,
    seatAccuracyMetres: null,
    seatMethod: 'unknown',
    geometry,
  };
}

export const TOWNSHIPS: readonly Township[] = [
  township('990101100', '甲河镇', box(111, 35, 0.5, 0.25)),
  township('990101101', '甲岭乡', box(111, 35.25, 0.5, 0.25)),
  township('990102100', '乙河镇', box(111.5, 35, 0.5)),
];

/** 0.01 degrees a step from its township's corner, by the code's last digits. */
export function village(code: string, name: string, more: Partial<Village> = {}): Village {
  const [lng, lat] = cornerOf(code.slice(0, 9));
  const position: LngLat = [lng + 0.01 + Number(code.slice(9)) * 0.01, lat + 0.1];
  return {
    code,
    name,
    kind: 'village-committee',
    townshipCode: code.slice(0, 9),
    countyCode: code.slice(0, 6),
    position,
    positionAccuracyMetres: 300,
    positionMethod: 'gazetteer',
    sourceId: 'S',
    ...more,
  };
}

function cornerOf(townshipCode: string): LngLat {
  const geometry = TOWNSHIPS.find(({ code }) => code === townshipCode)?.geometry;
  const [lng = 111, lat = 35] =
    geometry?.type === 'Polygon' ? (geometry.coordinates[0]?.[0] ?? []) : [];
  return [lng, lat];
}
