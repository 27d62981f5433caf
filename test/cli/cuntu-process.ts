// Runs the command as a user does: a child process over the built file.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
let outFolder = '';

/** Builds the command from the sources as they are, to .cache/`name`, a folder of the test's own; a few seconds. */
export async function buildCuntu(name: string): Promise<void> {
  outFolder = join(ROOT, '.cache', name);
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: outFolder, emptyOutDir: true },
  });
}

export function builtEntry(): URL {
  return pathToFileURL(join(outFolder, 'cuntu.mjs'));
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function cuntu(...words: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const args = [join(outFolder, 'cuntu.mjs'), ...words];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
