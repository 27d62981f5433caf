// What stands on a page, in millimetres from its top left: the one list that preview (page-svg.ts), PDF (pdf-file.ts) and
// legend file are drawn from, so that they are equal.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

export interface Ink {
  /** CSS colours, hex or rgb(). */
  readonly fill?: string;
  readonly line?: string;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
  /** 0..1, of all of it. */
  readonly opacity?: number;
}

export type PageMark =
  | ({ readonly kind: 'rect' } & Box & Ink)
  | ({
      readonly kind: 'path';
      readonly paths: readonly (readonly Point[])[];
      readonly isClosed: boolean;
      /** What lies outside is not drawn. */
      readonly clip?: Box;
    } & Ink)
  | ({
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
    } & Ink)
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Of the baseline, at the side that `align` names. */
      readonly x: number;
      readonly y: number;
      /** Em. */
      readonly size: number;
      readonly align: 'left' | 'middle' | 'right';
      readonly colour: string;
      readonly isStrong: boolean;
      /** Degrees, counter-clockwise. */
      readonly turn: 0 | 90;
    }
  /** A picture by its name among the page's pictures. */
  | ({ readonly kind: 'image'; readonly name: string } & Box);

export const PAPER = '#ffffff';
export const INK = '#1F2933';
export const QUIET_INK = '#52606D';
export const HAIRLINE = '#9AA5B1';

interface TextStyle {
  readonly align?: 'left' | 'middle' | 'right';
  readonly colour?: string;
  readonly isStrong?: boolean;
  readonly turn?: 0 | 90;
}

export function textMark(
  text: string,
  x: number,
  y: number,
  size: number,
  { align = 'left', colour = INK, isStrong = false, turn = 0 }: TextStyle = {},
): PageMark {
  return { kind: 'text', text, x, y, size, align, colour, isStrong, turn };
}
