// Every kind of damage: the exact Chinese messages (golden: test/fixtures/packs/broken-packs.json, REGEN=1 rewrites)
// and proof that the rest stays alive.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RegionPack } from '../../src/domain/region-pack';
import { loadPack } from '../../src/packs/load';
import type { PackSource } from '../../src/packs/source';
import { memorySource, sealedManifest, sealedSource, syntheticFiles } from './synthetic-pack';

const GOLDEN = join(import.meta.dirname, '../fixtures/packs/broken-packs.json');
const REGEN = process.env.REGEN === '1';

type Change = (files: Map<string, string>) => void;

/** Replaces one piece of text, which must be there, so that no case can silently stop breaking its file. */
function edit(path: string, from: string | RegExp, to: string): Change {
  return (files) => {
    const before = files.get(path) ?? '';
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} has no ${String(from)}`);
    files.set(path, after);
  };
}

/** Changes files after the manifest was made: size and checksum no longer fit. */
function tampered(change: Change): PackSource {
  const files = syntheticFiles();
  files.set('pack.json', sealedManifest(files));
  change(files);
  return memorySource(files);
}

/** Reorders a square's corners into a bow-tie: 2nd and 3rd corner swapped. */
function bowTie(path: string): Change {
  return (files) => {
    const data = JSON.parse(files.get(path) ?? '') as {
      features: { geometry: { coordinates: number[][][] } }[];
    };
    const ring = data.features[0]?.geometry.coordinates[0];
    if (!ring?.[1] || !ring[2]) throw new Error(`${path} has no ring`);
    [ring[1], ring[2]] = [ring[2], ring[1]];
    files.set(path, JSON.stringify(data));
  };
}

const CASES: Readonly<Record<string, () => PackSource>> = {
  'manifest missing': () => memorySource(syntheticFiles()),
  'manifest bad JSON': () => tampered(edit('pack.json', '{"spec"', '{spec')),
  'manifest is a web page': () => tampered((f) => f.set('pack.json', '<!doctype html>')),
  'manifest unknown spec': () => tampered(edit('pack.json', '"spec":1', '"spec":2')),
  'manifest without bbox': () => tampered(edit('pack.json', /"bbox":\[[^\]]*\],/, '')),
  'manifest lists no villages': () => sealedSource((f) => f.delete('villages.csv')),
  'counties missing': () => tampered((f) => f.delete('counties.geojson')),
  'counties wrong checksum': () => tampered(edit('counties.geojson', '甲县', '乙县')),
  'counties truncated': () =>
    tampered((f) => f.set('counties.geojson', (f.get('counties.geojson') ?? '').slice(0, 200))),
  'counties not a collection': () =>
    sealedSource(edit('counties.geojson', 'FeatureCollection', 'Feature')),
  'county of unknown class': () => sealedSource(edit('counties.geojson', 'national', 'rich')),
  'county without geometry': () =>
    sealedSource(edit('counties.geojson', /"geometry": \{[^}]*\}/, '"geometry": null')),
  'county crossing': () => sealedSource(bowTie('counties.geojson')),
  'township crossing': () => sealedSource(bowTie('townships.geojson')),
  'township unclosed': () =>
    sealedSource(edit('townships.geojson', /110,\s*35\s*\]\s*\]\s*\]/, '110,35.5]]]')),
  'township of unknown county': () =>
    sealedSource(edit('townships.geojson', '"countyCode": "990001"', '"countyCode": "990009"')),
  'township without name': () => sealedSource(edit('townships.geojson', '"子乡"', '""')),
  'villages wrong count': () => sealedSource(edit('villages.csv', /990001001002.*\n/, '')),
  'villages wrong heading': () => sealedSource(edit('villages.csv', 'lng,lat', 'lat,lng')),
  'village twice': () => sealedSource(edit('villages.csv', '990001001002', '990001001001')),
  'village outside': () => sealedSource(edit('villages.csv', '110.1,35.1', '35.1,110.1')),
  'village of unknown township': () =>
    sealedSource(
      edit(
        'villages.csv',
        '990001001001,甲村,village-committee,990001001',
        '990001003001,甲村,village-committee,990001003',
      ),
    ),
  'village NaN coordinate': () => sealedSource(edit('villages.csv', '110.1,35.1', 'NaN,35.1')),
  'village code as number': () => sealedSource(edit('villages.csv', '990001001001', '9.90001E+11')),
  'village of unknown method': () => sealedSource(edit('villages.csv', 'surveyed', 'guessed')),
  'village row cut': () => sealedSource(edit('villages.csv', ',20,surveyed,S1', '')),
  'villages several at once': () =>
    sealedSource((f) => {
      edit('villages.csv', '110.1,35.1', 'x,')(f);
      edit('villages.csv', ',9000,', ',9000.5,')(f);
      edit('villages.csv', '丁社区', ' ')(f);
    }),
  'villages not UTF-8': () => {
    const source = sealedSource();
    const read = async (path: string): Promise<Uint8Array> =>
      path === 'villages.csv' ? new Uint8Array([0xbc, 0xd7]) : source.read(path);
    return { read };
  },
  'villages unsorted': () =>
    sealedSource(edit('villages.csv', /(990001001001.*\n)(990001001002.*\n)/, '$2$1')),
  'base missing': () => tampered((f) => f.delete('base.geojson')),
  'base null coordinate': () => sealedSource(edit('base.geojson', '109', 'null')),
  'base number too large': () => sealedSource(edit('base.geojson', '109', '1e999')),
  'base NaN coordinate': () => sealedSource(edit('base.geojson', '109', 'NaN')),
  'base empty line': () =>
    sealedSource(edit('base.geojson', /"coordinates": \[[\s\S]*?\]\s*\]/, '"coordinates": []')),
  'belt of unknown county': () => sealedSource(edit('belts.geojson', '"990001"', '"990009"')),
  'belt geometry of another kind': () => sealedSource(edit('belts.geojson', 'corridor', 'upland')),
  'projects bad JSON': () =>
    sealedSource(edit('projects.geojson', '"features": [', '"features": [,')),
  'projects wrong count': () =>
    tampered(edit('pack.json', /("path":"projects.geojson".*?"records":)1/, '$12')),
  'project of unknown township': () =>
    sealedSource(edit('projects.geojson', '"990001001"', '"990001009"')),
  'project scope-only with a line': () =>
    sealedSource(edit('projects.geojson', '"schematic"', '"scope-only"')),
  'relocations missing': () => tampered((f) => f.delete('relocations.json')),
  'timeline without records': () => sealedSource(edit('timeline.json', 'records', 'rows')),
  'timeline of unknown status': () => sealedSource(edit('timeline.json', '"poor"', '"rich"')),
  'claim about nothing known': () => sealedSource(edit('claims.json', 'project-a', 'project-b')),
  'claims damaged': () => sealedSource(edit('claims.json', '"value": 2', '"value": "2"')),
  'sources damaged': () => sealedSource(edit('sources.json', '"title"', '"titel"')),
  'table file missing': () => tampered((f) => f.delete('tables/table1.csv')),
  'table sidecar not listed': () => sealedSource((f) => f.delete('tables/table1.json')),
  'table row cut': () => sealedSource(edit('tables/table1.csv', '丑乡,200,8%', '丑乡,200')),
  'table of unknown area': () =>
    sealedSource(edit('tables/table1.json', '"990001002"', '"990001008"')),
  'table unit without evidence': () =>
    sealedSource(edit('tables/table1.json', '"impliedUnit": "%"', '"impliedUnit": "‰"')),
  'table cell not a number': () => sealedSource(edit('tables/table1.csv', '100', '约100')),
  'table share above one': () => sealedSource(edit('tables/table1.csv', '12.5', '125')),
};

interface Answer {
  readonly ok: boolean;
  readonly problems: readonly { readonly text: string; readonly mend: string }[];
  /** How many records of each kind are alive. */
  readonly alive?: Readonly<Record<string, number>>;
}

function aliveCounts(pack: RegionPack): Record<string, number> {
  const { counties, townships, villages, baseFeatures, belts, projects, relocations } = pack;
  const { timeline, claims, sources, tables, figures } = pack;
  const lists = {
    counties,
    townships,
    villages,
    baseFeatures,
    belts,
    projects,
    relocations,
    timeline,
    claims,
    sources,
    tables,
    figures,
  };
  return Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, list.length]));
}

async function answerOf(source: PackSource): Promise<Answer> {
  const outcome = await loadPack(source);
  const problems = (outcome.ok ? outcome.notes : outcome.problems).map(
    ({ severity, text, mend }) => ({ severity, text, mend }),
  );
  return outcome.ok
    ? { ok: true, problems, alive: aliveCounts(outcome.value) }
    : { ok: false, problems };
}

const answers = new Map<string, Answer>();
for (const [name, makeSource] of Object.entries(CASES))
  answers.set(name, await answerOf(makeSource()));
if (REGEN) writeFileSync(GOLDEN, `${JSON.stringify(Object.fromEntries(answers), null, 2)}\n`);
const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Record<string, Answer>;

describe('a broken pack', () => {
  it.each(Object.keys(CASES))('%s', (name) => {
    expect(answers.get(name)?.problems.length).toBeGreaterThan(0);
    expect(answers.get(name)).toEqual(golden[name]);
  });

  it('has a golden answer for every case and none besides', () => {
    expect(Object.keys(golden)).toEqual(Object.keys(CASES));
  });

  it('lists the first twenty problems of a file and counts the rest', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index},,,,,,,,,`).join('\n');
    const outcome = await loadPack(
      sealedSource((f) =>
        f.set('villages.csv', `${f.get('villages.csv')?.split('\n')[0]}\n${rows}\n`),
      ),
    );
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.text).toMatch(/^villages\.csv：另有 \d+ 处问题未逐一列出。$/);
  });
});
