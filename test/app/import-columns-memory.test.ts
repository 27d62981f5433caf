import { describe, expect, it } from 'vitest';
import { rememberColumns, rememberedColumns } from '../../src/app/import-columns-memory';
import type { ColumnChoice } from '../../src/io/import-choices';

/** Kept in a map; `isFull` refuses every write as a full disk does. */
function storageOf(text: string | null, isFull = false): Storage {
  const kept = new Map(text === null ? [] : [['cuntu.import-columns', text]]);
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

const column = (heading: string, evidence: string): ColumnChoice => ({
  heading,
  role: 'poorPersons',
  unit: 'ten-thousand',
  evidence,
});
const CHOICE = { role: 'poorPersons', unit: 'ten-thousand' };

describe('columns remembered', () => {
  it('are those that the user chose; what was guessed is guessed anew', () => {
    const storage = storageOf(null);
    rememberColumns(storage, 'set', [column('甲', ''), column('乙', '按表头')]);
    expect(rememberedColumns(storage)).toEqual([['set', new Map([['甲', CHOICE]])]]);
    rememberColumns(storage, 'set', [column('甲', '上次这样选择'), column('丙', '')]);
    expect(rememberedColumns(storage)[0]?.[1]).toEqual(
      new Map([
        ['甲', CHOICE],
        ['丙', CHOICE],
      ]),
    );
  });

  it('are forgotten from the oldest on', () => {
    const storage = storageOf(null);
    for (let at = 0; at < 52; at++) rememberColumns(storage, `set ${at}`, [column('甲', '')]);
    rememberColumns(storage, 'set 2', [column('乙', '')]);
    const keys = rememberedColumns(storage).map(([key]) => key);
    expect(keys).toHaveLength(50);
    expect([keys[0], keys.at(-1)]).toEqual(['set 3', 'set 2']);
  });

  it.each(['{', '{}', '[["set",[["甲",{"role":"king","unit":"one"}]]]]', 'null'])(
    'are none where %s is kept, and the next choice is kept again',
    (text) => {
      const storage = storageOf(text);
      expect(rememberedColumns(storage)).toEqual([]);
      rememberColumns(storage, 'set', [column('甲', '')]);
      expect(rememberedColumns(storage)).toHaveLength(1);
    },
  );

  it('are none without a storage or in a full one, and nothing fails', () => {
    const full = storageOf(null, true);
    rememberColumns(full, 'set', [column('甲', '')]);
    rememberColumns(null, 'set', [column('甲', '')]);
    expect([rememberedColumns(full), rememberedColumns(null)]).toEqual([[], []]);
  });

  it('survive a heading that is the name of an object’s own member', () => {
    const storage = storageOf(null);
    rememberColumns(storage, 'set', [column('__proto__', ''), column('constructor', '')]);
    expect([...(rememberedColumns(storage)[0]?.[1].keys() ?? [])]).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});
