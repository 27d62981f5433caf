// Marks of villages that a comparison names, told apart by shape: a plus for one gained, a cross for one lost, a hollow
// diamond, round the dot of its state, for one that changed otherwise.
import type { MapPalette } from './palette';
import type { IconOutline } from './plan-icons';

export const CHANGE_MARKS = ['gained', 'lost', 'otherwise'] as const;
export type ChangeMark = (typeof CHANGE_MARKS)[number];

const HALF_ARM = 0.15;
const REACH = 0.47;

/** Corners of a plus, from the top, clockwise, round the middle of the box. */
const ARMS: IconOutline = [0, 1, 2, 3].flatMap((quarter) => {
  const turn = (x: number, y: number): readonly [number, number] => {
    const [cos, sin] = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ][quarter] as [number, number];
    return [x * cos - y * sin, x * sin + y * cos];
  };
  return [turn(-HALF_ARM, -REACH), turn(HALF_ARM, -REACH), turn(HALF_ARM, -HALF_ARM)];
});

const PLUS: IconOutline = ARMS.map(([x, y]) => [0.5 + x, 0.5 + y]);
const CROSS: IconOutline = ARMS.map(([x, y]) => [
  0.5 + (x - y) * Math.SQRT1_2,
  0.5 + (x + y) * Math.SQRT1_2,
]);
/** Out along the border and back along the hole, the other way round. */
const HOLLOW_DIAMOND: IconOutline = [
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
  [0.5, 0],
  [0.5, 0.24],
  [0.24, 0.5],
  [0.5, 0.76],
  [0.76, 0.5],
  [0.5, 0.24],
];

const OUTLINES: Readonly<Record<ChangeMark, IconOutline>> = {
  gained: PLUS,
  lost: CROSS,
  otherwise: HOLLOW_DIAMOND,
};

export function changeOutline(mark: ChangeMark): IconOutline {
  return OUTLINES[mark];
}

export function changeColour(palette: MapPalette, mark: ChangeMark): string {
  if (mark === 'gained') return palette.covered;
  return mark === 'lost' ? palette.planObject.reference : palette.column;
}

export const changeIcon = (mark: ChangeMark): string => `icon-change-${mark}`;
