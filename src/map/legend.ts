// Samples of how things are drawn, from the same palette and hatches as the map itself. Words and counts are the
// caller's; the shapes fit the legend widget of src/ui, which the map does not know.
import { COVERAGE_STATES, type CoverageState } from '../analysis/coverage-result';
import type { OverlapClass } from '../analysis/overlap-summary';
import type { ProjectKind } from '../domain/project';
import type { SwatchSpec } from '../domain/swatch';
import type { CountyStatus } from '../domain/timeline';
import {
  type DotSymbol,
  coverageSymbols,
  overlapSymbols,
  villageSymbols,
} from './layers/village-attributes';
import type { MapTheme } from './map-types';
import type { PlanMark } from './sources/plan-object-features';
import { type ChangeMark, changeColour, changeOutline } from './style/change-icons';
import { IMPORT_DASH, IMPORT_FILL_OPACITY } from './style/import-layers';
import { mapPalette } from './style/palette';
import { planOutline } from './style/plan-icons';
import { planMarkColour } from './style/plan-marks';
import { PLAN_FILL_OPACITY } from './style/plan-object-layers';
import {
  NO_DATA_HATCH,
  PATTERN_PIXEL_RATIO,
  PROJECT_HATCH,
  REFERENCE_HATCH,
  RELOCATION_HATCH,
  STATUS_HATCH,
  STATUS_LINE,
} from './style/pattern-images';

export function noDataSwatch(theme: MapTheme): SwatchSpec {
  return hatch(mapPalette(theme).noData, NO_DATA_HATCH.direction, NO_DATA_HATCH.linePixels);
}

export function statusSwatch(theme: MapTheme, status: CountyStatus): SwatchSpec {
  const background = mapPalette(theme).status[status];
  const { direction, line } = STATUS_HATCH[status];
  if (line === 0) return { kind: 'fill', color: background };
  return { ...hatch(STATUS_LINE[status], direction, line), background };
}

const STATE_VARIANTS = {
  'not-covered': 'dot',
  possible: 'hollow-dashed',
  'covered-as-drawn': 'ringed',
  'covered-certain': 'solid',
} as const satisfies Record<CoverageState, string>;

export function coverageSwatch(theme: MapTheme, state: CoverageState): SwatchSpec {
  const { fill, line } = coverageSymbols(mapPalette(theme))[COVERAGE_STATES.indexOf(state)]!;
  return { kind: 'symbol', variant: STATE_VARIANTS[state], color: css(line[3] > 0 ? line : fill) };
}

/** A mark of a comparison. */
export function changeSwatch(theme: MapTheme, mark: ChangeMark | 'old-place'): SwatchSpec {
  const palette = mapPalette(theme);
  return mark === 'old-place'
    ? { kind: 'line', color: palette.outline, width: 1.8, dash: [2.5, 2] }
    : { kind: 'outline', color: changeColour(palette, mark), outline: changeOutline(mark) };
}

/** Neutral village dots: position known (disc) or only its township or county (ring). */
export function villageSwatch(theme: MapTheme, position: 'known' | 'uncertain'): SwatchSpec {
  return dotSwatch(villageSymbols(mapPalette(theme))[position === 'known' ? 0 : 1], 1.6);
}

/** Village dots by how many projects reach them. */
export function overlapSwatch(theme: MapTheme, overlapClass: OverlapClass): SwatchSpec {
  return dotSwatch(overlapSymbols(mapPalette(theme))[overlapClass] as DotSymbol, 1.2);
}

/** A dot of the map, larger. */
function dotSwatch(symbol: DotSymbol, scale: number): SwatchSpec {
  return {
    kind: 'point',
    fill: css(symbol.fill),
    stroke: css(symbol.line),
    strokeWidth: symbol.lineWidth * 1.3,
    radius: symbol.radius * scale,
  };
}

/** `form`: a real line, a schematic line, places only, or the scope of a project without any place. */
export function projectSwatch(
  theme: MapTheme,
  kind: ProjectKind,
  form: 'line' | 'schematic' | 'point' | 'scope',
): SwatchSpec {
  const palette = mapPalette(theme);
  const color = palette.project[kind];
  switch (form) {
    case 'line':
      return { kind: 'line', color, width: 2.2 };
    case 'schematic':
      return { kind: 'line', color, width: 2.2, dash: [3, 1.4] };
    case 'point':
      return { kind: 'point', fill: palette.halo, stroke: color, strokeWidth: 2, radius: 4 };
    case 'scope':
      return hatch(color, PROJECT_HATCH.direction, PROJECT_HATCH.linePixels);
  }
}

