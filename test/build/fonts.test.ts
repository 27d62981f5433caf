// The bundled fonts cover every character that the app can print. coverage.txt is what the fonts' own
// cmap tables hold (written by .ci/make-fonts.mjs); its hashes tie it to the font files.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const FONTS = join('public', 'fonts');
const MEND = 'not in the bundled fonts: run `npm run fonts`, or print another character';

function coverage(): { hashes: Map<string, string>; covered: Set<number> } {
  const [header = '', body = ''] = readFileSync(join(FONTS, 'coverage.txt'), 'utf8').split('\n\n');
  const hashes = header.split('\n').map((line): [string, string] => {
    const [name = '', , hash = ''] = line.split(' ');
    return [name, hash];
  });
  const covered = new Set<number>();
  for (const range of body.replaceAll('\n', '').split(',')) {
    const [first = 0, last = first] = range.split('-').map((hex) => Number.parseInt(hex, 16));
    for (let code = first; code <= last; code += 1) covered.add(code);
  }
  return { hashes: new Map(hashes), covered };
}

const { hashes, covered } = coverage();

function filesUnder(folder: string, extension: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extension.test(name))
    .map((name) => join(folder, name));
}

/** Visible characters of a text that the fonts lack. */
function lacking(text: string): string {
  const visible = [...new Set(text)].filter((c) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(c));
  return visible.filter((c) => !covered.has(c.codePointAt(0) ?? 0)).join('');
}

/** Every text that the source can print: string literals, template parts and JSX text; not comments. */
function literalText(file: string, code: string): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return texts.join('');
}

/** Characters that the file prints and the fonts lack. Most files need no parser: none of their characters is lacking. */
function lackingInSource(file: string): string {
  const code = readFileSync(file, 'utf8');
  const hasEscapes = /\\[ux]/.test(code);
  return lacking(code) === '' && !hasEscapes ? '' : lacking(literalText(file, code));
}

describe('bundled fonts', () => {
  it.each(['cuntu-sans-400.woff2', 'cuntu-sans-600.woff2', 'cuntu-print.ttf'])(
    '%s is the one measured',
    (name) => {
      const font = readFileSync(join(FONTS, name));
      expect(createHash('sha256').update(font).digest('hex')).toBe(hashes.get(name));
      expect(font.subarray(0, 4).toString('latin1')).toBe(
        name.endsWith('.ttf') ? '\0\u0001\0\0' : 'wOF2',
      );
    },
  );

  it('cover all 6,763 hanzi of GB2312, Latin and the signs that figures need', () => {
    const bytes: number[] = [];
    for (let row = 0xb0; row <= 0xf7; row += 1) {
      for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
    }
    const hanzi =
      new TextDecoder('gbk').decode(new Uint8Array(bytes)).match(/\p{Script=Han}/gu) ?? [];
    expect(hanzi).toHaveLength(6763);
    expect(lacking(hanzi.join(''))).toBe('');
    expect(lacking('ABCXYZabcxyz0123456789≈±·–—“”‘’％‰²³≤≥×、。，；：？！（）《》【】…→')).toBe('');
  });

  it('cover every character of the region packs', () => {
    const faults = filesUnder('geodata', /\.(csv|json|geojson)$/)
      .map((file): [string, string] => [file, lacking(readFileSync(file, 'utf8'))])
      .filter(([, characters]) => characters !== '');
    expect(faults, MEND).toEqual([]);
  });

  it('cover every text of the source', () => {
    const faults = filesUnder('src', /\.tsx?$/)
      .map((file): [string, string] => [file, lackingInSource(file)])
      .filter(([, characters]) => characters !== '');
    expect(faults, MEND).toEqual([]);
  });
});
