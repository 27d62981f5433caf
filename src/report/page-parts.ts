// The parts of a printed map as marks: picture with graticule, inset, north arrow, scale bar, credits. North is up: bearing and
// pitch of the screen are not printed.
import type { Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import { NOT_A_BOUNDARY } from './export-footer';
import { graticule } from './page-graticule';
import { GRATICULE_BAND } from './page-layout';
import {
  type Box,
  HAIRLINE,
  INK,
  PAPER,
  type PageMark,
  type Point,
  QUIET_INK,
  textMark,
} from './page-marks';
import {
  type MapFrame,
  fittingDenominator,
  frameExtent,
  middleOf,
  onPage,
  scaleBar,
  scaleText,
} from './page-scale';
import { brokenLines, shortened } from './page-text';

/** Rings or lines in WGS84. */
export type Outline = readonly (readonly Position[])[];

export interface Credits {
  /** 制图单位; empty leaves a blank to fill in. */
  readonly organisation: string;
  /** 审图号; empty leaves a blank to fill in. */
  readonly approval: string;
  readonly date: string;
  readonly sources: string;
  /** What a reader of the sheet must know besides: resolution, parts left out. */
  readonly remarks: readonly string[];
}

/** All areas of the region, for the small map that shows where the large one lies. */
export interface Inset {
  readonly regionOutlines: readonly Outline[];
  readonly regionBounds: BoundingBox;
}

export const MAP_PICTURE = 'map';
const ACCENT = '#0B5CAD';
const BLANK = '＿＿＿＿＿＿';

function outlineMark(frame: MapFrame, outline: Outline, ink: object): PageMark {
  return {
    kind: 'path',
    paths: outline.map((ring) => thinned(ring.map(([x = 0, y = 0]) => onPage(frame, [x, y])))),
    isClosed: true,
    clip: { x: frame.x, y: frame.y, width: frame.width, height: frame.height },
    ...ink,
  };
}

/** Points closer than this on paper can not be told apart. */
const THINNEST_MM = 0.12;

function thinned(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= THINNEST_MM)
      kept.push(point);
  }
  return kept;
}

function graticuleMarks(frame: MapFrame, growth: number): PageMark[] {
  const { meridians, parallels } = graticule(frameExtent(frame));
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
  const size = 2.2 * growth;
  const off = 1 * growth;
  const colour = QUIET_INK;
  const line = (from: Point, to: Point): PageMark => ({
    kind: 'path',
    paths: [[from, to]],
    isClosed: false,
    line: HAIRLINE,
    lineWidth: 0.12 * growth,
    opacity: 0.7,
  });
  const vertical = meridians.flatMap(({ at, label }) => {
    const [x] = onPage(frame, [at, frame.centre[1]]);
    return [
      line([x, frame.y], [x, bottom]),
      textMark(label, x, frame.y - off, size, { align: 'middle', colour }),
      textMark(label, x, bottom + off + size * 0.8, size, { align: 'middle', colour }),
    ];
  });
  const horizontal = parallels.flatMap(({ at, label }) => {
    const [, y] = onPage(frame, [frame.centre[0], at]);
    const turned = { align: 'middle', colour, turn: 90 } as const;
    return [
      line([frame.x, y], [right, y]),
      textMark(label, frame.x - off, y, size, turned),
      textMark(label, right + off + size * 0.8, y, size, turned),
    ];
  });
  return [...vertical, ...horizontal];
}

export function mapMarks(
  frame: MapFrame,
  growth: number,
  highlight: Outline | null,
  hasNet: boolean,
): PageMark[] {
  const { x, y, width, height } = frame;
  const map = { x, y, width, height };
  const band = GRATICULE_BAND * growth;
  return [
    { kind: 'image', name: MAP_PICTURE, ...map },
    ...(highlight
      ? [outlineMark(frame, highlight, { line: ACCENT, lineWidth: 0.7 * growth })]
      : []),
    ...(hasNet ? graticuleMarks(frame, growth) : []),
    { kind: 'rect', ...map, line: INK, lineWidth: 0.3 * growth },
    ...(hasNet
      ? [
          {
            kind: 'rect',
            x: map.x - band,
            y: map.y - band,
            width: map.width + 2 * band,
            height: map.height + 2 * band,
            line: INK,
            lineWidth: 0.5 * growth,
          } as const,
        ]
      : []),
  ];
}

