// Values of flags, checked before any file is opened. All throw UsageError in Chinese with the flag's name.
import { parseDistance } from '../features/coverage/parse-distance';
import { type Crs, WGS84, parseCrs } from '../io/crs';
import { UsageError } from './terminal';

const MOST_METRES = 1_000_000;

/** "2km", "500m", "2公里", bare metres. */
export function metresOf(flag: string, text: string): number {
  const distance = parseDistance(text, MOST_METRES);
  if (!distance.ok) throw new UsageError(`${flag}：${distance.problem}。`);
  return distance.metres;
}

/** WGS84 when the flag is absent. */
export function crsOf(flag: string, text: string | undefined): Crs {
  if (text === undefined) return WGS84;
  const crs = parseCrs(text);
  if (crs.ok) return crs.value;
  const [problem] = crs.problems;
  throw new UsageError(`${flag}：${problem?.text ?? ''}${problem?.mend ?? ''}`);
}

/** Words between commas of either width. */
export function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[,，]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
