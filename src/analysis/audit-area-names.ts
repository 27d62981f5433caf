// Names of units: what they are called in the list of areas, which of them bear one name, and what a misprint is near to.
import type { AuditInput } from './audit-input';

const COUNTY_ENDING = /(自治县|县|市|区|旗)$/;
const TOWNSHIP_ENDING = /(街道办事处|办事处|街道|镇|乡)$/;
const VILLAGE_ENDING = /(村民委员会|居民委员会|村委会|居委会|社区|村)$/;

export function bareAreaName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Without the word for its kind, where more than one character is left. */
export function areaStem(name: string, level: 'county' | 'township' | 'village'): string {
  const ending =
    level === 'county' ? COUNTY_ENDING : level === 'township' ? TOWNSHIP_ENDING : VILLAGE_ENDING;
  const bare = bareAreaName(name);
  const stem =
    level === 'village' ? bare.replace(ending, '').replace(ending, '') : bare.replace(ending, '');
  return stem.length > 1 ? stem : bare;
}

export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

export interface AreaNames {
  readonly nameOf: (code: string) => string | null;
  /** Units of a level by stem. */
  readonly byStem: Readonly<
    Record<'county' | 'township' | 'village', ReadonlyMap<string, readonly NamedArea[]>>
  >;
}

function stems(
  areas: readonly NamedArea[],
  level: 'county' | 'township' | 'village',
): ReadonlyMap<string, readonly NamedArea[]> {
  const found = new Map<string, NamedArea[]>();
  for (const area of areas) {
    const stem = areaStem(area.name, level);
    const list = found.get(stem);
    if (list === undefined) found.set(stem, [area]);
    else list.push(area);
  }
  return found;
}

export function areaNames({ counties, townships, villages }: AuditInput): AreaNames {
  const names = new Map(
    [...counties, ...townships, ...villages].map(({ code, name }) => [code, name]),
  );
  return {
    nameOf: (code) => names.get(code) ?? null,
    byStem: {
      county: stems(counties, 'county'),
      township: stems(townships, 'township'),
      village: stems(villages, 'village'),
    },
  };
}

/** “甲乡一村、乙乡一村”: units of one name, each with the one that it lies in; a county lies in none. */
export function placedNames(areas: readonly NamedArea[], { nameOf }: AreaNames): string {
  const above = ({ code }: NamedArea): string =>
    code.length === 6 ? '' : (nameOf(code.slice(0, code.length === 12 ? 9 : 6)) ?? '');
  return areas.map((area) => above(area) + area.name).join('、');
}

/** Names of equal length in which one character differs; both longer than two characters. */
export function isMisprint(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  return [...a].filter((character, at) => character !== b[at]).length === 1;
}
