import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { META_POLICY } from './.ci/csp.mjs';
import { handoutClient } from './.ci/handout-client.mjs';
import { reactCompiler } from './.ci/react-compiler.mjs';

const GEODATA = join(import.meta.dirname, 'geodata');
/** Which regions are shipped, for the region switcher; written by the build of the packs. */
const REGIONS = 'regions.json';

function packIds(): string[] {
  return readdirSync(GEODATA).filter((name) => existsSync(join(GEODATA, name, 'pack.json')));
}

/** Ships every region pack under dist/geodata/<region>/ and serves the same paths in dev. */
function regionPacks(): Plugin {
  let outDir = 'dist';
  return {
    name: 'cuntu-region-packs',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    configureServer(server) {
      server.middlewares.use('/geodata', (request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? '').split('?')[0] ?? ''));
        const file = join(GEODATA, path);
        const isShipped =
          path === `/${REGIONS}` || packIds().some((id) => path.startsWith(`/${id}/`));
        if (!isShipped || !existsSync(file)) return next();
        response.end(readFileSync(file));
      });
    },
    closeBundle() {
      cpSync(join(GEODATA, REGIONS), join(outDir, 'geodata', REGIONS));
      for (const id of packIds()) {
        cpSync(join(GEODATA, id), join(outDir, 'geodata', id), { recursive: true });
      }
    },
  };
}

/** The policy stands in the built page only: the dev server injects inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'cuntu-csp',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const ZIP_MODULE = '\0cuntu-zip';

/**
 * write-excel-file zips in workers that fflate makes of blobs, which the policy forbids: the workbook would wait for ever.
 * Our own worker writes it, so it is zipped right there.
 */
function zipInThread(): Plugin {
  return {
    name: 'cuntu-zip-in-thread',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/zip/zipToArrayBuffer.js') && importer?.includes('write-excel-file')
        ? ZIP_MODULE
        : null,
    load: (id) =>
      id === ZIP_MODULE
        ? "import { zipSync } from 'fflate';\nexport default async (files) => zipSync(files).buffer;\n"
        : null,
  };
}

const PDF_EXTRAS = new Set(['html2canvas', 'dompurify', 'canvg']);

/** jsPDF would fetch these for HTML and SVG, which our pages never hold: 380 kB that no page asks for. */
function withoutPdfExtras(): Plugin {
  const empty = '\0cuntu-no-pdf-extra';
  return {
    name: 'cuntu-without-pdf-extras',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      PDF_EXTRAS.has(source) && importer?.includes('jspdf') ? empty : null,
    load: (id) => (id === empty ? 'export default null;\n' : null),
  };
}

export default defineConfig({
  base: './',
  plugins: [
    reactCompiler(),
    react(),
    regionPacks(),
    contentSecurityPolicy(),
    zipInThread(),
    handoutClient(),
    withoutPdfExtras(),
  ],
  worker: { format: 'es', plugins: () => [zipInThread()] },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 1500 },
});
