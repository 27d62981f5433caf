// Areas of the region by code and by name, for cells that name them.
import type { SheetRow } from './sheet-rows';

interface NamedArea {
  readonly code: string;
  readonly name: string;
}

/** What is written of a village committee beside the village's name. */
const COMMITTEE = /(村民委员会|居民委员会|村委会|居委会|社区)$/;

const stem = (name: string): string => name.replace(COMMITTEE, '').replace(/村$/, '');

export class AreaNames {
  readonly #names = new Map<string, string[]>();
  readonly #codes = new Map<string, string>();

  constructor(areas: readonly NamedArea[]) {
    for (const { code, name } of areas) {
      this.#codes.set(code, name);
      for (const key of new Set([name, stem(name)])) {
        this.#names.set(key, [...(this.#names.get(key) ?? []), code]);
      }
    }
  }

  /** Codes of `digits` length (any: 0) below `within` that the word means. */
  matches(word: string, digits: number, within = ''): readonly string[] {
    const all = this.#codes.has(word)
      ? [word]
      : (this.#names.get(word) ?? this.#names.get(stem(word)) ?? []);
    return all.filter(
      (code) => (digits === 0 || code.length === digits) && code.startsWith(within),
    );
  }

  /** Code that a word of a cell means; a fault and null for none or several. */
  find(row: SheetRow, column: string, word: string, digits = 0, within = ''): string | null {
    const found = this.matches(word, digits, within);
    const [code, ...others] = found;
    if (code === undefined) {
      row.fault(column, `「${word}」不是本区域的县、乡镇或村`, '请核对名称，或改写代码。');
      return null;
    }
    if (others.length === 0) return code;
    row.fault(column, `「${word}」有 ${found.length} 个（${found.join('、')}）`, '请改写代码。');
    return null;
  }

  /** Codes of every word of a cell. */
  list(row: SheetRow, column: string, digits = 0): readonly string[] {
    return row
      .list(column)
      .map((word) => this.find(row, column, word, digits))
      .filter((code) => code !== null);
  }
}
