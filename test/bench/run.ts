// npm run bench: the engine's tables (main.ts); with --page the page's (live-page.ts).
await import(process.argv.includes('--page') ? './live-page' : './main');
export {};
