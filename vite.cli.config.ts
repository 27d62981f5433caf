// The command `cuntu` as one self-contained file for Node: nothing of node_modules is needed to run it.
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'cuntu.mjs', chunkFileNames: 'cuntu-[name].mjs' } },
  },
});
