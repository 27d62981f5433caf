// File names that Windows, macOS and Linux all accept, from text that may hold anything.
import { cleanText } from './clean-text';

/** Names of devices, which Windows keeps for itself with any ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const MOST_CHARACTERS = 80;

/** Without an ending. Path separators, marks with a meaning, blanks and invisible characters go; never empty. */
export function fileStem(text: string): string {
  const kept = cleanText(text)
    .text.replaceAll(/[\\/:*?"<>|\s]+/gu, '')
    // Formatting characters may turn the reading order round: "…gpj.exe".
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/^\.+|\.+$/g, '');
  const stem = [...kept].slice(0, MOST_CHARACTERS).join('');
  if (stem === '') return '导出';
  return RESERVED.test(stem) ? `${stem}_` : stem;
}
