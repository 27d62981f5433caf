// npm run geodata: makes the region packs under geodata/ from two npm packages and our own facts.
// Deterministic: equal inputs give equal bytes. An argument names another output folder (used by the test).
import { join, resolve } from 'node:path';
import { buildYuncheng } from './yuncheng';

const root = resolve(import.meta.dirname, '../..');
const output = resolve(process.argv[2] ?? join(root, 'geodata'));

const report = buildYuncheng(join(root, '.cache'), join(output, 'yuncheng'));
process.stdout.write(`${report}\n`);
