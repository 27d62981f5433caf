// Which village of the region a row is about.
//
// 1. The user's own choice for the row.
// 2. The 12-digit code. A name that is another village's of the same township is a contradiction, and nobody wins.
// 3. County, township and name, by exact rules (match-names.ts): the name as printed, else without its office and without a
//    final 村, where the kind of office agrees. More than one village: the row stays unmatched, all are candidates.
//    A name that is a whole address (平陆县圣人涧镇南坡村) is taken apart.
// Similar names (edit distance) are only ever candidates.
import { type County, type Township, countyCodeOf } from '../domain/administrative';
import type { Village } from '../domain/village';
import { printedCell, readCode } from './column-text';
import type { ImportContext } from './import-choices';
import {
  bareName,
  countyStem,
  editDistance,
  officeOf,
  splitAddress,
  townshipStem,
  villageKeys,
  villageStem,
} from './match-names';
import type { SourceCell } from './source-layer';

export interface MatchInput {
  readonly code: SourceCell;
  readonly name: SourceCell;
  readonly township: SourceCell;
  readonly county: SourceCell;
  /** The user's choice: a code of the region, or the row's own for a new village. */
  readonly chosen: string | null;
}

export interface MatchDoubt {
  readonly code: string;
  /** Chinese, without place and full stop. */
  readonly what: string;
  readonly mend: string;
}

export type RowMatch =
  | {
      readonly kind: 'matched';
      readonly village: Village;
      readonly by: 'code' | 'name' | 'choice';
      readonly doubts: readonly MatchDoubt[];
    }
  | {
      readonly kind: 'new';
      readonly code: string;
      readonly townshipCode: string;
      readonly countyCode: string;
    }
  | {
      readonly kind: 'none' | 'several';
      readonly reason: string;
      readonly mend: string;
      readonly candidates: readonly Village[];
    };

const MOST_CANDIDATES = 5;
/** Similar names are sought for so many rows; a table of another region must not take minutes. */
const MOST_SEARCHES = 300;

interface Scope {
  readonly villages: readonly Village[];
  readonly byBare: ReadonlyMap<string, readonly Village[]>;
  readonly byKey: ReadonlyMap<string, readonly Village[]>;
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function scopeOf(villages: readonly Village[]): Scope {
  return {
    villages,
    byBare: grouped(villages, ({ name }) => [bareName(name)]),
    byKey: grouped(villages, ({ name }) => villageKeys(name)),
  };
}

const NONE: Scope = scopeOf([]);

function kindAgrees(printed: string, village: Village): boolean {
  const office = officeOf(printed);
  if (office === null) return true;
  return (office === 'residents') === (village.kind === 'residents-committee');
}

const NOBODY: readonly Village[] = [];

/** Villages of the scope that the printed name means; `printed` is bare. */
function sameName(scope: Scope, printed: string): readonly Village[] {
  const exact = scope.byBare.get(printed);
  if (exact !== undefined) return exact;
  const keys = villageKeys(printed);
  if (!keys.some((key) => scope.byKey.has(key))) return NOBODY;
  const found = keys.flatMap((key) => scope.byKey.get(key) ?? []);
  return [...new Set(found)].filter((village) => kindAgrees(printed, village));
}

/** Finds areas by code, by name as printed, then without 乡/镇/县…. */
function areaFinder<T extends { readonly code: string; readonly name: string }>(
  areas: readonly T[],
  stemOf: (name: string) => string,
): (cell: SourceCell) => readonly T[] {
  const byCode = grouped(areas, ({ code }) => [code]);
  const byBare = grouped(areas, ({ name }) => [bareName(name)]);
  const byStem = grouped(areas, ({ name }) => [stemOf(name)]);
  return (cell) => {
    const bare = bareName(cell);
    return (
      byCode.get(bare) ?? byBare.get(bare) ?? byStem.get(bare) ?? byStem.get(stemOf(bare)) ?? []
    );
  };
}

const NO_MATCH_MEND = '请在「匹配」一步为该行选择村，或改正原表后重新导入。';

function unmatched(
  kind: 'none' | 'several',
  reason: string,
  candidates: readonly Village[],
  mend: string = NO_MATCH_MEND,
): RowMatch {
  return { kind, reason, mend, candidates: candidates.slice(0, MOST_CANDIDATES) };
}

/** Matches rows one by one; made once a preview, since it indexes the region's names. */
export class VillageMatcher {
  private readonly villages: ReadonlyMap<string, Village>;
  private readonly townships: ReadonlyMap<string, Township>;
  private readonly counties: ReadonlyMap<string, County>;
  private readonly findTownships: (cell: SourceCell) => readonly Township[];
  private readonly findCounties: (cell: SourceCell) => readonly County[];
  private readonly byArea = new Map<string, Scope>();
  private readonly scopes: ReadonlyMap<string, readonly Village[]>;
  private wholeRegion: Scope | null = null;
  private searches = 0;

