// The measure that a cell names in Chinese. A word that is none of ours becomes a measure of its own, the same for the same
// word, so that the audit still compares what is called the same.
import { measureOfWord } from '../../domain/wording';
import type { SheetRow } from './sheet-rows';

export function measureIn(row: SheetRow): string {
  const word = row.filled('口径');
  const own = (): string =>
    `own${[...word].map((character) => character.codePointAt(0)?.toString(16)).join('')}`;
  return measureOfWord(word) ?? (/^[a-z][A-Za-z0-9]*$/.test(word) ? word : own());
}
