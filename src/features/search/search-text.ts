// How names and queries become terms. Chinese has no blanks, so names are cut into overlapping pairs of characters.

const HAN = /\p{Script=Han}/u;

/** Full-width to half-width, lower case, outer blanks off. */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

const COMMITTEE = /(村民委员会|村委会|居民委员会|居委会)$/;
const RANK = /(社区|村|街道办事处|街道|镇|乡|县|市|区)$/;

/** 王庄村委会 → 王庄; 芮城县 → 芮城: the name as it is spoken. Never empty. */
export function spokenName(name: string): string {
  const bare = name.replace(COMMITTEE, '');
  const short = bare.replace(RANK, '');
  return short !== '' ? short : bare !== '' ? bare : name;
}

/** 王庄村委会 → 王庄村: nearly every village ends so, which would fill the index with terms that tell nothing apart. */
export function withoutCommittee(name: string): string {
  return name.replace(/(民委员会|委会)$/, '');
}

/** 大禹渡 → 大, 禹, 渡, 大禹, 禹渡; runs of letters and digits stay whole. */
export function nameTerms(name: string): string[] {
  const terms = new Set<string>();
  for (const run of runs(normaliseText(name))) {
    if (!HAN.test(run)) terms.add(run);
    else for (const term of [...run, ...pairs(run)]) terms.add(term);
  }
  return [...terms];
}

/** Terms that must all occur for a word of a query; single characters only when nothing longer is typed. */
export function wordTerms(word: string): string[] {
  return runs(word).flatMap((run) => (HAN.test(run) && [...run].length > 1 ? pairs(run) : [run]));
}

export type WordClass = 'han' | 'digits' | 'latin';

export function wordClass(word: string): WordClass {
  if (HAN.test(word)) return 'han';
  return /^\d+$/.test(word) ? 'digits' : 'latin';
}

/** The first `count` tails of a list, joined: [rui, cheng, xian], 2 → ruichengxian, chengxian. */
export function tails(parts: readonly string[], count = parts.length): string[] {
  return parts.slice(0, count).map((_, at) => parts.slice(at).join(''));
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** Runs of Han characters, and runs of letters and digits; the rest separates. */
function runs(text: string): string[] {
  return text.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
}
