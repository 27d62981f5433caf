// 图册 as sheets of paper: each area begins one with its map, headline and the head of its list; a long list runs on over
// sheets without a map, with its headings repeated.
import { formatDistance, formatEstimate } from '../ui/format';
import type { AtlasArea, AtlasRow } from './atlas-areas';
import { GRATICULE_BAND } from './page-layout';
import { placeLegend } from './page-legend';
import { type Box, PAPER, type PageMark, QUIET_INK, textMark } from './page-marks';
import { type Credits, creditMarks, mapMarks, northMarks, scaleMarks } from './page-parts';
import { type MapFrame, fittingDenominator, middleOf, roundDenominator } from './page-scale';
import { type PageSize, pageGrowth, pageMillimetres } from './page-size';
import type { PageSheet } from './page-svg';
import { type PageColumn, tableMarks, tableRoom } from './page-table';
import { brokenLines } from './page-text';
import type { ReportLegend } from './report-model';

/** Where the parts of an atlas stand, in millimetres; the same on every sheet. */
interface AtlasLayout {
  readonly width: number;
  readonly height: number;
  readonly growth: number;
  readonly title: Box;
  readonly headline: Box;
  readonly map: Box;
  readonly legend: Box;
  readonly north: Box;
  readonly scaleBar: Box;
  /** Below map and title of a first sheet. */
  readonly firstList: Box;
  /** Of the sheets that follow. */
  readonly nextList: Box;
  readonly credits: Box;
}

const MARGIN = 10;
const GAP = 3;
const TITLE_HEIGHT = 10;
const HEADLINE_HEIGHT = 11;
const CREDITS_HEIGHT = 20;
const FOOT_HEIGHT = 15;
const SIDE_WIDTH = 62;
const NORTH_WIDTH = 12;
/** Of the height between headline and credits. */
const MAP_SHARE = 0.52;

/** Upright paper: headline, map with its legend beside it, list below. */
export function atlasLayout(size: PageSize): AtlasLayout {
  const [width, height] = pageMillimetres(size, 'portrait');
  const growth = pageGrowth(size);
  const [margin, gap, foot] = [MARGIN * growth, GAP * growth, FOOT_HEIGHT * growth];
  const inner = { x: margin, width: width - 2 * margin };
  const title = { ...inner, y: margin, height: TITLE_HEIGHT * growth };
  const headline = { ...inner, y: title.y + title.height, height: HEADLINE_HEIGHT * growth };
  const creditsHeight = CREDITS_HEIGHT * growth;
  const credits = { ...inner, y: height - margin - creditsHeight, height: creditsHeight };
  const bottom = credits.y - gap;
  const top = headline.y + headline.height + gap;
  const mapHeight = (bottom - top) * MAP_SHARE;
  const sideWidth = SIDE_WIDTH * growth;
  const side = { x: inner.x + inner.width - sideWidth, width: sideWidth };
  const band = GRATICULE_BAND * growth;
  const footY = top + mapHeight - foot;
  const northWidth = NORTH_WIDTH * growth;
  const scaleX = side.x + northWidth + gap;
  const listTop = top + mapHeight + gap;
  const nextTop = title.y + title.height + gap;
  return {
    width,
    height,
    growth,
    title,
    headline,
    map: {
      x: inner.x + band,
      y: top + band,
      width: inner.width - sideWidth - gap - 2 * band,
      height: mapHeight - 2 * band,
    },
    legend: { ...side, y: top, height: mapHeight - foot - gap },
    north: { x: side.x, y: footY, width: northWidth, height: foot },
    scaleBar: { x: scaleX, y: footY, width: inner.x + inner.width - scaleX, height: foot },
    firstList: { ...inner, y: listTop, height: bottom - listTop },
    nextList: { ...inner, y: nextTop, height: bottom - nextTop },
    credits,
  };
}

/** One sheet: which rows of which area's list stand on it. */
export interface AtlasSheet {
  readonly areaAt: number;
  readonly isFirst: boolean;
  readonly fromRow: number;
  readonly toRow: number;
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
}

/** Sheets in order; every area has at least one, and every row stands on exactly one. */
export function atlasSheets(
  areas: readonly Pick<AtlasArea, 'uncovered'>[],
  layout: AtlasLayout,
): readonly AtlasSheet[] {
  const { growth, firstList, nextList } = layout;
  const [first, next] = [
    tableRoom(firstList.height, growth),
    Math.max(1, tableRoom(nextList.height, growth)),
  ];
  const sheets = areas.flatMap(({ uncovered: { length } }, areaAt) => {
    const more = Math.ceil(Math.max(0, length - first) / next);
    return Array.from({ length: 1 + more }, (_, at) => ({
      areaAt,
      isFirst: at === 0,
      fromRow: at === 0 ? 0 : Math.min(length, first + (at - 1) * next),
      toRow: Math.min(length, first + at * next),
    }));
  });
  return sheets.map((sheet, at) => ({ ...sheet, page: at + 1, pages: sheets.length }));
}

