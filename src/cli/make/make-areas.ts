// Counties, townships and villages from their sheets and the outlines: cells and spread points as in the shipped packs
// (packs/make). Faults go to the rows.
import { type County, type Township, countyCodeOf } from '../../domain/administrative';
import type { Village } from '../../domain/village';
import { POVERTY_CLASS_WORDS, VILLAGE_KIND_WORDS } from '../../domain/wording';
import type { Converter } from '../../io/crs-convert';
import { evenSpread } from '../../packs/make/even-spread';
import { type Areal, contains } from '../../packs/make/planar';
import { roundPosition } from '../../packs/make/published-geometry';
import { townshipCells } from '../../packs/make/township-cells';
import { type KnownPlace, placeVillages } from '../../packs/make/village-points';
import type { CountyOutline } from './county-outlines';
import { MAIN_DOCUMENT, type Sources } from './make-sources';
import { type PlacedPoint, type PointColumns, pointIn } from './point-in';
import { type SheetRow, type Workbook, refuseRepeated } from './sheet-rows';
import { POSITION_WORDS } from './template';

const [COUNTY_DIGITS, TOWNSHIP_DIGITS, VILLAGE_DIGITS] = [6, 9, 12] as const;

export interface MadeAreas {
  readonly counties: readonly County[];
  readonly townships: readonly (Township & { readonly sourceIds: readonly string[] })[];
  readonly villages: readonly Village[];
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  a.code < b.code ? -1 : 1;

/** The row's point; a fault and null where it lies outside the county. */
function placeOf(
  row: SheetRow,
  columns: PointColumns,
  convert: Converter,
  within: Areal,
): PlacedPoint | null {
  const place = pointIn(row, columns, convert);
  if (place === null || contains(within, [...place.position])) return place;
  const what = `坐标 ${place.position.join(', ')} 不在所属县内`;
  row.fault(columns.lng, what, '请核对坐标、坐标系和代码；经纬度不要填反。');
  return null;
}

function makeCounties(book: Workbook, outlines: readonly CountyOutline[]): County[] {
  const rows = book.rows('县');
  refuseRepeated(rows, '代码');
  return rows.flatMap((row): County[] => {
    const code = row.code('代码', COUNTY_DIGITS);
    const name = row.filled('名称');
    const povertyClass = row.neededChoice('类别', POVERTY_CLASS_WORDS) ?? 'unlisted';
    const found =
      outlines.find((one) => one.code === code) ?? outlines.find((one) => one.name === name);
    if (found === undefined) {
      row.fault(
        '代码',
        `县界文件里没有「${code} ${name}」`,
        '请核对代码或名称，或补上这个县的面。',
      );
      return [];
    }
    const [labelPoint = [0, 0]] = evenSpread(found.geometry, 1, []).map(roundPosition);
    return [{ code, name, povertyClass, labelPoint, geometry: found.geometry }];
  });
}

interface Below {
  readonly convert: Converter;
  readonly sources: Sources;
  readonly counties: ReadonlyMap<string, County>;
}

const SEAT = { lng: '驻地经度', lat: '驻地纬度', accuracy: '驻地误差（米）' };

function makeTownships(book: Workbook, { convert, sources, counties }: Below) {
  const rows = book.rows('乡镇');
  refuseRepeated(rows, '代码');
  const seats = rows.flatMap((row) => {
    const code = row.code('代码', TOWNSHIP_DIGITS);
    const name = row.filled('名称');
    const sourceIds = [sources.of(row)];
    const county = counties.get(countyCodeOf(code));
    if (county === undefined) {
      row.fault('代码', `「${code}」的前 6 位不是“县”表里的县`, '请核对代码，或补上县。');
      return [];
    }
    return [{ code, name, county, sourceIds, place: placeOf(row, SEAT, convert, county.geometry) }];
  });
  const cells = new Map<string, Areal>();
  for (const county of counties.values()) {
    const own = seats.filter((one) => one.county === county && one.place !== null);
    if (own.length === 0) continue;
    const points = own.map(({ code, place }) => ({ code, seat: [...(place?.position ?? [])] }));
    townshipCells(county.geometry, points).forEach((cell, code) => cells.set(code, cell));
  }
  return seats
    .map(({ code, name, county, sourceIds, place }) => ({
      code,
      name,
      countyCode: county.code,
      seat: place?.position ?? null,
      seatAccuracyMetres: place?.accuracyMetres ?? null,
      seatMethod: place === null ? ('unknown' as const) : ('gazetteer' as const),
      geometry: cells.get(code) ?? null,
      sourceIds,
    }))
    .sort(byCode);
}

/** Offices write the village's own name where the national list writes its committee's. */
function kindOf({ name, kind }: Village): Village['kind'] {
  return name.endsWith('村') ? 'village-committee' : kind;
}

const POINT = { lng: '经度', lat: '纬度', accuracy: '误差（米）' };

function makeVillages(book: Workbook, below: Below, townships: readonly Township[]): Village[] {
  const rows = book.rows('村');
  refuseRepeated(rows, '代码');
  const known = new Map<string, KnownPlace>();
  const kinds = new Map<string, Village['kind']>();
  const seats = new Set(townships.map(({ code }) => code));
  const units = rows.map((row) => {
    const code = row.code('代码', VILLAGE_DIGITS);
    const name = row.filled('名称');
    const kind = row.choice('类型', VILLAGE_KIND_WORDS);
    if (kind !== null) kinds.set(code, kind);
    const county = below.counties.get(countyCodeOf(code));
    if (county === undefined || !seats.has(code.slice(0, TOWNSHIP_DIGITS))) {
      row.fault('代码', `「${code}」的前 9 位不是“乡镇”表里的乡镇`, '请核对代码，或补上乡镇。');
      return { code, name };
    }
    const place = placeOf(row, POINT, below.convert, county.geometry);
    if (place !== null) {
      const method = row.neededChoice('定位方式', POSITION_WORDS) ?? 'gazetteer';
      const { position, accuracyMetres } = place;
      const sourceId = below.sources.of(row);
      known.set(code, { position: [...position], accuracyMetres, method, sourceId });
    }
    return { code, name };
  });
  if (book.faults.length > 0) return [];
  return townships.flatMap((township) => {
    const county = below.counties.get(township.countyCode);
    if (county === undefined) return [];
    return placeVillages({
      townshipCode: township.code,
      units: units.filter(({ code }) => code.startsWith(township.code)).sort(byCode),
      county: county.geometry,
      cell: township.geometry,
      known,
      listSourceId: MAIN_DOCUMENT,
    }).map((village) => ({ ...village, kind: kinds.get(village.code) ?? kindOf(village) }));
  });
}

/** `convert`: the workbook's coordinates to WGS84. With faults the result is not whole. */
export function makeAreas(
  book: Workbook,
  outlines: readonly CountyOutline[],
  convert: Converter,
  sources: Sources,
): MadeAreas {
  const counties = makeCounties(book, outlines).sort(byCode);
  const below = { convert, sources, counties: new Map(counties.map((one) => [one.code, one])) };
  const townships = makeTownships(book, below);
  return { counties, townships, villages: makeVillages(book, below, townships) };
}
