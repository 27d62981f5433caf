// A coordinate system's definition as text (.prj: ESRI WKT, OGC WKT 1, WKT 2), read by proj4. What it is decides: CGCS2000
// zones are recognised by their parameters, not by their name, since every program names them in its own way.
import proj4 from 'proj4';

export type WktReading =
  | { readonly kind: 'geographic'; readonly isChina: boolean }
  | { readonly kind: 'zone'; readonly zone: number; readonly prefix: 'with' | 'without' }
  | { readonly kind: 'web-mercator' }
  | { readonly kind: 'other' }
  | { readonly kind: 'old-datum'; readonly printed: string }
  /** `what` is Chinese, without a full stop. */
  | { readonly kind: 'unreadable'; readonly what: string };

/** The datums and their ellipsoids by name, with or without spaces. */
const OLD_DATUM = /beijing|xi[_ ]?an|krass?ovsk|iag[_ ]?(19)?75|pulkovo/i;
const CHINA_2000 = /china[_ ]*(geodetic[_ ]*coordinate[_ ]*system[_ ]*)?2000|cgcs[_ ]*2000/i;
const SEMI_MAJOR_METRES = 6_378_137;
/** 1 / 298.257 of WGS84, GRS80 and CGCS2000 differ in the seventh digit. */
const INVERSE_FLATTENING = 298.2572;
const MOST_WKT = 20_000;

interface Parameters {
  readonly projName: string;
  readonly a: number;
  readonly rf: number;
  readonly isSphere: boolean;
  readonly meridian: number;
  readonly x0: number;
  readonly isPlain: boolean;
  readonly hasShift: boolean;
}

function numberOf(projection: object, key: string, fallback: number): number {
  const value: unknown = Reflect.get(projection, key);
  return typeof value === 'number' ? value : fallback;
}

function parametersOf(wkt: string): Parameters | null {
  let projection: object;
  try {
    projection = new proj4.Proj(wkt);
  } catch {
    // proj4 throws strings, Errors and TypeErrors alike at what it can not read.
    return null;
  }
  const of = (key: string, fallback: number): number => numberOf(projection, key, fallback);
  const name: unknown = Reflect.get(projection, 'projName');
  const shift: unknown = Reflect.get(projection, 'datum_params');
  const [a, b] = [of('a', 0), of('b', 0)];
  return {
    projName: typeof name === 'string' ? name.toLowerCase() : '',
    a,
    rf: of('rf', a === b ? 0 : a / (a - b)),
    isSphere: Reflect.get(projection, 'sphere') === true,
    meridian: (of('long0', 0) * 180) / Math.PI,
    x0: of('x0', 0),
    isPlain:
      of('k0', 1) === 1 && of('lat0', 0) === 0 && of('y0', 0) === 0 && of('to_meter', 1) === 1,
    hasShift: Array.isArray(shift) && shift.some((each) => Number(each) !== 0),
  };
}

const TRANSVERSE_MERCATOR = /^(transverse[_ ]mercator|gauss[_ ]?kr[uü]e?ger|tmerc|etmerc)$/;
const FALSE_EASTING = 500_000;

function zoneOf({ meridian, x0 }: Parameters, wkt: string): WktReading {
  const zone3 = Math.round(meridian / 3);
  const zone6 = Math.round((meridian + 3) / 6);
  const is3 = Math.abs(zone3 * 3 - meridian) < 1e-9 && zone3 >= 25 && zone3 <= 45;
  const is6 = Math.abs(zone6 * 6 - 3 - meridian) < 1e-9 && zone6 >= 13 && zone6 <= 23;
  if (is3 && x0 === zone3 * 1e6 + FALSE_EASTING)
    return { kind: 'zone', zone: zone3, prefix: 'with' };
  if (is6 && x0 === zone6 * 1e6 + FALSE_EASTING)
    return { kind: 'zone', zone: zone6, prefix: 'with' };
  if (x0 !== FALSE_EASTING || !(is3 || is6)) return { kind: 'other' };
  const isNamed6 = /6[_ -]?degree|(^|[^3])GK_Zone_(1[3-9]|2[0-3])\b/i.test(wkt.slice(0, 80));
  const zone = is6 && (isNamed6 || !is3) ? zone6 : zone3;
  return { kind: 'zone', zone, prefix: 'without' };
}

/** Never throws; says in `kind` what the definition is. */
export function readWkt(wkt: string): WktReading {
  if (wkt.length > MOST_WKT) return { kind: 'unreadable', what: '定义过长' };
  const printed = /"([^"]*)"/.exec(wkt)?.[1] ?? wkt.slice(0, 40);
  if (OLD_DATUM.test(wkt)) return { kind: 'old-datum', printed };
  const parameters = parametersOf(wkt);
  if (parameters === null) return { kind: 'unreadable', what: `「${printed}」` };
  const { projName, a, rf, isSphere, isPlain, hasShift } = parameters;
  if (/^(mercator[_ ]auxiliary[_ ]sphere|popular[_ ]visualisation)/.test(projName)) {
    return { kind: 'web-mercator' };
  }
  if (projName === 'merc' && isSphere && a === SEMI_MAJOR_METRES) return { kind: 'web-mercator' };
  const isModern = a === SEMI_MAJOR_METRES && Math.abs(rf - INVERSE_FLATTENING) < 1e-3;
  if (!isModern && !hasShift) {
    const what = `「${printed}」的椭球（${a} 米，1/${rf}）不是 WGS84 或 CGCS2000，又没有转换参数`;
    return { kind: 'unreadable', what };
  }
  const isChina = CHINA_2000.test(wkt);
  if (isModern && projName === 'longlat') return { kind: 'geographic', isChina };
  if (isChina && isPlain && TRANSVERSE_MERCATOR.test(projName)) return zoneOf(parameters, wkt);
  return { kind: 'other' };
}
