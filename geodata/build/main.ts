// npm run geodata: makes the region packs under geodata/ from two npm packages and our own facts, one for each
// folder of facts/ with a pack-head.json. Deterministic: equal inputs give equal bytes.
// --only=<region> builds that region alone; --out=<folder> writes elsewhere.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FACTS_FOLDER } from './facts';
import { type RegionHead, buildRegion, missingFacts } from './region';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string' } } });
const output = resolve(values.out ?? join(root, 'geodata'));
const regions = readdirSync(FACTS_FOLDER)
  .filter((id) => existsSync(join(FACTS_FOLDER, id, 'pack-head.json')))
  .filter((id) => values.only === undefined || id === values.only);

function build(id: string): string {
  const missing = missingFacts(id);
  if (missing.length > 0) throw new Error(`facts are incomplete, no ${missing.join(', ')}`);
  return buildRegion(id, join(root, '.cache'), join(output, id));
}

for (const id of regions) {
  try {
    process.stdout.write(`${build(id)}\n`);
  } catch (cause) {
    process.exitCode = 1;
    process.stderr.write(`${id}: not built: ${cause instanceof Error ? cause.message : cause}\n`);
  }
}
if (regions.length === 0) {
  process.exitCode = 1;
  process.stderr.write(`no facts/${values.only ?? '*'}/pack-head.json\n`);
}

/** regions.json: the packs that the app offers. */
const heads = readdirSync(output)
  .filter((id) => existsSync(join(output, id, 'pack.json')))
  .map((id) => JSON.parse(readFileSync(join(output, id, 'pack.json'), 'utf8')) as RegionHead)
  .map(({ id, name, planTitle, version, date }) =>
    JSON.stringify({ id, name, planTitle, version, date }),
  );
writeFileSync(join(output, 'regions.json'), `[\n${heads.join(',\n')}\n]\n`);