/** The region's areas with the extent of the map as a frame. */
export function locatorMarks(
  box: Box,
  frame: MapFrame,
  content: Inset,
  growth: number,
): PageMark[] {
  const heading = 4.6 * growth;
  const field = { x: box.x, y: box.y + heading, width: box.width, height: box.height - heading };
  const room = 0.92;
  const denominator = fittingDenominator(
    content.regionBounds,
    field.width * room,
    field.height * room,
  );
  const inset: MapFrame = { ...field, centre: middleOf(content.regionBounds), denominator };
  const [west, south, east, north] = frameExtent(frame);
  const [left, top] = onPage(inset, [west, north]);
  const [right, bottom] = onPage(inset, [east, south]);
  return [
    textMark('位置', box.x, box.y + 3.2 * growth, 3 * growth, { isStrong: true }),
    ...content.regionOutlines.map((outline) =>
      outlineMark(inset, outline, { fill: '#EFEBDD', line: HAIRLINE, lineWidth: 0.15 * growth }),
    ),
    {
      kind: 'path',
      paths: [
        [
          [left, top],
          [right, top],
          [right, bottom],
          [left, bottom],
        ],
      ],
      isClosed: true,
      clip: field,
      line: '#B42318',
      lineWidth: 0.4 * growth,
    },
    { kind: 'rect', ...field, line: HAIRLINE, lineWidth: 0.2 * growth },
  ];
}

export function northMarks(box: Box, growth: number): PageMark[] {
  const x = box.x + box.width / 2;
  const [top, foot] = [box.y + 4.2 * growth, box.y + 13.5 * growth];
  const [half, notch] = [2.6 * growth, 2.2 * growth];
  const side = (sign: 1 | -1, fill: string): PageMark => ({
    kind: 'path',
    paths: [
      [
        [x, top],
        [x + sign * half, foot],
        [x, foot - notch],
      ],
    ],
    isClosed: true,
    fill,
    line: INK,
    lineWidth: 0.2 * growth,
  });
  return [
    textMark('北', x, box.y + 3.2 * growth, 3.2 * growth, { align: 'middle', isStrong: true }),
    side(-1, INK),
    side(1, PAPER),
  ];
}

export function scaleMarks(box: Box, { denominator }: MapFrame, growth: number): PageMark[] {
  const bar = scaleBar(denominator, box.width - 14 * growth);
  const [x, y, height] = [box.x + 2 * growth, box.y + 10.6 * growth, 1.3 * growth];
  const part = bar.widthMm / 4;
  const size = 2.5 * growth;
  const labels = bar.labels.map((label, at) =>
    textMark(label, x + (at * bar.widthMm) / 2, y - 0.9 * growth, size, {
      align: at === 2 ? 'left' : 'middle',
    }),
  );
  return [
    textMark(`比例尺 ${scaleText(denominator)}`, box.x, box.y + 4 * growth, 3 * growth, {
      isStrong: true,
    }),
    ...labels,
    ...[0, 1, 2, 3].map((at): PageMark => ({
      kind: 'rect',
      x: x + at * part,
      y,
      width: part,
      height,
      fill: at % 2 === 0 ? INK : PAPER,
      line: INK,
      lineWidth: 0.15 * growth,
    })),
  ];
}

/** First line for the maker, the rest smaller; what does not fit into the box ends in “……”. */
export function creditMarks(credits: Box, content: Credits, growth: number): PageMark[] {
  const [size, small] = [2.5 * growth, 2.1 * growth];
  const [top, step] = [credits.y + 1.2 * growth, small * 1.38];
  const first = [
    `制图单位：${content.organisation || BLANK}`,
    `审图号：${content.approval || BLANK}`,
    `制图日期：${content.date}`,
    NOT_A_BOUNDARY,
  ].join('　　');
  const remarks = [...content.remarks, '上北；WGS84，Web 墨卡托投影，比例尺以图幅中心纬度为准'];
  const text = `${remarks.join('；')}。资料来源：${content.sources}`;
  const lines = brokenLines(text, small, credits.width);
  const firstHeight = size * 1.42;
  const most = Math.floor((credits.y + credits.height - top - firstHeight) / step);
  const shown = lines.slice(0, most);
  const last = shown.at(-1);
  if (lines.length > most && last !== undefined)
    shown[most - 1] = shortened(`${last}……`, small, credits.width);
  const rule = [
    [credits.x, credits.y],
    [credits.x + credits.width, credits.y],
  ] as const;
  return [
    { kind: 'path', paths: [rule], isClosed: false, line: HAIRLINE, lineWidth: 0.2 * growth },
    textMark(shortened(first, size, credits.width), credits.x, top + 0.8 * size, size),
    ...shown.map((line, at) =>
      textMark(line, credits.x, top + firstHeight + (at + 0.8) * step, small, {
        colour: QUIET_INK,
      }),
    ),
  ];
}
