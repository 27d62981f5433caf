// File coordinates to WGS84 longitude and latitude, and back.
//
// Zones: eastings with and without the zone number are both read; they lie millions apart. Northings of China (over
//   1,000 km) and eastings (under 900 km, or over 13,000 km with the zone) never overlap, so it is seen, not guessed,
//   which of a pair is which: Chinese survey lists often put north first.
// gcj02, bd09: by gcoord; the inverse is refined by fixed point until the offset formula gives the input again.
import gcoord from 'gcoord';
import type { Geometry, Position } from 'geojson';
import proj4, { type Converter as ProjConverter } from 'proj4';
import type { LngLat } from '../domain/lng-lat';
import { type Crs, centralMeridian } from './crs';

export type Conversion =
  /** `what` is Chinese, with the numbers, without a full stop. */
  { readonly ok: true; readonly position: LngLat } | { readonly ok: false; readonly what: string };

export type Converter = (x: number, y: number) => Conversion;

const FIXED_POINT_STEPS = 12;

function done(x: number, y: number): Conversion {
  return { ok: true, position: [x, y] };
}

function fromOffset(name: 'gcj02' | 'bd09'): Converter {
  const system = name === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
  return (x, y) => {
    let [lng, lat] = gcoord.transform([x, y], system, gcoord.WGS84) as [number, number];
    for (let step = 0; step < FIXED_POINT_STEPS; step++) {
      const [u, v] = gcoord.transform([lng, lat], gcoord.WGS84, system) as [number, number];
      const [nextLng, nextLat] = [lng + x - u, lat + y - v];
      if (nextLng === lng && nextLat === lat) break;
      [lng, lat] = [nextLng, nextLat];
    }
    return done(lng, lat);
  };
}

function toOffset(name: 'gcj02' | 'bd09'): Converter {
  const system = name === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
  return (lng, lat) => {
    const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, system) as [number, number];
    return done(x, y);
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

function zoneProjection(zone: number): ProjConverter {
  return proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian(zone)} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    '+proj=longlat +ellps=GRS80 +no_defs',
  );
}

function fromZone(zone: number): Converter {
  const projection = zoneProjection(zone);
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
    return done(lng, lat);
  };
}

/** Gauss-Krüger is for its own strip; ten degrees out it is no longer a plan's coordinate. */
const MOST_FROM_MERIDIAN_DEGREES = 10;

function toZone(zone: number, prefix: 'with' | 'without' | 'either'): Converter {
  const projection = zoneProjection(zone);
  const front = prefix === 'without' ? 0 : zone * 1e6;
  return (lng, lat) => {
    if (Math.abs(lng - centralMeridian(zone)) > MOST_FROM_MERIDIAN_DEGREES) {
      return { ok: false, what: `${lng}, ${lat} 离 ${zone} 带的中央经线太远` };
    }
    const [east, north] = projection.inverse([lng, lat]) as [number, number];
    return done(east + front, north);
  };
}

function throughProj(definition: string, isInverse: boolean): Converter {
  const projection = proj4(definition, 'WGS84');
  return (x, y) => {
    let to: number[];
    try {
      to = isInverse ? projection.inverse([x, y]) : projection.forward([x, y]);
    } catch {
      // proj4 throws for coordinates that are no finite numbers.
      return { ok: false, what: `${x}, ${y} 不能换算` };
    }
    const [u = Number.NaN, v = Number.NaN] = to;
    return Number.isFinite(u) && Number.isFinite(v)
      ? done(u, v)
      : { ok: false, what: `${x}, ${y} 不能换算` };
  };
}

/** Degrees never reach this; metres of a projected system always pass it. */
const SURELY_PROJECTED = 1000;

function geographicFault(x: number, y: number): string | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return `${x}, ${y} 不是数字`;
  if (Math.abs(x) > SURELY_PROJECTED || Math.abs(y) > SURELY_PROJECTED) {
    return `${x}, ${y} 像是以米为单位的投影坐标，没有说明坐标系`;
  }
  if (Math.abs(y) > 90 && Math.abs(x) <= 90) return `${x}, ${y} 的经纬度像是写反了`;
  if (Math.abs(x) > 180 || Math.abs(y) > 85) return `${x}, ${y} 超出经纬度范围`;
  return null;
}

function guarded(convert: Converter): Converter {
  return (x, y) => {
    const fault = geographicFault(x, y);
    return fault === null ? convert(x, y) : { ok: false, what: fault };
  };
}

/** x = longitude or easting, y = latitude or northing (zones: either order) of the file → WGS84 degrees. */
export function converterFrom(crs: Crs): Converter {
  switch (crs.kind) {
    case 'geographic':
      return guarded(done);
    case 'offset':
      return guarded(fromOffset(crs.name));
    case 'zone':
      return fromZone(crs.zone);
    case 'proj': {
      const convert = throughProj(crs.definition, false);
      return (x, y) => {
        const conversion = convert(x, y);
        if (!conversion.ok) return conversion;
        const isPlace = geographicFault(...conversion.position) === null;
        return isPlace ? conversion : { ok: false, what: `${x}, ${y} 不像该坐标系的坐标` };
      };
    }
  }
}

/** WGS84 longitude, latitude → x (longitude or easting), y of the system. */
export function converterTo(crs: Crs): Converter {
  switch (crs.kind) {
    case 'geographic':
      return guarded(done);
    case 'offset':
      return guarded(toOffset(crs.name));
    case 'zone':
      return guarded(toZone(crs.zone, crs.prefix));
    case 'proj':
      return guarded(throughProj(crs.definition, true));
  }
}

export type GeometryConversion =
  | { readonly ok: true; readonly geometry: Geometry }
  | { readonly ok: false; readonly what: string };

class Inconvertible extends Error {}

type Move = (position: Position) => Position;

function moved(geometry: Geometry, move: Move): Geometry {
  const line = (positions: readonly Position[]): Position[] => positions.map(move);
  const rings = (lines: readonly Position[][]): Position[][] => lines.map(line);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: line(geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: rings(geometry.coordinates) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: rings(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) };
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((each) => moved(each, move)),
      };
  }
}

/** Every position converted, x and y only; the first that can not be is the reason. `axesSwapped`: y stands first. */
export function convertGeometry(
  geometry: Geometry,
  convert: Converter,
  axesSwapped = false,
): GeometryConversion {
  const move: Move = ([first = Number.NaN, second = Number.NaN]) => {
    const conversion = axesSwapped ? convert(second, first) : convert(first, second);
    if (!conversion.ok) throw new Inconvertible(conversion.what);
    return [...conversion.position];
  };
  try {
    return { ok: true, geometry: moved(geometry, move) };
  } catch (cause) {
    if (!(cause instanceof Inconvertible)) throw cause;
    return { ok: false, what: cause.message };
  }
}
