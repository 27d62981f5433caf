// Coordinate systems that Chinese planning files come in: their names, EPSG codes and labels.
//
// wgs84, cgcs2000 (EPSG:4490): degrees; the two differ by less than a metre and are taken for the same.
// cgcs2000:zoneN: Gauss-Krüger on CGCS2000, N = 25…45 in 3-degree zones (central meridian 3N°), 13…23 in 6-degree zones
//   (6N − 3°). The EPSG codes say besides whether eastings carry the zone number in front.
// gcj02, bd09: the offset systems of Chinese web maps. web-mercator: EPSG:3857. utm: EPSG:326NN.
// wkt:…: any other system that a .prj defines, by proj4 (crs-wkt.ts).
// Beijing 1954 and Xi'an 1980 are refused: their shift to CGCS2000 is by region and partly secret.
import type { Outcome, Problem } from '../domain/problem';
import { type WktReading, readWkt } from './crs-wkt';
import type { DeclaredCrs } from './source-layer';

export type Crs =
  | { readonly kind: 'geographic'; readonly name: string }
  | { readonly kind: 'offset'; readonly name: 'gcj02' | 'bd09' }
  | {
      readonly kind: 'zone';
      readonly name: string;
      readonly zone: number;
      /** Eastings with the zone number in front. Both are read; `either` is written with it. */
      readonly prefix: 'with' | 'without' | 'either';
    }
  /** `definition` is what proj4 reads. */
  | { readonly kind: 'proj'; readonly name: string; readonly definition: string };

export const WGS84: Crs = { kind: 'geographic', name: 'wgs84' };
const WEB_MERCATOR: Crs = { kind: 'proj', name: 'web-mercator', definition: 'EPSG:3857' };

type Refused = { ok: false; problems: readonly Problem[] };

function refused(code: string, text: string, mend: string): Refused {
  return { ok: false, problems: [{ code, severity: 'error', where: {}, text, mend }] };
}

const KNOWN =
  'wgs84、cgcs2000、gcj02、bd09、web-mercator、cgcs2000:zone25 至 zone45（3 度带）、zone13 至 zone23（6 度带）';

interface ZoneFamily {
  readonly firstCode: number;
  readonly firstZone: number;
  readonly zones: number;
  readonly prefix: 'with' | 'without';
}

/** EPSG codes of CGCS2000 Gauss-Krüger. */
const EPSG_ZONES: readonly ZoneFamily[] = [
  { firstCode: 4491, firstZone: 13, zones: 11, prefix: 'with' },
  { firstCode: 4502, firstZone: 13, zones: 11, prefix: 'without' },
  { firstCode: 4513, firstZone: 25, zones: 21, prefix: 'with' },
  { firstCode: 4534, firstZone: 25, zones: 21, prefix: 'without' },
];

/** First and last EPSG code of systems on the Beijing 1954, New Beijing and Xi'an 1980 datums. */
const OLD_DATUM_CODES: readonly (readonly [number, number])[] = [
  [2327, 2390],
  [2401, 2442],
  [4214, 4214],
  [4555, 4555],
  [4568, 4589],
  [4610, 4610],
  [4652, 4665],
  [4766, 4800],
  [21413, 21463],
];

function isZone(zone: number): boolean {
  return (zone >= 25 && zone <= 45) || (zone >= 13 && zone <= 23);
}

/** Degrees east of Greenwich. */
export function centralMeridian(zone: number): number {
  return zone >= 25 ? zone * 3 : zone * 6 - 3;
}

function familyOf(zone: number, prefix: 'with' | 'without'): ZoneFamily | undefined {
  return EPSG_ZONES.find(
    (each) =>
      each.prefix === prefix && zone >= each.firstZone && zone < each.firstZone + each.zones,
  );
}

/** The system of a CGCS2000 zone, named by its EPSG code. */
export function zoneCrs(zone: number, prefix: 'with' | 'without'): Crs {
  const family = familyOf(zone, prefix);
  if (!family) throw new Error(`zone ${zone} is none of 13..23, 25..45`);
  return { kind: 'zone', name: `epsg:${family.firstCode + zone - family.firstZone}`, zone, prefix };
}

function oldDatum(printed: string): Refused {
  return refused(
    'crs-old-datum',
    `${printed} 是北京54或西安80坐标系，到 CGCS2000 的转换参数按地区而异且部分不公开，不能直接换算。`,
    '请在测绘部门提供的软件中转换为 CGCS2000 后再用。',
  );
}

function ofEpsg(code: number): Crs | 'old' | null {
  if (code === 4326) return { kind: 'geographic', name: 'wgs84' };
  if (code === 4490) return { kind: 'geographic', name: 'cgcs2000' };
  if ([3857, 3785, 900913, 102100].includes(code)) return WEB_MERCATOR;
  if (OLD_DATUM_CODES.some(([first, last]) => code >= first && code <= last)) return 'old';
  const family = EPSG_ZONES.find(
    (each) => code >= each.firstCode && code < each.firstCode + each.zones,
  );
  if (family) return zoneCrs(family.firstZone + code - family.firstCode, family.prefix);
  const utm = /^32(6|7)(\d\d)$/.exec(String(code));
  const zone = Number(utm?.[2]);
  if (!utm || zone < 1 || zone > 60) return null;
  const south = utm[1] === '7' ? ' +south' : '';
  const definition = `+proj=utm +zone=${zone}${south} +datum=WGS84 +units=m +no_defs`;
  return { kind: 'proj', name: `epsg:${code}`, definition };
}

