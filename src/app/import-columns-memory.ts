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

/** Keeps the choices under the key. A full or blocked storage only means to choose again next time. */
export function rememberColumns(
  storage: Storage | null,
  key: string,
  columns: readonly ColumnChoice[],
): void {
  if (storage === null || key === '') return;
  const others = rememberedColumns(storage).filter(([each]) => each !== key);
  const own = columns.map(({ heading, role, unit }) => [heading, { role, unit }] as const);
  const sets = [...others.map(([each, map]) => [each, [...map]] as const), [key, own] as const];
  try {
    storage.setItem(STORE_KEY, JSON.stringify(sets.slice(-MOST_SETS)));
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
  }
}
