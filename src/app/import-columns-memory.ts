// What the user said of the columns of a heading set, kept for the next file with the same headings.
import * as z from 'zod/mini';
import type { ColumnChoice } from '../io/import-choices';
import type { RememberedColumns } from '../io/import-suggest';

const STORE_KEY = 'cuntu.import-columns';
const MOST_SETS = 50;

const stored = z.array(
  z.tuple([
    z.string(),
    z.array(
      z.tuple([
        z.string(),
        z.object({
          role: z.enum([
            'code',
            'name',
            'county',
            'township',
            'x',
            'y',
            'accuracy',
            'households',
            'persons',
            'poorHouseholds',
            'poorPersons',
            'povertyIncidence',
            'attribute',
            'ignore',
          ]),
          unit: z.enum(['one', 'percent', 'permille', 'ten-thousand']),
        }),
      ]),
    ),
  ]),
);

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}

/** By heading key, newest last; empty where nothing readable is kept. */
export function rememberedColumns(
  storage: Storage | null,
): readonly (readonly [string, RememberedColumns])[] {
  const sets = stored.safeParse(parsed(storage?.getItem(STORE_KEY) ?? null));
  return sets.success ? sets.data.map(([key, columns]) => [key, new Map(columns)]) : [];
}

/**
 * Keeps under the key what the user chose himself, over what he chose before; guesses are made anew for every file, since
 * the same heading may hold shares in one and percents in the next. A full or blocked storage only means to choose again.
 */
export function rememberColumns(
  storage: Storage | null,
  key: string,
  columns: readonly ColumnChoice[],
): void {
  const chosen = columns.filter(({ evidence }) => evidence === '');
  if (storage === null || key === '' || chosen.length === 0) return;
  const sets = rememberedColumns(storage);
  const before = sets.find(([each]) => each === key)?.[1] ?? [];
  const now = chosen.map(({ heading, role, unit }) => [heading, { role, unit }] as const);
  const kept = [
    ...sets.filter(([each]) => each !== key),
    [key, new Map([...before, ...now])] as const,
  ];
  const text = JSON.stringify(kept.slice(-MOST_SETS).map(([each, map]) => [each, [...map]]));
  try {
    storage.setItem(STORE_KEY, text);
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
  }
}