function ofWkt(reading: WktReading, wkt: string): Outcome<Crs> {
  const done = (value: Crs): Outcome<Crs> => ({ ok: true, value, notes: [] });
  switch (reading.kind) {
    case 'old-datum':
      return oldDatum(reading.printed);
    case 'unreadable':
      return refused('crs', `坐标系定义读不懂：${reading.what}。`, `可用的坐标系：${KNOWN}。`);
    case 'geographic':
      return done({ kind: 'geographic', name: reading.isChina ? 'cgcs2000' : 'wgs84' });
    case 'web-mercator':
      return done(WEB_MERCATOR);
    case 'zone':
      return done(zoneCrs(reading.zone, reading.prefix));
    case 'other':
      return done({ kind: 'proj', name: `wkt:${wkt}`, definition: wkt });
  }
}

const WKT_START =
  /^(?:wkt:)?\s*((?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|COMPD_CS|COMPOUNDCRS|BOUNDCRS)\s*\[.*)$/is;

/**
 * "gcj02", "cgcs2000:zone37", "epsg:4549", a .prj text … → system; anything else is a Problem that lists what is known.
 * `parseCrs(crs.name)` gives the same system again.
 */
export function parseCrs(text: string): Outcome<Crs> {
  const wkt = WKT_START.exec(text.trim())?.[1];
  if (wkt !== undefined) return ofWkt(readWkt(wkt), wkt.replaceAll(/\s*\n\s*/g, ''));
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '')
    .replace(/^urn:ogc:def:crs:/, '');
  const done = (crs: Crs): Outcome<Crs> => ({ ok: true, value: crs, notes: [] });
  if (/^(wgs84|ogc:[\d.]*:?crs84|crs:?84)$/.test(name)) return done(WGS84);
  if (name === 'cgcs2000') return done({ kind: 'geographic', name });
  if (name === 'gcj02' || name === 'bd09') return done({ kind: 'offset', name });
  if (name === 'webmercator') return done(WEB_MERCATOR);
  if (/^(beijing|bj)(19)?54|^xi'?an(19)?80/.test(name)) return oldDatum(text.trim());
  const epsg = /^epsg:(?:[\w.]*:)?(\d{4,6})$/.exec(name)?.[1];
  const ofCode = epsg === undefined ? null : ofEpsg(Number(epsg));
  if (ofCode === 'old') return oldDatum(text.trim());
  if (ofCode !== null) return done(ofCode);
  const zone = Number(/^cgcs2000:zone(\d{2})$/.exec(name)?.[1]);
  if (isZone(zone)) return done({ kind: 'zone', name, zone, prefix: 'either' });
  return refused('crs', `不认识坐标系「${text.slice(0, 60)}」。`, `可用的坐标系：${KNOWN}。`);
}

const PREFIX_WORDS = { with: '，带号在前', without: '，无带号', either: '' } as const;
const NAMED: Readonly<Record<string, string>> = {
  wgs84: 'WGS84 经纬度',
  cgcs2000: 'CGCS2000 经纬度',
  gcj02: 'GCJ-02（高德、腾讯地图）',
  bd09: 'BD-09（百度地图）',
  'web-mercator': 'Web 墨卡托（EPSG:3857）',
};

/** Chinese, for lists and evidence: "CGCS2000 3 度带 37 带（中央经线 111°，带号在前）". */
export function crsLabel(crs: Crs): string {
  if (crs.kind === 'zone') {
    const degrees = crs.zone >= 25 ? 3 : 6;
    const meridian = centralMeridian(crs.zone);
    return `CGCS2000 ${degrees} 度带 ${crs.zone} 带（中央经线 ${meridian}°${PREFIX_WORDS[crs.prefix]}）`;
  }
  const named = NAMED[crs.name];
  if (named !== undefined) return named;
  const quoted = /^wkt:\w+\s*\[\s*"([^"]*)"/.exec(crs.name)?.[1];
  return quoted ?? crs.name.toUpperCase();
}

const MOST_PRINTED = 200;

/** What a file says of its system (.prj text, GeoJSON crs name, EPSG code), read where we can. */
export function declaredCrsOf(printed: string): DeclaredCrs {
  const outcome = parseCrs(printed);
  const crs = outcome.ok ? outcome.value.name : null;
  return { crs, printed: printed.trim().slice(0, MOST_PRINTED) };
}

/** What is wrong with a declared system; null when it can be used. `file` is named in the text. */
export function declaredCrsProblem(declared: DeclaredCrs | null, file: string): Problem | null {
  if (declared === null || declared.crs !== null) return null;
  const outcome = parseCrs(declared.printed);
  const [problem] = outcome.ok ? [] : outcome.problems;
  if (problem?.code === 'crs-old-datum') {
    return { ...problem, where: { file }, text: `${file}：${problem.text}` };
  }
  const printed = /"([^"]*)"/.exec(declared.printed)?.[1] ?? declared.printed.slice(0, 60);
  return {
    code: 'crs-unreadable',
    severity: 'warning',
    where: { file },
    text: `${file}：文件声明的坐标系「${printed}」读不懂，坐标系要另外选定。`,
    mend: '请在下一步按数据来源选择坐标系，或在出图软件中以 WGS84 重新导出。',
  };
}
