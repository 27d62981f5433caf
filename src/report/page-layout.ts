// Where the parts of a map page stand: boxes in millimetres that never overlap and never leave the page.
// Landscape: title, then map with a column at its right, then the credits. Portrait: the column becomes a panel below.
import type { Box } from './page-marks';
import { type Orientation, type PageSize, pageGrowth, pageMillimetres } from './page-size';

export const PAGE_PARTS = ['legend', 'locator', 'scaleBar', 'north', 'graticule'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

export interface PageSetup {
  readonly size: PageSize;
  readonly orientation: Orientation;
  readonly parts: Readonly<Record<PagePart, boolean>>;
  /** The 密级 line takes room only where there is one. */
  readonly hasSecrecy: boolean;
}

/** A part that is left out has no box. */
export interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly growth: number;
  readonly secrecy: Box | null;
  readonly title: Box;
  readonly map: Box;
  readonly legend: Box | null;
  readonly locator: Box | null;
  readonly scaleBar: Box | null;
  readonly north: Box | null;
  readonly credits: Box;
}

/** On A4; all grow with the page. */
const MARGIN = 10;
const GAP = 3;
const SECRECY_HEIGHT = 5;
const TITLE_HEIGHT = 13;
const CREDITS_HEIGHT = 20;
const COLUMN_WIDTH = 60;
const PANEL_HEIGHT = 58;
const LOCATOR_HEIGHT = 36;
const FOOT_HEIGHT = 15;
const NORTH_WIDTH = 12;
/** Round the map, for the degrees. */
export const GRATICULE_BAND = 4;

interface Sides {
  readonly body: Box;
  readonly growth: number;
  readonly parts: PageSetup['parts'];
}

type SideBoxes = Pick<PageLayout, 'legend' | 'locator' | 'scaleBar' | 'north'>;

/** North arrow and scale bar share one strip. */
function footBoxes(strip: Box, { growth, parts }: Sides): Pick<SideBoxes, 'scaleBar' | 'north'> {
  const northWidth = parts.north ? NORTH_WIDTH * growth : 0;
  const gap = parts.north && parts.scaleBar ? GAP * growth : 0;
  return {
    north: parts.north ? { ...strip, width: northWidth } : null,
    scaleBar: parts.scaleBar
      ? { ...strip, x: strip.x + northWidth + gap, width: strip.width - northWidth - gap }
      : null,
  };
}

/** From the bottom up: foot, locator; the legend has the rest. */
function columnBoxes(column: Box, sides: Sides): SideBoxes {
  const { growth, parts } = sides;
  const gap = GAP * growth;
  let bottom = column.y + column.height;
  const take = (height: number): Box => {
    const box = { x: column.x, y: bottom - height, width: column.width, height };
    bottom -= height + gap;
    return box;
  };
  const hasFoot = parts.north || parts.scaleBar;
  const foot = hasFoot
    ? footBoxes(take(FOOT_HEIGHT * growth), sides)
    : { north: null, scaleBar: null };
  const locator = parts.locator ? take(LOCATOR_HEIGHT * growth) : null;
  const legend = parts.legend ? { ...column, height: bottom - column.y } : null;
  return { ...foot, locator, legend };
}

function landscapeBoxes(sides: Sides): SideBoxes & { readonly map: Box } {
  const { body, growth } = sides;
  const width = COLUMN_WIDTH * growth;
  const column = { ...body, x: body.x + body.width - width, width };
  return {
    ...columnBoxes(column, sides),
    map: { ...body, width: body.width - width - GAP * growth },
  };
}

/** Without legend and locator only the foot is left, as high as it is. */
function portraitBoxes(sides: Sides): SideBoxes & { readonly map: Box } {
  const { body, growth, parts } = sides;
  const gap = GAP * growth;
  const height = (parts.legend || parts.locator ? PANEL_HEIGHT : FOOT_HEIGHT) * growth;
  const panel = { ...body, y: body.y + body.height - height, height };
  const rightWidth = parts.locator || parts.north || parts.scaleBar ? COLUMN_WIDTH * growth : 0;
  const right = { ...panel, x: panel.x + panel.width - rightWidth, width: rightWidth };
  const own = columnBoxes(right, { ...sides, parts: { ...parts, legend: false } });
  const legendWidth = panel.width - (rightWidth === 0 ? 0 : rightWidth + gap);
  return {
    ...own,
    legend: parts.legend ? { ...panel, width: legendWidth } : null,
    map: { ...body, height: body.height - height - gap },
  };
}

function inset(box: Box, by: number): Box {
  return {
    x: box.x + by,
    y: box.y + by,
    width: box.width - 2 * by,
    height: box.height - 2 * by,
  };
}

export function pageLayout({ size, orientation, parts, hasSecrecy }: PageSetup): PageLayout {
  const [width, height] = pageMillimetres(size, orientation);
  const growth = pageGrowth(size);
  const gap = GAP * growth;
  const inner = inset({ x: 0, y: 0, width, height }, MARGIN * growth);
  const secrecyHeight = hasSecrecy ? SECRECY_HEIGHT * growth : 0;
  const secrecy = hasSecrecy ? { ...inner, height: secrecyHeight } : null;
  const title = { ...inner, y: inner.y + secrecyHeight, height: TITLE_HEIGHT * growth };
  const creditsHeight = CREDITS_HEIGHT * growth;
  const credits = { ...inner, y: inner.y + inner.height - creditsHeight, height: creditsHeight };
  const top = title.y + title.height + gap;
  const body = { ...inner, y: top, height: credits.y - gap - top };
  const sides = { body, growth, parts };
  const hasSides = parts.legend || parts.locator || parts.scaleBar || parts.north;
  const split = orientation === 'landscape' ? landscapeBoxes : portraitBoxes;
  const boxes = hasSides
    ? split(sides)
    : { map: body, legend: null, locator: null, scaleBar: null, north: null };
  const map = parts.graticule ? inset(boxes.map, GRATICULE_BAND * growth) : boxes.map;
  return { width, height, growth, secrecy, title, credits, ...boxes, map };
}