  /** `countyHint`: the county that file name or title name, for tables without a county column. */
  constructor(
    private readonly context: ImportContext,
    private readonly countyHint: County | null = null,
  ) {
    this.villages = new Map(context.villages.map((village) => [village.code, village]));
    this.townships = new Map(context.townships.map((township) => [township.code, township]));
    this.counties = new Map(context.counties.map((county) => [county.code, county]));
    this.findTownships = areaFinder(context.townships, townshipStem);
    this.findCounties = areaFinder(context.counties, countyStem);
    this.scopes = grouped(context.villages, (each) => [each.townshipCode, each.countyCode]);
  }

  match(input: MatchInput): RowMatch {
    if (input.chosen !== null) return this.chosen(input, input.chosen);
    const code = readCode(input.code);
    if (code.kind !== 'village') {
      const doubts =
        code.kind === 'blank'
          ? []
          : [
              {
                code: 'code-unusable',
                what: `${code.what}，改按县、乡镇和村名匹配`,
                mend: MEND_CODE,
              },
            ];
      const area = code.kind === 'area' ? code.code : null;
      const why = code.kind === 'blank' ? '' : `${code.what}；`;
      return this.byName(input, area, doubts, why);
    }
    const village = this.villages.get(code.code);
    return village === undefined ? this.unknownCode(input, code.code) : this.byCode(input, village);
  }

  /** The row's own code where it could be a new village's: of a township of the region, and no village's. */
  newCode(input: MatchInput): string | null {
    const own = readCode(input.code);
    if (own.kind !== 'village' || this.villages.has(own.code)) return null;
    return this.townships.has(own.code.slice(0, 9)) ? own.code : null;
  }

  private chosen(input: MatchInput, code: string): RowMatch {
    const village = this.villages.get(code);
    if (village !== undefined) return { kind: 'matched', village, by: 'choice', doubts: [] };
    const own = readCode(input.code);
    const township = this.townships.get(code.slice(0, 9));
    if (own.kind === 'village' && own.code === code && township !== undefined) {
      return { kind: 'new', code, townshipCode: township.code, countyCode: township.countyCode };
    }
    return unmatched('none', `选定的代码「${code}」不在本区域的村名单中`, []);
  }

  private byCode(input: MatchInput, village: Village): RowMatch {
    const printed = bareName(input.name);
    const doubts: MatchDoubt[] = [];
    const agrees =
      printed === '' || villageKeys(printed).some((key) => villageKeys(village.name).includes(key));
    if (!agrees) {
      const others = sameName(this.scope(village.townshipCode), printed);
      const what = `代码「${village.code}」是「${village.name}」，文件写的村名是「${printedCell(input.name)}」`;
      if (others.length > 0) {
        const reason = `${what}，代码和村名指向不同的村`;
        return unmatched('several', reason, [village, ...others]);
      }
      const mend = '已按代码匹配；请核对代码和村名。';
      doubts.push({ code: 'match-name-differs', what, mend });
    }
    doubts.push(...this.townshipDoubt(input, village));
    return { kind: 'matched', village, by: 'code', doubts };
  }

