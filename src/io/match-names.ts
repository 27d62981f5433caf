// When two printed names mean the same place: exact rules only. Blanks and brackets are dropped and the office's suffix is
// taken off (南坡村委会 = 南坡村 = 南坡村民委员会); characters are never exchanged for similar ones.
import { tidyText } from './column-text';
import type { SourceCell } from './source-layer';

const VILLAGE_SUFFIX =
  /(社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|社区|行政村|村委)$/;
/** Last characters of VILLAGE_SUFFIX. */
const OFFICE_ENDS: ReadonlySet<string | undefined> = new Set(['会', '区', '村', '委']);
const TOWNSHIP_SUFFIX = /(人民政府|街道办事处|街道办|办事处|街道|乡|镇|办)$/;
const COUNTY_SUFFIX = /(人民政府)?(自治县|县|区|市)$/;

/** "1. ", "(二)" and the like before a name, marks of emphasis round it. */
const NUMBERED = /^(\d+[.、)]|[一二三四五六七八九十]+、)(?=\D)/;
const MARKS = /^[★☆※*●○▲△◆◇■□#]{1,9}|[★☆※*●○▲△◆◇■□#]{1,9}$/g;

function isChinese(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function isDigitOrLetter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a)
  );
}

/** Blanks, brackets and what stands in them dropped, and what stands round a name: its number in the list, a star. */
export function bareName(cell: SourceCell): string {
  // Tidied: full-width brackets have become plain ones, and every blank a space.
  const text = tidyText(cell);
  if (text === '') return text;
  const isBare = !text.includes('(') && !text.includes(' ') && !text.includes('、');
  const last = text.charCodeAt(text.length - 1);
  if (isBare && isChinese(text.charCodeAt(0)) && (isChinese(last) || isDigitOrLetter(last))) {
    return text;
  }
  return text
    .replaceAll(/\([^)]*\)| /g, '')
    .replaceAll(MARKS, '')
    .replace(NUMBERED, '');
}

const ADDRESS =
  /^((?:[^省市县区]{2,5}[省市县区])*)([^乡镇]{1,6}(?:乡镇|镇|乡|街道办事处|街道|办事处))(.+)$/;
const GROUP = /第?[一二三四五六七八九十\d]{1,4}(村民|居民)?小?组$/;

/** 山西省运城市平陆县圣人涧镇南坡村3组 → 平陆县, 圣人涧镇, 南坡村; null for what does not read so. */
export function splitAddress(
  bare: string,
): { readonly county: string; readonly township: string; readonly name: string } | null {
  const [, areas = '', township, rest = ''] = ADDRESS.exec(bare) ?? [];
  if (township === undefined) return null;
  const county = areas.match(/[^省市县区]+[省市县区]/g)?.at(-1) ?? '';
  return { county, township, name: rest.replace(GROUP, '') };
}

/** 平陆县 → 平陆; a name that is nothing but its suffix, or one character, stays (绛县). */
export function countyStem(name: string): string {
  const stem = bareName(name).replace(COUNTY_SUFFIX, '');
  return stem.length > 1 ? stem : bareName(name);
}

/** 张村镇 → 张村; 中城街道办事处 → 中城. */
export function townshipStem(name: string): string {
  const bare = bareName(name);
  const stem = bare.replace(TOWNSHIP_SUFFIX, '');
  return stem.length > 0 ? stem : bare;
}

/** The name without the office: 张村村委会 → 张村, 西花园社区居委会 → 西花园, 李家庄村 stays 李家庄村. */
export function villageStem(name: string): string {
  const bare = bareName(name);
  if (!OFFICE_ENDS.has(bare.at(-1))) return bare;
  const stem = bare.replace(VILLAGE_SUFFIX, '');
  return stem.length > 0 ? stem : bare;
}

/** What the printed suffix says the unit is; null when it says nothing. */
export function officeOf(name: string): 'village' | 'residents' | null {
  const bare = bareName(name);
  if (/(社区|居委会|居民委员会)$/.test(bare)) return 'residents';
  return /(村|村委会|村民委员会|村委)$/.test(bare) ? 'village' : null;
}

/** Keys under which names meet: without the office, and without a final 村 (张村村委会 → 张村, 张; 南坡村 → 南坡). */
export function villageKeys(name: string): readonly string[] {
  const stem = villageStem(name);
  const short = stem.length > 1 && stem.endsWith('村') ? stem.slice(0, -1) : stem;
  return stem === short ? [stem] : [stem, short];
}

/** Levenshtein distance, given up beyond `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (before[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    before = row;
  }
  return before[b.length] as number;
}
