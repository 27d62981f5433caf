// Builds the app into dist/ when any source differs from those that the last build was made of.
// The stamp holds one hash over names and contents: about 20 MB, read in well under a second, and
// unlike modification times it survives a git checkout.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { filesUnder, isMain } from './files.mjs';

const FOLDERS = ['src', 'public', 'geodata'];
const FILES = [
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

function sourceStamp(root) {
  const hash = createHash('sha256');
  const files = [
    ...FOLDERS.flatMap((folder) => filesUnder(join(root, folder))),
    ...FILES.map((name) => join(root, name)),
  ];
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** Returns 'fresh' when dist/ was up to date, 'built' after a build; throws with vite's output on failure. */
export function ensureBuild(root) {
  const dist = join(root, 'dist');
  const stampFile = join(dist, '.build-stamp');
  const stamp = sourceStamp(root);
  if (
    existsSync(join(dist, 'index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp
  ) {
    return 'fresh';
  }
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (result.status !== 0) {
    const words = stripVTControlCharacters(`${result.stdout}${result.stderr}`).split('\n');
    const useful = words.filter((line) => !/^\s+at /.test(line)); // vite's own stack says nothing of ours
    throw new Error(`构建失败 build failed\n${useful.join('\n')}`);
  }
  writeFileSync(stampFile, stamp);
  return 'built';
}

if (isMain(import.meta.filename)) {
  try {
    console.log(ensureBuild(join(import.meta.dirname, '..')));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