  private townshipDoubt(input: MatchInput, village: Village): readonly MatchDoubt[] {
    const found = this.findTownships(input.township);
    if (found.length === 0 || found.some(({ code }) => code === village.townshipCode)) return [];
    const own = this.townships.get(village.townshipCode)?.name ?? '';
    const what = `代码「${village.code}」属于「${own}」，文件写的乡镇是「${printedCell(input.township)}」`;
    return [{ code: 'match-township-differs', what, mend: '已按代码匹配；请核对代码和乡镇。' }];
  }

  private unknownCode(input: MatchInput, code: string): RowMatch {
    const township = this.townships.get(code.slice(0, 9));
    const county = this.counties.get(countyCodeOf(code));
    if (county === undefined) {
      const reason = `代码「${code}」的前 6 位「${countyCodeOf(code)}」不是本区域的县`;
      return unmatched('none', reason, this.namesakes(input, this.region));
    }
    if (township === undefined) {
      const reason = `代码「${code}」的前 9 位「${code.slice(0, 9)}」不是${county.name}的乡镇`;
      return unmatched('none', reason, this.namesakes(input, this.scope(county.code)));
    }
    const what = `代码「${code}」不在${county.name}${township.name}的村名单中`;
    const printed = bareName(input.name);
    const [found, ...more] = printed === '' ? [] : sameName(this.scope(township.code), printed);
    if (found !== undefined && more.length === 0) {
      const doubt = {
        code: 'match-code-unknown',
        what: `${what}，已按乡镇和村名匹配为「${found.name}」（${found.code}）`,
        mend: '代码可能已调整；请核对，必要时在「匹配」一步改选。',
      };
      return { kind: 'matched', village: found, by: 'name', doubts: [doubt] };
    }
    const mend = '请在「匹配」一步选择村；确是新村且有坐标的，可作为新村导入。';
    return unmatched('none', what, this.namesakes(input, this.scope(township.code)), mend);
  }

  private byName(
    input: MatchInput,
    area: string | null,
    doubts: readonly MatchDoubt[],
    why: string,
  ): RowMatch {
    const printed = bareName(input.name);
    if (printed === '') {
      const reason = why === '' ? '没有代码也没有村名' : `${why}也没有村名`;
      return unmatched('none', reason, [], '请补上 12 位代码，或县、乡镇和村名。');
    }
    const within = this.within(input, area);
    if (within.fault !== null) {
      return unmatched('none', `${why}${within.fault}`, this.namesakes(input, within.around));
    }
    const found = sameName(within.scope, printed);
    const [only, ...more] = found;
    if (only === undefined) {
      const parts = this.ofAddress(input, printed);
      if (parts !== null) return this.byName(parts, area, doubts, why);
      const reason = `${why}${within.words}没有名为「${printedCell(input.name)}」的村`;
      return unmatched('none', reason, this.namesakes(input, within.around));
    }
    if (more.length > 0) {
      const reason = `${why}${within.words}有 ${found.length} 个村可能是「${printedCell(input.name)}」`;
      return unmatched('several', reason, found, '请补上乡镇或 12 位代码，或在「匹配」一步选择。');
    }
    const wide = {
      code: 'match-name-only',
      what: `没有乡镇，${within.words}只有一个「${only.name}」，按村名匹配`,
      mend: '请核对；最好补上乡镇或 12 位代码。',
    };
    const all = within.isTownship ? doubts : [...doubts, wide];
    return { kind: 'matched', village: only, by: 'name', doubts: all };
  }

  /** The row with the parts of the address that its name is; null where that leads to no village. */
  private ofAddress(input: MatchInput, printed: string): MatchInput | null {
    const parts = splitAddress(printed);
    if (parts === null) return null;
    const townships = this.findTownships(parts.township);
    const isVillage = townships.some(
      ({ code }) => sameName(this.scope(code), parts.name).length > 0,
    );
    if (!isVillage) return null;
    const [county = null] = this.findCounties(parts.county);
    return { ...input, ...parts, county: county?.name ?? input.county };
  }

