// Coordinate systems that Chinese planning files come in, to WGS84 longitude and latitude.
//
// wgs84, cgcs2000 (EPSG:4490): taken as they are; the two differ by less than a metre.
// cgcs2000:zoneN: Gauss-Krüger on GRS80, N = 25…45 in 3-degree zones (central meridian 3N°), 13…23 in 6-degree zones
//   (6N − 3°). Eastings with and without the zone number in front are both read; they lie millions apart. Northings of
//   China (over 1,000 km) and eastings (under 900 km, or over 13,000 km with the zone) never overlap, so it is seen, not
//   guessed, which of a pair is which: Chinese survey lists often put north first.
// gcj02, bd09: by gcoord; the inverse is refined by fixed point until the offset formula gives the input again.
// Beijing 1954 and Xi'an 1980 are refused: their shift to CGCS2000 is by region and partly secret.
import gcoord from 'gcoord';
import proj4 from 'proj4';
import type { LngLat } from '../domain/lng-lat';
import type { Outcome, Problem } from '../domain/problem';

export type Crs =
  | { readonly kind: 'geographic'; readonly name: string }
  | { readonly kind: 'offset'; readonly name: 'gcj02' | 'bd09' }
  | { readonly kind: 'zone'; readonly name: string; readonly zone: number };

export const WGS84: Crs = { kind: 'geographic', name: 'wgs84' };

function refused(text: string, mend: string): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [{ code: 'crs', severity: 'error', where: {}, text, mend }] };
}

const KNOWN =
  'wgs84、cgcs2000、gcj02、bd09、cgcs2000:zone25 至 zone45（3 度带）、zone13 至 zone23（6 度带）';

/** [first code, first zone, zones]: EPSG codes of CGCS2000 Gauss-Krüger, with the zone in front and without. */
const EPSG_ZONES: readonly (readonly [number, number, number])[] = [
  [4491, 13, 11],
  [4502, 13, 11],
  [4513, 25, 21],
  [4534, 25, 21],
];

function zoneOfEpsg(code: number): number | null {
  for (const [first, zone, count] of EPSG_ZONES) {
    if (code >= first && code < first + count) return zone + code - first;
  }
  return null;
}

function isZone(zone: number): boolean {
  return (zone >= 25 && zone <= 45) || (zone >= 13 && zone <= 23);
}

/** "gcj02", "cgcs2000:zone37", "epsg:4549" … → system; anything else is a Problem that lists what is known. */
export function parseCrs(text: string): Outcome<Crs> {
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  const done = (crs: Crs): Outcome<Crs> => ({ ok: true, value: crs, notes: [] });
  if (['wgs84', 'epsg:4326', 'cgcs2000', 'epsg:4490'].includes(name)) {
    return done({ kind: 'geographic', name });
  }
  if (name === 'gcj02' || name === 'bd09') return done({ kind: 'offset', name });
  if (/^(beijing|bj)(19)?54|^xi'?an(19)?80/.test(name)) {
    const mend = '请在测绘部门提供的软件中转换为 CGCS2000 后再用。';
    return refused(`${text} 到 CGCS2000 的转换参数按地区而异且部分不公开，不能直接换算。`, mend);
  }
  const epsg = /^epsg:(\d{4,5})$/.exec(name)?.[1];
  const printed = /^cgcs2000:zone(\d{2})$/.exec(name)?.[1];
  const zone = epsg === undefined ? Number(printed) : zoneOfEpsg(Number(epsg));
  if (zone !== null && isZone(zone)) return done({ kind: 'zone', name, zone });
  return refused(`不认识坐标系「${text}」。`, `可用的坐标系：${KNOWN}。`);
}

export type Conversion =
  { readonly ok: true; readonly position: LngLat } | { readonly ok: false; readonly what: string };

export type Converter = (x: number, y: number) => Conversion;

const FIXED_POINT_STEPS = 12;

function offsetConverter(name: 'gcj02' | 'bd09'): Converter {
  const system = name === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
  return (x, y) => {
    let [lng, lat] = gcoord.transform([x, y], system, gcoord.WGS84) as [number, number];
    for (let step = 0; step < FIXED_POINT_STEPS; step++) {
      const [u, v] = gcoord.transform([lng, lat], gcoord.WGS84, system) as [number, number];
      [lng, lat] = [lng + x - u, lat + y - v];
    }
    return { ok: true, position: [lng, lat] };
  };
}

const LEAST_NORTHING = 1_000_000;
const MOST_NORTHING = 6_500_000;
const LEAST_EASTING = 100_000;
const MOST_EASTING = 900_000;

function isNorthing(value: number): boolean {
  return value >= LEAST_NORTHING && value <= MOST_NORTHING;
}

/** Easting without its zone number, and that number; null for no easting. */
function splitEasting(
  value: number,
): { readonly zone: number | null; readonly metres: number } | null {
  const zone = value >= 13e6 && value < 46e6 ? Math.floor(value / 1e6) : null;
  const metres = zone === null ? value : value - zone * 1e6;
  return metres >= LEAST_EASTING && metres <= MOST_EASTING ? { zone, metres } : null;
}

function zoneConverter(zone: number): Converter {
  const meridian = zone >= 25 ? zone * 3 : zone * 6 - 3;
  const projection = proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    '+proj=longlat +ellps=GRS80 +no_defs',
  );
  return (x, y) => {
    const [east, north] = isNorthing(x) ? [y, x] : [x, y];
    const easting = splitEasting(east);
    if (easting === null || !isNorthing(north)) {
      return { ok: false, what: `${x}, ${y} 不像 ${zone} 带的投影坐标（米）` };
    }
    if (easting.zone !== null && easting.zone !== zone) {
      return { ok: false, what: `横坐标 ${east} 的带号是 ${easting.zone}，不是 ${zone}` };
    }
    const [lng, lat] = projection.forward([easting.metres, north]) as [number, number];
    return { ok: true, position: [lng, lat] };
  };
}

/** Degrees never reach this; metres of a projected system always pass it. */
const SURELY_PROJECTED = 1000;

function geographicFault(x: number, y: number): string | null {
  if (Math.abs(x) > SURELY_PROJECTED || Math.abs(y) > SURELY_PROJECTED) {
    return `${x}, ${y} 像是以米为单位的投影坐标，没有说明坐标系`;
  }
  if (Math.abs(y) > 90 && Math.abs(x) <= 90) return `${x}, ${y} 的经纬度像是写反了`;
  if (Math.abs(x) > 180 || Math.abs(y) > 85) return `${x}, ${y} 超出经纬度范围`;
  return null;
}

/** x = longitude or easting, y = latitude or northing (projected: either order) → WGS84. */
export function converterOf(crs: Crs): Converter {
  if (crs.kind === 'zone') return zoneConverter(crs.zone);
  const convert: Converter =
    crs.kind === 'offset' ? offsetConverter(crs.name) : (x, y) => ({ ok: true, position: [x, y] });
  return (x, y) => {
    const fault = geographicFault(x, y);
    return fault === null ? convert(x, y) : { ok: false, what: fault };
  };
}
