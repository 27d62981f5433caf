// Two counties side by side, three townships and a way to set villages in them; plainly synthetic.
import type { Geometry, Polygon } from 'geojson';
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

/** Where the township of the code lies, a step apart by the code's last digits. */
export function village(code: string, name: string, more: Partial<Village> = {}): Village {
  const townshipCode = code.slice(0, 9);
  const [west, south] = outerCorner(
    TOWNSHIPS.find((each) => each.code === townshipCode)?.geometry ?? box(111.1, 35.1, 0.1),
  );
  const step = Number(code.slice(9)) * 0.01;
  const position: LngLat = [west + 0.05 + step, south + 0.1];
  return {
    code,
    name,
    kind: 'village-committee',
    townshipCode,
    countyCode: code.slice(0, 6),
    position,
    positionAccuracyMetres: 300,
    positionMethod: 'gazetteer',
    sourceId: 'S',
    ...more,
  };
}

function outerCorner(geometry: Exclude<Geometry, { type: 'GeometryCollection' }>): LngLat {
  const [lng = 0, lat = 0] = geometry.coordinates.flat(3) as number[];
  return [lng, lat];
}
