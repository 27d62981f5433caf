// The bench as one bundle, so that it measures the code as users run it: unbundled modules cost it a quarter to a half
// more. The folder lies as deep as test/bench, whose files look for docs/ and the pages from their own place.
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'test/bench/run.ts',
    outDir: '.cache/bench',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.mjs', chunkFileNames: 'bench-[name].mjs' } },
  },
});