export function relocationSwatch(theme: MapTheme): SwatchSpec {
  const { direction, linePixels } = RELOCATION_HATCH;
  return hatch(mapPalette(theme).relocation, direction, linePixels);
}

/** `index`: the belt's place among the belts given to the map. */
export function beltSwatch(theme: MapTheme, index: number): SwatchSpec {
  const { belts } = mapPalette(theme);
  const tint = belts[index % belts.length]!;
  return { kind: 'fill', color: tint.fill, opacity: 0.3, outline: tint.line };
}

/** A layer of the user's own, by the shape of its features. */
export function importSwatch(theme: MapTheme, shape: 'area' | 'line' | 'point'): SwatchSpec {
  const { imported: color, halo } = mapPalette(theme);
  switch (shape) {
    case 'area':
      return { kind: 'fill', color, opacity: IMPORT_FILL_OPACITY, outline: color };
    case 'line':
      return { kind: 'line', color, width: 2, dash: IMPORT_DASH };
    case 'point':
      return { kind: 'point', fill: color, stroke: halo, strokeWidth: 1.2, radius: 4 };
  }
}

/** A 规划对象 of a kind, by the shape of its geometry. */
export function planObjectSwatch(
  theme: MapTheme,
  mark: PlanMark,
  shape: 'area' | 'line' | 'point',
): SwatchSpec {
  const color = planMarkColour(mapPalette(theme), mark);
  switch (shape) {
    case 'area':
      if (mark === 'reference')
        return hatch(color, REFERENCE_HATCH.direction, REFERENCE_HATCH.linePixels);
      return { kind: 'fill', color, opacity: PLAN_FILL_OPACITY, outline: color };
    case 'line':
      return { kind: 'line', color, width: 2.6 };
    case 'point':
      return { kind: 'outline', color, outline: planOutline(mark) };
  }
}

/** The lines from the villages to the site that they move to; their width goes by people. */
export function planFlowSwatch(theme: MapTheme): SwatchSpec {
  return { kind: 'line', color: mapPalette(theme).relocation, width: 2 };
}

export type BaseSample =
  | 'river'
  | 'river-schematic'
  | 'lake'
  | 'mountain'
  | 'tableland'
  | 'peak'
  | 'road'
  | 'protected-area'
  | 'county-line'
  | 'township-line'
  | 'reach'
  | 'columns';

export function baseSwatch(theme: MapTheme, sample: BaseSample): SwatchSpec {
  const palette = mapPalette(theme);
  const samples: Readonly<Record<BaseSample, SwatchSpec>> = {
    river: { kind: 'line', color: palette.river, width: 2 },
    'river-schematic': { kind: 'line', color: palette.river, width: 2, dash: [4, 2] },
    lake: { kind: 'fill', color: palette.lake, outline: palette.lakeLine },
    mountain: { kind: 'fill', color: palette.mountain, outline: palette.reliefLine },
    tableland: { kind: 'fill', color: palette.tableland, outline: palette.reliefLine },
    peak: { kind: 'triangle', color: palette.reliefLabel },
    road: { kind: 'line', color: palette.road, width: 1.8, dash: [5, 2.5] },
    'protected-area': {
      kind: 'fill',
      color: palette.protectedArea,
      opacity: 0.3,
      outline: palette.protectedArea,
    },
    'county-line': { kind: 'line', color: palette.countyLine, width: 1.4 },
    'township-line': { kind: 'line', color: palette.townshipLine, width: 1 },
    reach: { kind: 'fill', color: palette.reach, opacity: 0.12, outline: palette.reach },
    columns: { kind: 'column', color: palette.column },
  };
  return samples[sample];
}

function hatch(color: string, direction: '/' | '\\', devicePixels: number) {
  return {
    kind: 'hatch',
    color,
    direction,
    lineWidth: devicePixels / PATTERN_PIXEL_RATIO,
  } as const;
}

function css([red, green, blue, alpha]: readonly [number, number, number, number]): string {
  return `rgb(${red} ${green} ${blue} / ${(alpha / 255).toFixed(2)})`;
}
