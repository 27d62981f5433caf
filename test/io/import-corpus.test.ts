// One file a defect and its golden report: what `cuntu inspect --json` says of it. New messages are read before they are
// written (test/fixtures/import/make-golden.ts).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportContext } from '../../src/io/import-choices';
import { type FileReport, reportFiles } from '../../src/io/import-report';
import { corpus } from '../fixtures/import/make';
import { yunchengContext } from './import-region';

const FOLDER = join(import.meta.dirname, '../fixtures/import');
const files = corpus();
const names = [...files.keys()];
const golden = (name: string): FileReport[] =>
  JSON.parse(readFileSync(join(FOLDER, 'golden', `${name}.json`), 'utf8')) as FileReport[];

let context: ImportContext;
beforeAll(async () => {
  context = await yunchengContext();
});

it('the corpus is what its script makes, byte for byte', () => {
  const there = readdirSync(FOLDER).filter((name) => name !== 'golden' && !name.endsWith('.ts'));
  expect(there.toSorted()).toEqual(names.toSorted());
  for (const [name, bytes] of files) {
    expect(readFileSync(join(FOLDER, name)).equals(Buffer.from(bytes)), name).toBe(true);
  }
  const goldens = readdirSync(join(FOLDER, 'golden')).map((name) => name.replace(/\.json$/, ''));
  expect(goldens.toSorted()).toEqual(names.toSorted());
});

describe('the report of', () => {
  it.each(names)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, name)));
    expect(await reportFiles([{ path: name, bytes }], context)).toEqual(golden(name));
  });
});

describe('every golden report', () => {
  const reports = names.flatMap((name) => golden(name).map((report) => ({ name, report })));

  it('counts each row once, and refuses with a reason', () => {
    for (const { name, report } of reports) {
      const { read, ok, warned, refused } = report.rows;
      expect(ok + warned + refused, name).toBe(read);
      const errors = report.problems.filter(({ severity }) => severity === 'error').length;
      if (refused > 0 || report.status === 'refuse') expect(errors, name).toBeGreaterThan(0);
      expect(report.status === 'ok', name).toBe(report.problems.length === 0);
    }
  });

  it('names file, row and mend in Chinese', () => {
    for (const { name, report } of reports) {
      for (const { text, mend, row } of report.problems) {
        expect(text.startsWith(name), text).toBe(true);
        expect(mend, text).toMatch(/[\u4e00-\u9fff].*。$/);
        expect(text, text).toMatch(/。$/);
        if (row !== null) expect(text).toContain(`第 ${row} `);
        expect(`${text}${mend}`, text).not.toMatch(/undefined|NaN,|\[object|。。/);
      }
    }
  });

  it('has at least 60 defects, each message of some file', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    const codes = new Set(reports.flatMap(({ report }) => report.problems.map(({ code }) => code)));
    expect(codes.size).toBeGreaterThanOrEqual(50);
  });
});

it('no key of a file reaches the prototype of anything', async () => {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, 'proto-key.geojson')));
  await reportFiles([{ path: 'proto-key.geojson', bytes }], context);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it('puts the parts of a shapefile together, and reports the files beside it one by one', async () => {
  const part = (name: string, as: string) => ({ path: as, bytes: files.get(name)! });
  const reports = await reportFiles(
    [
      part('shp-without-dbf.shp', 'a.shp'),
      part('empty.csv', 'b.csv'),
      part('dbf-without-shp.dbf', 'a.dbf'),
      part('utf-8.csv', 'c.csv'),
    ],
    context,
  );
  expect(reports.map(({ file, status }) => [file, status])).toEqual([
    ['c.csv', 'warn'],
    ['a.shp', 'warn'],
    ['b.csv', 'refuse'],
  ]);
  expect(reports[1]?.columns.map(({ heading }) => heading)).toEqual(['名称', '备注']);
});
