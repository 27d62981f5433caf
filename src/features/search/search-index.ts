// Name search. MiniSearch finds the candidates (character pairs, codes, pinyin and initials with prefixes);
// the order is ours, since a term score says little about names of four characters:
//   0 the whole name (spoken or full, in characters or pinyin), or the whole code
//   1 the name or its pinyin, or a code, begins with the query
//   2 the initials begin with the query
//   3 the rest: inside the name, or words spread over name and surroundings
// Equal rank: kind, then shorter name, then pack order.
import MiniSearch, { type Query } from 'minisearch';
import type { SearchResult } from './search-box-props';
import type { Readings } from './place-readings';
import { KIND_ORDER, type SearchItem } from './search-items';
import {
  nameTerms,
  normaliseText,
  spokenName,
  tails,
  wordClass,
  wordTerms,
  withoutCommittee,
} from './search-text';

interface Entry {
  readonly id: number;
  readonly item: SearchItem;
  /** Normalised: full and spoken. */
  readonly names: readonly [full: string, spoken: string];
  /** Characters of the spoken name. */
  readonly spokenLength: number;
  readonly syllables: readonly (readonly string[])[];
  /** Pinyin of the full and the spoken name, every reading. */
  readonly pinyins: readonly string[];
  readonly initials: readonly string[];
}

export interface SearchAnswer {
  readonly results: readonly SearchResult[];
  /** How many match; `results` holds the first of them. */
  readonly total: number;
}

export interface SearchIndex {
  readonly search: (query: string, limit: number) => SearchAnswer;
}

/** Items a slice: 3,500 items take some 300 ms, so a slice stays far below the 100 ms that a hand would feel. */
const SLICE = 60;

function entryOf(item: SearchItem, id: number, readings: Readings): Entry {
  const full = normaliseText(item.title);
  const spoken = spokenName(full);
  const syllables = readings(item.title);
  // The spoken name is the beginning of the full one, so its pinyin is too (letters count as one syllable a run).
  const spokenLength = [...spoken].length;
  return {
    id,
    item,
    names: [full, spoken],
    spokenLength,
    syllables,
    pinyins: [
      ...syllables.map((reading) => reading.join('')),
      ...syllables.map((reading) => reading.slice(0, spokenLength).join('')),
    ],
    initials: syllables.map((reading) => reading.map((part) => part[0]).join('')),
  };
}

/** Terms of one field. Pinyin can begin at every syllable of the spoken name, but not inside 村委会. */
function fieldTerms({ item, syllables, spokenLength }: Entry, field: string): string[] {
  switch (field) {
    case 'name':
      return nameTerms(withoutCommittee(item.title));
    case 'context':
      return nameTerms(item.context);
    case 'code':
      return item.code === '' ? [] : [item.code];
    case 'pinyin':
      return syllables.flatMap((reading) => tails(reading, spokenLength));
    default:
      return syllables.flatMap((reading) =>
        tails(
          reading.map((part) => part[0] ?? ''),
          spokenLength,
        ),
      );
  }
}

function wordQuery(word: string): Query {
  const terms = wordTerms(word);
  switch (wordClass(word)) {
    case 'han':
      return { combineWith: 'AND', fields: ['name', 'context'], prefix: false, queries: terms };
    case 'digits':
      return { combineWith: 'AND', fields: ['code', 'name'], prefix: true, queries: terms };
    case 'latin':
      return {
        combineWith: 'AND',
        fields: ['pinyin', 'initials', 'name'],
        prefix: true,
        queries: terms,
      };
  }
}

function rankOf(entry: Entry, query: string): number {
  const { code } = entry.item;
  const wholes = [...entry.names, ...entry.pinyins, code];
  if (wholes.includes(query)) return 0;
  if (wholes.some((whole) => whole.startsWith(query))) return 1;
  return entry.initials.some((initials) => initials.startsWith(query)) ? 2 : 3;
}

/**
 * Builds the index in slices; `pause` lets the page breathe between them.
 * Duplicate items are allowed. Rejects only if `pause` does.
 */
export async function buildSearchIndex(
  items: readonly SearchItem[],
  readings: Readings,
  pause: () => Promise<void>,
): Promise<SearchIndex> {
  const mini = new MiniSearch<Entry>({
    fields: ['name', 'context', 'code', 'pinyin', 'initials'],
    extractField: (entry, field) =>
      field === 'id' ? String(entry.id) : fieldTerms(entry, field).join(' '),
    tokenize: (text, field) => (field === undefined ? [text] : text.split(' ').filter(Boolean)),
    processTerm: (term) => term,
  });
  const entries: Entry[] = [];
  for (let from = 0; from < items.length; from += SLICE) {
    if (from > 0) await pause();
    const slice = items
      .slice(from, from + SLICE)
      .map((item, at) => entryOf(item, from + at, readings));
    entries.push(...slice);
    mini.addAll(slice);
  }
  return { search: (query, limit) => searchIn(mini, entries, query, limit) };
}

function searchIn(
  mini: MiniSearch<Entry>,
  entries: readonly Entry[],
  text: string,
  limit: number,
): SearchAnswer {
  const words = normaliseText(text)
    .split(/\s+/)
    .filter((word) => wordTerms(withoutCommittee(word)).length > 0);
  if (words.length === 0) return { results: [], total: 0 };
  const query = words.join('');
  const found = mini
    .search({ combineWith: 'AND', queries: words.map(withoutCommittee).map(wordQuery) })
    .flatMap((hit) => entries[Number(hit.id)] ?? [])
    .map((entry) => ({ entry, rank: rankOf(entry, query) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        KIND_ORDER.indexOf(a.entry.item.kind) - KIND_ORDER.indexOf(b.entry.item.kind) ||
        a.entry.names[0].length - b.entry.names[0].length ||
        a.entry.id - b.entry.id,
    );
  const results = found.slice(0, limit).map(({ entry }) => ({
    kind: entry.item.kind,
    id: entry.item.id,
    title: entry.item.title,
    subtitle: entry.item.subtitle,
  }));
  return { results, total: found.length };
}
