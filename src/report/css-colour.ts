// CSS colours for Office files, which know six hex digits and an opacity apart.

export interface OfficeColour {
  /** Six digits, upper case, without "#". */
  readonly hex: string;
  /** 0..1 */
  readonly opacity: number;
}

const two = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

/**
 * "#abc", "#aabbcc", "#aabbccdd", "rgb(1 2 3 / 0.5)", "rgba(1, 2, 3, 0.5)". Throws on any other notation: the map's
 * palette has none, and a wrong colour in a legend would be a lie.
 */
export function officeColour(css: string): OfficeColour {
  const text = css.trim();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return {
      hex: short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')
        .toUpperCase(),
      opacity: 1,
    };
  const long = /^#([0-9a-f]{6})([0-9a-f]{2})?$/i.exec(text);
  if (long?.[1]) {
    const alpha = long[2] === undefined ? 255 : Number.parseInt(long[2], 16);
    return { hex: long[1].toUpperCase(), opacity: alpha / 255 };
  }
  const parts = /^rgba?\(([^)]*)\)$/i
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  const [red, green, blue, alpha = 1] = parts ?? [];
  if (red === undefined || green === undefined || blue === undefined || parts?.some(Number.isNaN))
    throw new Error(`colour ${JSON.stringify(css)} is no hex or rgb() notation`);
  return { hex: (two(red) + two(green) + two(blue)).toUpperCase(), opacity: alpha };
}

/** The colour as it looks on white paper, opaque: charts are read by their colours, and not every program draws glass. */
export function paperColour(css: string): string {
  const { hex, opacity } = officeColour(css);
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return channels
    .map((channel) => two(255 - (255 - channel) * opacity))
    .join('')
    .toUpperCase();
}