  /** The villages among which a name is sought, and in what words; `around` for candidates. */
  private within(
    input: MatchInput,
    area: string | null,
  ): {
    readonly scope: Scope;
    readonly around: Scope;
    readonly words: string;
    readonly isTownship: boolean;
    readonly fault: string | null;
  } {
    const printedCounty = bareName(input.county);
    const printedTownship = bareName(input.township);
    const ofCode = area === null ? undefined : this.counties.get(countyCodeOf(area));
    const named = printedCounty === '' ? [] : this.findCounties(input.county);
    const county = named[0] ?? ofCode ?? this.countyHint;
    const around = county == null ? this.region : this.scope(county.code);
    const base = { around, scope: around, isTownship: false };
    if (printedCounty !== '' && named.length === 0) {
      return { ...base, words: '', fault: `「${printedCell(input.county)}」不是本区域的县` };
    }
    const countyWords = county?.name ?? '本区域';
    const ofArea = area?.length === 9 ? this.townships.get(area) : undefined;
    if (printedTownship === '' && ofArea === undefined) {
      return { ...base, words: countyWords, fault: null };
    }
    const all = printedTownship === '' ? [ofArea as Township] : this.findTownships(input.township);
    const townships = all.filter((each) => county == null || each.countyCode === county.code);
    const [only, ...more] = townships;
    if (only === undefined) {
      return {
        ...base,
        words: '',
        fault: `${countyWords}没有乡镇「${printedCell(input.township)}」`,
      };
    }
    const words = `${this.counties.get(only.countyCode)?.name ?? ''}${only.name}`;
    if (more.length === 0) {
      return { scope: this.scope(only.code), around, words, isTownship: true, fault: null };
    }
    const villages = townships.flatMap(({ code }) => this.scope(code).villages);
    return {
      scope: scopeOf(villages),
      around,
      words: `各「${printedCell(input.township)}」`,
      isTownship: true,
      fault: null,
    };
  }

  private get region(): Scope {
    this.wholeRegion ??= scopeOf(this.context.villages);
    return this.wholeRegion;
  }

  private scope(area: string): Scope {
    const known = this.byArea.get(area);
    if (known !== undefined) return known;
    const villages = this.scopes.get(area);
    const scope = villages === undefined ? NONE : scopeOf(villages);
    this.byArea.set(area, scope);
    return scope;
  }

  /** Best guesses: the same name around, then similar names. */
  private namesakes(input: MatchInput, around: Scope): readonly Village[] {
    const printed = bareName(input.name);
    if (printed === '' || this.searches >= MOST_SEARCHES) return [];
    this.searches += 1;
    const same = sameName(around, printed);
    const stem = villageStem(printed).replace(/(?<=.)村$/, '');
    const most = Math.max(1, Math.floor(stem.length / 3));
    const similar = around.villages
      .map((village) => {
        const other = villageStem(village.name).replace(/(?<=.)村$/, '');
        return { village, distance: editDistance(stem, other, most) };
      })
      .filter(({ village, distance }) => distance <= most && !same.includes(village))
      .toSorted((a, b) => a.distance - b.distance)
      .map(({ village }) => village);
    return [...same, ...similar].slice(0, MOST_CANDIDATES);
  }
}

const MEND_CODE = '请核对匹配到的村，并把代码改正为 12 位文本。';

/** The only county that a file's name or title names in full (平陆县); null for none or several. */
export function countyNamedIn(texts: readonly string[], context: ImportContext): County | null {
  const found = context.counties.filter(({ name }) => texts.some((text) => text.includes(name)));
  // 绛县 is the end of 新绛县 and 夏县 of none: the longer name wins.
  const own = found.filter(
    ({ name }) => !found.some((other) => other.name !== name && other.name.endsWith(name)),
  );
  const [only, ...more] = own;
  return only !== undefined && more.length === 0 ? only : null;
}
