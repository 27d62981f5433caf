// Files of every past version, written by the code of that time: each must open, and become exactly the newest file.
// After a new version: add its files here (never change an old one) and rewrite *.latest.json with REGEN=1.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentToRecord, historyToRecord } from '../../src/document/document-record';
import { parseDocument, parseHistory } from '../../src/document/parse-record';
import { DOCUMENT_SCHEMA_VERSION } from '../../src/document/plan-document';
import { sampleImport } from './sample-document';

const FOLDER = join(import.meta.dirname, 'golden');
const VERSIONS = [1, 2, 3, 4, 5];
const source = {
  contents: new Map([['c0', sampleImport('i1').content]]),
  lost: new Map<string, string>(),
};
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

function expectGolden(name: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env['REGEN']) writeFileSync(join(FOLDER, name), text);
  expect(text).toBe(readFileSync(join(FOLDER, name), 'utf8'));
}

describe('files of past versions', () => {
  it('are kept for every version', () => {
    expect(VERSIONS.at(-1)).toBe(DOCUMENT_SCHEMA_VERSION);
  });

  it.each(VERSIONS)('document of version %i opens', (version) => {
    const doc = parseDocument(readJson(`document.${version}.json`), source);
    if (!doc.ok) throw new Error(JSON.stringify(doc.problems));
    expectGolden(
      `document.${version}.latest.json`,
      documentToRecord(doc.value, () => 'c0'),
    );
  });

  it.each(VERSIONS)('history of version %i opens, with undo and redo', (version) => {
    const history = parseHistory(readJson(`history.${version}.json`), source);
    if (!history.ok) throw new Error(JSON.stringify(history.problems));
    expectGolden(
      `history.${version}.latest.json`,
      historyToRecord(history.value, () => 'c0'),
    );
    expect(source.lost.size).toBe(0);
  });
});
