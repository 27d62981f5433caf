// Fill patterns and small icons computed as pixels, so that the style needs no sprite file.
// A hatch tile repeats seamlessly because its lines x ± y = k·spacing have a spacing that divides the tile.
import type { CountyStatus } from '../../domain/timeline';
import type { ProjectKind } from '../../domain/project';
import type { PlanMark } from '../sources/plan-object-features';
import { CHANGE_MARKS, changeColour, changeIcon, changeOutline } from './change-icons';
import { rgba, type MapPalette } from './palette';
import type { PixelImage } from './pixel-image';
import { iconImage, planOutline } from './plan-icons';
import { PLAN_MARKS, planMarkColour } from './plan-marks';

/** Device pixels per CSS pixel of every image here. */
export const PATTERN_PIXEL_RATIO = 2;

export const NO_DATA_PATTERN = 'hatch-no-data';
export const RELOCATION_PATTERN = 'hatch-relocation';
export const PEAK_ICON = 'icon-peak';
export const REFERENCE_PATTERN = 'hatch-reference';
export const planIcon = (mark: PlanMark): string => `icon-plan-${mark}`;
export const projectPattern = (kind: ProjectKind): string => `hatch-${kind}`;
export const statusPattern = (status: CountyStatus): string => `status-${status}`;

export interface HatchOptions {
  readonly tilePixels: number;
  /** '/' rises to the right, '\' falls. */
  readonly direction: '/' | '\\';
  readonly linePixels: number;
  readonly alpha: number;
  /** Solid ground under the lines, or none. */
  readonly background?: string;
}

/** Diagonal hatch, one anti-aliased line a tile. */
export function hatchImage(colour: string, options: HatchOptions): PixelImage {
  const { tilePixels: size, linePixels } = options;
  const data = new Uint8ClampedArray(size * size * 4);
  const line = rgba(colour);
  const ground = options.background ? rgba(options.background) : null;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const phase = options.direction === '/' ? x + y : x - y + size;
      const across = Math.abs((phase % size) - size / 2) * Math.SQRT1_2;
      const cover = Math.min(1, Math.max(0, linePixels / 2 + 0.5 - across)) * options.alpha;
      const at = (y * size + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const under = ground ? ground[channel]! : line[channel]!;
        data[at + channel] = ground ? under + (line[channel]! - under) * cover : under;
      }
      data[at + 3] = ground ? 255 : cover * 255;
    }
  }
  return { width: size, height: size, data };
}

/** A filled triangle, point up, for peaks. */
export function triangleImage(colour: string, size: number): PixelImage {
  const data = new Uint8ClampedArray(size * size * 4);
  const [red, green, blue] = rgba(colour);
  for (let y = 0; y < size; y++) {
    const half = ((y + 1) / size) * (size / 2);
    for (let x = 0; x < size; x++) {
      const inside = Math.min(1, Math.max(0, half - Math.abs(x + 0.5 - size / 2) + 0.5));
      data.set([red, green, blue, inside * 255], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}

export const NO_DATA_HATCH = {
  tilePixels: 18,
  direction: '/',
  linePixels: 1.4,
  alpha: 0.6,
} as const satisfies HatchOptions;

export const RELOCATION_HATCH = {
  tilePixels: 20,
  direction: '\\',
  linePixels: 2,
  alpha: 0.55,
} as const satisfies HatchOptions;

export const PROJECT_HATCH = {
  tilePixels: 24,
  direction: '/',
  linePixels: 1.8,
  alpha: 0.45,
} as const satisfies HatchOptions;

export const REFERENCE_HATCH = {
  tilePixels: 16,
  direction: '\\',
  linePixels: 2,
  alpha: 0.6,
} as const satisfies HatchOptions;

/** Device pixels. */
const PLAN_ICON_PIXELS = 36;

/** Status keeps apart in grey too: denser or opposite hatch for the poor, plain for the cleared. */
export const STATUS_HATCH: Readonly<Record<CountyStatus, { direction: '/' | '\\'; line: number }>> =
  {
    poor: { direction: '/', line: 3 },
    exiting: { direction: '\\', line: 2 },
    consolidating: { direction: '/', line: 0 },
    'scattered-poor': { direction: '/', line: 1.2 },
    'scattered-cleared': { direction: '/', line: 0 },
    'with-task': { direction: '\\', line: 1.2 },
    'task-done': { direction: '/', line: 0 },
    unlisted: { direction: '/', line: 0 },
  };

export const STATUS_LINE: Readonly<Record<CountyStatus, string>> = {
  poor: '#9E4524',
  exiting: '#C4802F',
  consolidating: '#8FBFA8',
  'scattered-poor': '#A99A78',
  'scattered-cleared': '#CBDDD3',
  'with-task': '#B08A55',
  'task-done': '#BCD6C6',
  unlisted: '#DCE1E4',
};

/** Every image that the style names, by id. */
export function patternImages(palette: MapPalette): ReadonlyMap<string, PixelImage> {
  const images = new Map<string, PixelImage>();
  images.set(NO_DATA_PATTERN, hatchImage(palette.noData, NO_DATA_HATCH));
  images.set(RELOCATION_PATTERN, hatchImage(palette.relocation, RELOCATION_HATCH));
  for (const kind of ['water', 'power', 'road', 'facility'] as const) {
    images.set(projectPattern(kind), hatchImage(palette.project[kind], PROJECT_HATCH));
  }
  for (const [status, hatch] of Object.entries(STATUS_HATCH)) {
    const key = status as CountyStatus;
    const image = hatchImage(STATUS_LINE[key], {
      tilePixels: 16,
      direction: hatch.direction,
      linePixels: hatch.line,
      alpha: hatch.line > 0 ? 0.8 : 0,
      background: palette.status[key],
    });
    images.set(statusPattern(key), image);
  }
  images.set(REFERENCE_PATTERN, hatchImage(palette.planObject.reference, REFERENCE_HATCH));
  for (const mark of PLAN_MARKS) {
    const colour = planMarkColour(palette, mark);
    const image = iconImage(colour, palette.halo, PLAN_ICON_PIXELS, planOutline(mark));
    images.set(planIcon(mark), image);
  }
  for (const mark of CHANGE_MARKS) {
    const colour = changeColour(palette, mark);
    const image = iconImage(colour, palette.halo, PLAN_ICON_PIXELS, changeOutline(mark));
    images.set(changeIcon(mark), image);
  }
  images.set(PEAK_ICON, triangleImage(palette.reliefLabel, 14));
  return images;
}
