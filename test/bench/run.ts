// npm run bench: the engine's tables (main.ts); with --page the page's (live-page.ts), with --import the importer's.
const has = (flag: string): boolean => process.argv.includes(flag);
await (has('--page')
  ? import('./live-page')
  : has('--import')
    ? import('./import-page')
    : import('./main'));
export {};
