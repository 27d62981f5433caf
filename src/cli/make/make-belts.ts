// Belts of sheet 产业带: whole counties, a line of given width by its places or from the file of shapes, or an outline from it.
import type { Geometry, LineString, Position } from 'geojson';
import type { Belt } from '../../domain/belt';
import type { Claim } from '../../domain/claim';
import type { Converter } from '../../io/crs-convert';
import { publishedGeometry } from '../../packs/make/published-geometry';
import type { PlanParts } from './make-plan';
import { type SheetRow, refuseRepeated } from './sheet-rows';

const COUNTY_DIGITS = 6;
const PLACE = /^\s*(-?\d+(?:\.\d+)?)\s*[,，]\s*(-?\d+(?:\.\d+)?)\s*$/;

/** A belt as belts.geojson has it. */
export type BeltRecord = Omit<Belt, 'shape'> & {
  readonly shapeKind: Belt['shape']['kind'];
  readonly widthMetres: number;
  readonly geometry: Geometry | null;
};

function lineIn(row: SheetRow, convert: Converter): LineString | null {
  const words = row
    .text('坐标')
    .split(/[;；]/)
    .filter((word) => word.trim() !== '');
  const coordinates = words.flatMap((word): Position[] => {
    const [, x, y] = PLACE.exec(word) ?? [];
    const moved = x === undefined || y === undefined ? null : convert(Number(x), Number(y));
    if (moved?.ok === true) return [[...moved.position]];
    const what = moved === null ? '不是一对坐标' : moved.what;
    row.fault('坐标', `「${word.trim()}」${what}`, '请写作 111.20,35.10；111.35,35.22，经度在前。');
    return [];
  });
  if (words.length === 1) row.fault('坐标', '只有一个点', '中心线至少两个点；整县的带请空着。');
  return coordinates.length < 2 ? null : { type: 'LineString', coordinates };
}

function geometryIn(row: SheetRow, { convert, shapes }: PlanParts): Geometry | null {
  const word = row.text('图形');
  if (word === '') return lineIn(row, convert);
  if (row.text('坐标') !== '') row.fault('图形', '坐标和图形都填了', '只填一处。');
  const shape = shapes.find(({ name, id }) => name === word || id === word);
  if (shape !== undefined && /LineString$|Polygon$/.test(shape.geometry.type))
    return shape.geometry;
  const what = shape === undefined ? `图形文件里没有「${word}」` : `「${word}」不是线，也不是面`;
  row.fault('图形', what, '请核对要素的名称；整县的带请空着。');
  return null;
}

export function makeBelts(parts: PlanParts): readonly Omit<BeltRecord, 'claimIds'>[] {
  const { book, names, sources } = parts;
  const rows = book.rows('产业带');
  refuseRepeated(rows, '编号');
  return rows.map((row) => {
    const countyCodes = names.list(row, '县', COUNTY_DIGITS);
    const geometry = geometryIn(row, parts);
    const isDrawn = row.text('坐标') !== '' || row.text('图形') !== '';
    if (!isDrawn && countyCodes.length === 0) {
      row.fault('县', '没有坐标和图形，也没有县', '整县的带请填县；否则填坐标或图形。');
    }
    const metres = (column: string): number => (isDrawn ? Math.ceil(row.neededNumber(column)) : 0);
    return {
      id: row.id('编号'),
      name: row.filled('名称'),
      shapeKind:
        geometry === null ? 'zone' : geometry.type.endsWith('Polygon') ? 'upland' : 'corridor',
      widthMetres: metres('宽度（米）'),
      shapeAccuracyMetres: metres('误差（米）'),
      countyCodes,
      chapter: row.filled('章节'),
      chapterText: row.filled('原文'),
      sourceIds: [sources.of(row)],
      note: row.text('备注'),
      geometry: geometry === null ? null : publishedGeometry(geometry),
    };
  });
}

/** Each with the claims that speak of it. */
export function withClaims(
  belts: readonly Omit<BeltRecord, 'claimIds'>[],
  claims: readonly Claim[],
): readonly BeltRecord[] {
  return belts.map((belt) => ({
    ...belt,
    claimIds: claims.filter(({ objectIds }) => objectIds.includes(belt.id)).map(({ id }) => id),
  }));
}
