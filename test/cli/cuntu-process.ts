// Runs the command as a user does: a child process over the built file.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, '.cache', 'cuntu-test');

/** Builds the command from the sources as they are; a few seconds. */
export async function buildCuntu(): Promise<void> {
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: OUT, emptyOutDir: true },
  });
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function cuntu(...words: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const args = [join(OUT, 'cuntu.mjs'), ...words];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
