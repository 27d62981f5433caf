// Paper sizes of ISO 216 and how drawing grows with them.

export const PAGE_SIZES = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type PageSize = (typeof PAGE_SIZES)[number];
export type Orientation = 'landscape' | 'portrait';

const PORTRAIT_MM: Readonly<Record<PageSize, readonly [width: number, height: number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
};

/** A larger sheet is read from farther away: text, symbols and lines of the map grow by this factor, less than the sheet. */
const GROWTH: Readonly<Record<PageSize, number>> = { A4: 1, A3: 1.2, A2: 1.45, A1: 1.8, A0: 2.2 };

export function pageMillimetres(
  size: PageSize,
  orientation: Orientation,
): readonly [width: number, height: number] {
  const [short, long] = PORTRAIT_MM[size];
  return orientation === 'portrait' ? [short, long] : [long, short];
}

export function pageGrowth(size: PageSize): number {
  return GROWTH[size];
}

const MM_PER_INCH = 25.4;
const CSS_PIXELS_PER_INCH = 96;

/** Millimetres of paper that a CSS pixel of the map takes. */
export function pixelMillimetres(size: PageSize): number {
  return (MM_PER_INCH / CSS_PIXELS_PER_INCH) * GROWTH[size];
}

/** What print asks of a picture. */
export const PRINT_DPI = 300;

export function dotsFor(millimetres: number, dpi: number): number {
  return Math.round((millimetres / MM_PER_INCH) * dpi);
}

export function dpiOf(dots: number, millimetres: number): number {
  return (dots * MM_PER_INCH) / millimetres;
}
