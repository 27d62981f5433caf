// A coordinate written as text: decimal degrees or degrees, minutes and seconds. Only what has one meaning is read.
// "111°12′30.5″E", "111度12分30.5秒", "E111°12.5′", "111 12 30.5", "111-12-30.5", "111:12:30.5" are;
// "111.1230" is a decimal degree; "111.1230.5" and "1111230" could be either and are null.

export interface ParsedDegrees {
  /** Signed: south and west are negative. */
  readonly value: number;
  /** `plain` is a single number, which may as well be metres. */
  readonly written: 'plain' | 'sexagesimal';
  /** From a letter or 东/北/西/南; null when none stands there. */
  readonly axis: 'longitude' | 'latitude' | null;
}

const HEMISPHERES: Readonly<Record<string, readonly ['longitude' | 'latitude', 1 | -1]>> = {
  E: ['longitude', 1],
  W: ['longitude', -1],
  N: ['latitude', 1],
  S: ['latitude', -1],
  东经: ['longitude', 1],
  西经: ['longitude', -1],
  北纬: ['latitude', 1],
  南纬: ['latitude', -1],
};
const HEMISPHERE = '(E|W|N|S|东经|西经|北纬|南纬)?';
const SIGNED = String.raw`([+-]?)(\d{1,3}(?:\.\d+)?)`;
const MINUTES = String.raw`(\d{1,2}(?:\.\d+)?)`;
const MARKED = new RegExp(
  `^${HEMISPHERE}${SIGNED}[°度](?:${MINUTES}[′'分])?(?:${MINUTES}(?:[″"秒]|''|′′))?${HEMISPHERE}$`,
);
const SPACED = new RegExp(
  `^${HEMISPHERE}([+-]?)(\\d{1,3})([ :-])(\\d{1,2}(?:\\.\\d+)?)(?:\\4(\\d{1,2}(?:\\.\\d+)?))?${HEMISPHERE}$`,
);
const PLAIN = new RegExp(`^${HEMISPHERE}([+-]?\\d+(?:\\.\\d*)?(?:E[+-]?\\d+)?)${HEMISPHERE}$`);

/** Full-width digits and signs as plain ones, the many marks for minutes and seconds as one each. */
function normalised(text: string): string {
  return text
    .replaceAll(/[º˚]/g, '°')
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replaceAll(/[‘’ʹ´`]/g, '′')
    .replaceAll(/[“”ʺ]/g, '″')
    .replaceAll(/[−–—]/g, '-')
    .replaceAll(/\s+/g, ' ');
}

function hemisphere(before: string | undefined, after: string | undefined) {
  if (before !== undefined && after !== undefined) return null;
  const word = before ?? after;
  const known = word === undefined ? undefined : HEMISPHERES[word];
  return { axis: known?.[0] ?? null, sign: known?.[1] ?? 1 };
}

interface Parts {
  readonly before: string | undefined;
  readonly minus: boolean;
  readonly degrees: string;
  readonly minutes: string | undefined;
  readonly seconds: string | undefined;
  readonly after: string | undefined;
}

/** Only the last part may have a fraction; minutes and seconds stay under 60. */
function joined({ before, minus, degrees, minutes, seconds, after }: Parts): ParsedDegrees | null {
  const side = hemisphere(before, after);
  if (side === null || (minus && side.axis !== null)) return null;
  if (minutes !== undefined && degrees.includes('.')) return null;
  if (seconds !== undefined && (minutes === undefined || minutes.includes('.'))) return null;
  const [m, s] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  const value = Number(degrees) + m / 60 + s / 3600;
  if (m >= 60 || s >= 60 || value > 180) return null;
  return { value: (minus ? -1 : side.sign) * value, written: 'sexagesimal', axis: side.axis };
}

/** null for what is no coordinate or has more than one meaning. */
export function parseDegrees(text: string): ParsedDegrees | null {
  const clean = normalised(text);
  const tight = clean
    .replaceAll(/ ?([°度′'分″"秒]) ?/g, '$1')
    .replaceAll(/^([A-Z]) | ([A-Z])$/g, '$1$2');
  const plain = PLAIN.exec(tight);
  if (plain) {
    const side = hemisphere(plain[1], plain[3]);
    const value = Number(plain[2]);
    if (side === null || !Number.isFinite(value) || (side.axis !== null && value < 0)) return null;
    return { value: side.sign * value, written: 'plain', axis: side.axis };
  }
  const marked = MARKED.exec(tight);
  if (marked) {
    const [, before, sign, degrees = '', minutes, seconds, after] = marked;
    return joined({ before, minus: sign === '-', degrees, minutes, seconds, after });
  }
  const spaced = SPACED.exec(tight);
  if (!spaced) return null;
  const [, before, sign, degrees = '', , minutes, seconds, after] = spaced;
  return joined({ before, minus: sign === '-', degrees, minutes, seconds, after });
}
