// Coordinate systems that files are written in; the conversion itself is export-geometry.ts, which the page does not load.
//
// wgs84, cgcs2000 (EPSG:4490): the numbers as they are; the two differ by less than a metre, which is below every
//   accuracy that we hold.
// zones: Gauss-Krüger on GRS80, scale 1, false easting 500 km, with or without the zone number in front (x 1,000 km).
// gcj02, bd09: by gcoord; offset systems of web maps, without an EPSG code and without a .prj of their own.
// web-mercator: EPSG:3857, sphere of 6,378,137 m. Its metres are no ground metres.
import type { BoundingBox } from '../domain/lng-lat';

export interface ExportCrs {
  /** As `parseCrs` reads it: "wgs84", "epsg:4546", "gcj02" … */
  readonly id: string;
  readonly title: string;
  readonly kind: 'geographic' | 'offset' | 'zone' | 'web-mercator';
  /** null for the offset systems. */
  readonly epsg: number | null;
  /** ESRI well-known text for a .prj; null for the offset systems. */
  readonly wkt: string | null;
  /** Headings of the two coordinate columns of a table: longitude or easting first. */
  readonly axes: readonly [string, string];
  /** Decimals written: 0.1 mm. */
  readonly decimals: number;
  /** Chinese; empty where nothing must be known. */
  readonly warning: string;
  /** Set for zones only. */
  readonly zone: {
    readonly number: number;
    readonly widthDegrees: 3 | 6;
    readonly meridian: number;
    readonly falseEastingMetres: number;
  } | null;
}

const DEGREE_AXES = ['经度', '纬度'] as const;
const METRE_AXES = ['横坐标(东,米)', '纵坐标(北,米)'] as const;
const DEGREE = 'UNIT["Degree",0.0174532925199433]';
const GREENWICH = 'PRIMEM["Greenwich",0.0]';
const WGS84_WKT = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${GREENWICH},${DEGREE}]`;
const CGCS2000_WKT = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],${GREENWICH},${DEGREE}]`;
const OFFSET_WARNING =
  '是加过偏移的网络地图坐标，与实地差数百米；只供叠到同类地图上，不作测量依据。';

function geographic(id: string, title: string, epsg: number, wkt: string): ExportCrs {
  const rest = { axes: DEGREE_AXES, decimals: 9, warning: '', zone: null };
  return { id, title, kind: 'geographic', epsg, wkt, ...rest };
}

function offset(id: 'gcj02' | 'bd09', name: string, maps: string): ExportCrs {
  const axes = [`经度(${name})`, `纬度(${name})`] as const;
  const title = `${name} 经纬度（${maps}，有偏移）`;
  const warning = `${name} ${OFFSET_WARNING}`;
  return {
    id,
    title,
    kind: 'offset',
    epsg: null,
    wkt: null,
    axes,
    decimals: 9,
    warning,
    zone: null,
  };
}

export const WGS84_OUT = geographic('wgs84', 'WGS84 经纬度（EPSG:4326）', 4326, WGS84_WKT);

const CGCS2000_OUT = geographic('cgcs2000', 'CGCS2000 经纬度（EPSG:4490）', 4490, CGCS2000_WKT);

const WEB_MERCATOR_OUT: ExportCrs = {
  id: 'epsg:3857',
  title: 'Web 墨卡托（EPSG:3857）',
  kind: 'web-mercator',
  epsg: 3857,
  wkt: `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS84_WKT},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`,
  axes: METRE_AXES,
  decimals: 4,
  warning: 'Web 墨卡托的米不是实地米（北纬 35° 处长约 1.22 倍），不能用来量距离和面积。',
  zone: null,
};

/** EPSG codes: [3 degrees with the zone number, without], [6 degrees with, without], each of its first zone. */
const FIRST_EPSG = { 3: [4513, 4534], 6: [4491, 4502] } as const;
const FIRST_ZONE = { 3: 25, 6: 13 } as const;
const LAST_ZONE = { 3: 45, 6: 23 } as const;

function meridianOf(zone: number, widthDegrees: 3 | 6): number {
  return widthDegrees === 3 ? zone * 3 : zone * 6 - 3;
}

function zoneCrs(zone: number, widthDegrees: 3 | 6, hasPrefix: boolean): ExportCrs {
  const meridian = meridianOf(zone, widthDegrees);
  const epsg = FIRST_EPSG[widthDegrees][hasPrefix ? 0 : 1] + zone - FIRST_ZONE[widthDegrees];
  const falseEastingMetres = 500_000 + (hasPrefix ? zone * 1e6 : 0);
  const belt = widthDegrees === 3 ? 'CGCS2000_3_Degree_GK' : 'CGCS2000_GK';
  const name = hasPrefix ? `${belt}_Zone_${zone}` : `${belt}_CM_${meridian}E`;
  const easting = hasPrefix ? '横坐标带带号' : '横坐标不带带号';
  return {
    id: `epsg:${epsg}`,
    title: `CGCS2000 ${widthDegrees} 度带 ${zone} 带（中央经线 ${meridian}°，${easting}，EPSG:${epsg}）`,
    kind: 'zone',
    epsg,
    wkt: `PROJCS["${name}",${CGCS2000_WKT},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${falseEastingMetres}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
    axes: METRE_AXES,
    decimals: 4,
    warning: '',
    zone: { number: zone, widthDegrees, meridian, falseEastingMetres },
  };
}

/** The zone whose central meridian is nearest to this longitude, held to the zones of China. */
function nearestZone(lng: number, widthDegrees: 3 | 6): number {
  const zone = widthDegrees === 3 ? Math.round(lng / 3) : Math.floor(lng / 6) + 1;
  return Math.min(Math.max(zone, FIRST_ZONE[widthDegrees]), LAST_ZONE[widthDegrees]);
}

/** Zones that the box touches, the one of its middle first. */
function zonesOf([west, , east]: BoundingBox, widthDegrees: 3 | 6): readonly number[] {
  const middle = nearestZone((west + east) / 2, widthDegrees);
  const [first, last] = [nearestZone(west, widthDegrees), nearestZone(east, widthDegrees)];
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [middle, ...all.filter((zone) => zone !== middle)];
}

/** 3-degree zone of the middle of the region, without the zone number: what a drawing office asks for first. */
export function suggestedZoneCrs(bbox: BoundingBox): ExportCrs {
  return zoneCrs(nearestZone((bbox[0] + bbox[2]) / 2, 3), 3, false);
}

/** Every system that files of this region can be written in, the usual ones first. */
export function exportCrsChoices(bbox: BoundingBox): readonly ExportCrs[] {
  const zones = ([3, 6] as const).flatMap((width) =>
    zonesOf(bbox, width).flatMap((zone) => [
      zoneCrs(zone, width, false),
      zoneCrs(zone, width, true),
    ]),
  );
  return [
    WGS84_OUT,
    CGCS2000_OUT,
    ...zones,
    offset('gcj02', 'GCJ-02', '高德、腾讯'),
    offset('bd09', 'BD-09', '百度'),
    WEB_MERCATOR_OUT,
  ];
}
