// One map page as a list of marks: the same list makes preview and print.
import { placeLegend } from './page-legend';
import type { PageLayout } from './page-layout';
import { PAPER, type PageMark, textMark } from './page-marks';
import {
  type Credits,
  type Inset,
  creditMarks,
  locatorMarks,
  mapMarks,
  northMarks,
  scaleMarks,
} from './page-parts';
import type { MapFrame } from './page-scale';
import { shortened } from './page-text';
import type { ReportLegend } from './report-model';

export interface PageContent extends Credits, Inset {
  readonly title: string;
  /** 密级, as it is to stand; empty without. */
  readonly secrecy: string;
  readonly legends: readonly ReportLegend[];
}

export interface ComposedPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PageMark[];
  /** Rows of the legend for which the page has no room. */
  readonly legendLeftOut: number;
}

function titleMarks({ title, secrecy, growth }: PageLayout, content: PageContent): PageMark[] {
  const size = 6.6 * growth;
  const text = shortened(content.title, size, title.width);
  const middle = title.x + title.width / 2;
  return [
    ...(secrecy
      ? [
          textMark(content.secrecy, secrecy.x, secrecy.y + 3.6 * growth, 3.6 * growth, {
            isStrong: true,
          }),
        ]
      : []),
    textMark(text, middle, title.y + title.height * 0.7, size, { align: 'middle', isStrong: true }),
  ];
}

/** `frame` must be the layout's map box with centre and scale. */
export function composePage(
  layout: PageLayout,
  frame: MapFrame,
  content: PageContent,
  hasGraticule: boolean,
): ComposedPage {
  const { width, height, growth, legend, locator, north, scaleBar: bar } = layout;
  const placed = legend && placeLegend(content.legends, legend, growth);
  const leftOut = placed?.leftOut ?? 0;
  const remarks = [
    ...content.remarks,
    ...(leftOut === 0 ? [] : [`图例另有 ${leftOut} 项放不下，见单独的图例`]),
  ];
  return {
    width,
    height,
    marks: [
      { kind: 'rect', x: 0, y: 0, width, height, fill: PAPER },
      ...titleMarks(layout, content),
      ...mapMarks(frame, growth, null, hasGraticule),
      ...(placed?.marks ?? []),
      ...(locator ? locatorMarks(locator, frame, content, growth) : []),
      ...(north ? northMarks(north, growth) : []),
      ...(bar ? scaleMarks(bar, frame, growth) : []),
      ...creditMarks(layout.credits, { ...content, remarks }, growth),
    ],
    legendLeftOut: leftOut,
  };
}
