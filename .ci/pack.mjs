// `npm pack` of the command: the built file holds all it needs, so the packed package.json names no dependencies, and
// `npx` runs it without a network. `--strip` before packing, `--restore` after; npm reads package.json in between.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'package.json');
const WHOLE = join(ROOT, '.cache', 'package.whole.json');

function restore() {
  if (!existsSync(WHOLE)) return;
  copyFileSync(WHOLE, FILE);
  rmSync(WHOLE);
}

// Also before stripping: an interrupted run may have left the short one.
restore();
if (process.argv.includes('--strip')) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  copyFileSync(FILE, WHOLE);
  const { name, version, description, license, type, engines, bin, files } = JSON.parse(
    readFileSync(FILE, 'utf8'),
  );
  const packed = { name, version, description, license, type, engines, bin, files };
  writeFileSync(FILE, `${JSON.stringify(packed, null, 2)}\n`);
}
