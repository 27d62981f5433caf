import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/packs/parse-json';

function textOf(json: string): string | undefined {
  return parseJson('a.json', new TextEncoder().encode(json)).problems[0]?.text;
}

describe('parseJson', () => {
  it.each([
    ['{"a":[1,NaN]}', 'a.json：JSON 语法错误，在第 1 行第 9 个字符处遇到「NaN]}」。'],
    ['{"a":1,\n"b" 2}', 'a.json：JSON 语法错误，在第 2 行第 5 个字符处遇到「2}」。'],
    ['[1,]', 'a.json：JSON 语法错误，在第 1 行第 4 个字符处遇到「]」。'],
    ['{"a":1}}', 'a.json：JSON 语法错误，在第 1 行第 8 个字符处遇到「}」。'],
    ['[01]', 'a.json：JSON 语法错误，在第 1 行第 3 个字符处遇到「1]」。'],
    ['{"a":[1,', 'a.json：JSON 不完整，文件在中途结束。'],
    ['', 'a.json：JSON 不完整，文件在中途结束。'],
    ['<!doctype html>', 'a.json：JSON 语法错误，在第 1 行第 1 个字符处遇到「<!doctype ht」。'],
  ])('%j names the place of the error', (json, text) => {
    expect(textOf(json)).toBe(text);
  });

  it('names a byte sequence that is not UTF-8', () => {
    const gb18030 = new Uint8Array([0x22, 0xbc, 0xd7, 0x22]);
    expect(parseJson('a.json', gb18030).problems[0]?.text).toBe('a.json：不是有效的 UTF-8 文本。');
  });

  it('agrees with JSON.parse on random texts cut or changed at one place', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', 'x', '"', '\\'))
      .map(([json, seed, put]) => {
        const at = seed % (json.length + 1);
        return json.slice(0, at) + put + json.slice(at + 1);
      });
    fc.assert(
      fc.property(broken, (json) => {
        let valid = true;
        try {
          JSON.parse(json);
        } catch {
          valid = false;
        }
        const parsed = parseJson('a.json', new TextEncoder().encode(json));
        expect(parsed.problems).toHaveLength(valid ? 0 : 1);
      }),
      { seed: 20161122, numRuns: 2000 },
    );
  });
});