/** The map of an area: as large as a round scale allows. */
export function atlasFrame({ bounds }: Pick<AtlasArea, 'bounds'>, { map }: AtlasLayout): MapFrame {
  const room = 0.94;
  const exact = fittingDenominator(bounds, map.width * room, map.height * room);
  return { ...map, centre: middleOf(bounds), denominator: roundDenominator(exact) };
}

const COLUMNS: readonly PageColumn[] = [
  { heading: '序号', share: 0.06, align: 'right' },
  { heading: '村名', share: 0.25, align: 'left' },
  { heading: '乡镇', share: 0.13, align: 'left' },
  { heading: '距离(公里)', share: 0.1, align: 'right' },
  { heading: '最近项目', share: 0.22, align: 'left' },
  { heading: '贫困户(估算)', share: 0.11, align: 'right' },
  { heading: '贫困人口(估算)', share: 0.13, align: 'right' },
];

const METRES_PER_KILOMETRE = 1000;
const UNKNOWN = '—';

const amountText = (amount: AtlasRow['households']): string =>
  amount === null ? UNKNOWN : typeof amount === 'string' ? amount : formatEstimate(amount);

function cellsOf(row: AtlasRow, at: number, decimals: number): readonly string[] {
  const { distanceMetres, households, persons } = row;
  return [
    String(at + 1),
    row.name,
    row.township,
    distanceMetres === null ? UNKNOWN : (distanceMetres / METRES_PER_KILOMETRE).toFixed(decimals),
    row.nearest === '' ? UNKNOWN : row.nearest,
    amountText(households),
    amountText(persons),
  ];
}

function headlineMarks(
  distanceMetres: number,
  area: AtlasArea,
  { headline, growth }: AtlasLayout,
): readonly PageMark[] {
  const size = 3.3 * growth;
  const text = area.figures
    .map(({ label, value, range }) => `${label} ${value}${range === '' ? '' : `（${range}）`}`)
    .join('；');
  const lines = brokenLines(
    `服务距离 ${formatDistance(distanceMetres)}。${text}`,
    size,
    headline.width,
  );
  return lines
    .slice(0, 2)
    .map((line, at) => textMark(line, headline.x, headline.y + (at + 0.85) * size * 1.5, size));
}

export interface AtlasContent extends Credits {
  /** Of all pages: “未覆盖村图册”. */
  readonly title: string;
  readonly distanceMetres: number;
  /** Of the kilometres in the lists: none of distances that stand on a grid. */
  readonly kilometreDecimals: 0 | 2;
  /** What the map of the area shows. */
  readonly legends: readonly ReportLegend[];
}

/** `frame`: of the area's map, null on sheets that only carry on the list. */
export function composeAtlasSheet(
  layout: AtlasLayout,
  sheet: AtlasSheet,
  area: AtlasArea,
  frame: MapFrame | null,
  content: AtlasContent,
): PageSheet {
  const { width, height, growth, title, credits, legend, north, scaleBar } = layout;
  const box = frame ? layout.firstList : layout.nextList;
  const rows = area.uncovered.slice(sheet.fromRow, sheet.toRow);
  const heading = `${area.name}　未覆盖 ${area.uncovered.length} 村${sheet.isFirst ? '' : '（续）'}`;
  const number = `${content.title}　第 ${sheet.page} 页，共 ${sheet.pages} 页`;
  return {
    width,
    height,
    marks: [
      { kind: 'rect', x: 0, y: 0, width, height, fill: PAPER },
      textMark(heading, title.x, title.y + 6.5 * growth, 5.4 * growth, { isStrong: true }),
      textMark(number, title.x + title.width, title.y + 6.5 * growth, 2.6 * growth, {
        align: 'right',
        colour: QUIET_INK,
      }),
      ...(frame
        ? [
            ...headlineMarks(content.distanceMetres, area, layout),
            ...mapMarks(frame, growth, area.outline, true),
            ...placeLegend(content.legends, legend, growth).marks,
            ...northMarks(north, growth),
            ...scaleMarks(scaleBar, frame, growth),
          ]
        : []),
      ...(area.uncovered.length === 0
        ? [textMark('没有未覆盖的村。', box.x, box.y + 5 * growth, 3.2 * growth)]
        : rows.length === 0
          ? []
          : tableMarks(
              COLUMNS,
              rows.map((row, at) => cellsOf(row, sheet.fromRow + at, content.kilometreDecimals)),
              box,
              growth,
            )),
      ...creditMarks(credits, content, growth),
    ],
  };
}
