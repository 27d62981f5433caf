import type { PlanMark } from '../sources/plan-object-features';
import type { MapPalette } from './palette';

/** One colour a mark, on the map as in the legend and the list. */
export function planMarkColour(palette: MapPalette, mark: PlanMark): string {
  switch (mark) {
    case 'site':
      return palette.relocation;
    case 'zone':
    case 'belt':
    case 'reference':
      return palette.planObject[mark];
    default:
      return palette.project[mark];
  }
}

export const PLAN_MARKS: readonly PlanMark[] = [
  'site',
  'zone',
  'belt',
  'reference',
  'water',
  'power',
  'road',
  'facility',
];
