// The script and style of the one-file hand-out (src/report/handout-client), built apart and handed to the app as text with
// their CSP hashes: the policy of a file that is opened by double-click can name nothing else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const MODULE = 'virtual:handout-client';
const FOLDER = join(import.meta.dirname, '../src/report/handout-client');

const hash = (text) => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;

export function handoutClient() {
  return {
    name: 'cuntu-handout-client',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      const made = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          target: 'es2022',
          modulePreload: false,
          lib: { entry: join(FOLDER, 'main.ts'), formats: ['iife'], name: 'handout' },
        },
      });
      const [{ output }] = [made].flat();
      const script = output[0].code;
      const style = readFileSync(join(FOLDER, 'handout.css'), 'utf8');
      const parts = { script, scriptHash: hash(script), style, styleHash: hash(style) };
      return `export const HANDOUT_ASSETS = ${JSON.stringify(parts)};`;
    },
  };
}
