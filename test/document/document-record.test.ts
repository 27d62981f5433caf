import { describe, expect, it } from 'vitest';
import type { ImportContent } from '../../src/domain/imported';
import { addImport } from '../../src/document/edits/add-import';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { isGeometry } from '../../src/document/geometry-guard';
import { commit, startHistory } from '../../src/document/history';
import { documentToRecord, historyToRecord } from '../../src/document/document-record';
import { parseDocument, parseHistory } from '../../src/document/parse-record';
import type { PlanDocument } from '../../src/document/plan-document';
import { sampleAlignment } from './sample-alignment';
import { emptySample, sampleImport } from './sample-document';

const set = (id: string) => setAlignment({ alignment: sampleAlignment(id), projectName: id });
const belt = setBeltWidth({ beltId: 'b', beltName: '', widthMetres: 100 });
const sample = belt.apply(set('p2').apply(set('p1').apply(emptySample())));
const source = () => ({
  contents: new Map<string, ImportContent>(),
  lost: new Map<string, string>(),
});
const none = () => 'none';
const text = (doc: PlanDocument) => JSON.stringify(documentToRecord(doc, none));
const codes = (value: unknown) => {
  const parsed = parseDocument(value, source());
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.code);
};

describe('document as a record', () => {
  it('reads back what it wrote', () => {
    expect(parseDocument(JSON.parse(text(sample)), source())).toEqual({
      ok: true,
      value: sample,
      notes: [],
    });
  });

  it('is the same text whatever the order of the edits', () => {
    const other = set('p1').apply(set('p2').apply(belt.apply(emptySample())));
    expect(text(other)).toBe(text(sample));
  });

  it('tells a newer format from damage', () => {
    expect(codes({ schemaVersion: 6 })).toEqual(['document-newer']);
    expect(codes({ schemaVersion: 5 })).toEqual(['document-damaged']);
    expect(codes({ schemaVersion: 4 })).toEqual(['document-damaged']);
    expect(codes({ schemaVersion: 3 })).toEqual(['document-damaged']);
    expect(codes({ schemaVersion: 2 })).toEqual(['document-damaged']);
    expect(codes({ schemaVersion: 1 })).toEqual(['document-damaged']);
    expect(codes(null)).toEqual(['document-damaged']);
  });

  it('names the damaged member', () => {
    const record = documentToRecord(sample, none);
    const [first] = record.alignments;
    const broken = { ...record, alignments: [{ ...first, accuracyMetres: -1 }] };
    const parsed = parseDocument(broken, source());
    expect(parsed.ok ? '' : parsed.problems[0]?.text).toContain('alignments.0.accuracyMetres');
  });

  it('keeps imports in order, and names those whose content is gone', () => {
    const [one, two] = [sampleImport('z'), sampleImport('a', 2, 'zones')];
    const doc = addImport(two).apply(addImport(one).apply(sample));
    const record: unknown = JSON.parse(JSON.stringify(documentToRecord(doc, ({ id }) => id)));
    const all = {
      ...source(),
      contents: new Map([one, two].map(({ id, content }) => [id, content])),
    };
    const back = parseDocument(record, all);
    expect(back.ok && [...back.value.imports.values()]).toEqual([one, two]);
    const some = { ...source(), contents: new Map([['a', two.content]]) };
    const rest = parseDocument(record, some);
    expect(rest.ok && [...rest.value.imports.keys()]).toEqual(['a']);
    expect([...some.lost]).toEqual([['z', 'z.csv']]);
  });
});

describe('history as a record', () => {
  it('stores an alignment once however many steps keep it', () => {
    let history = commit(startHistory(emptySample()), set('p1'));
    for (let metres = 0; metres < 20; metres++) {
      history = commit(history, setBeltWidth({ beltId: 'b', beltName: '', widthMetres: metres }));
    }
    expect(JSON.stringify(historyToRecord(history, none)).split('LineString')).toHaveLength(2);
  });

  it('refuses an index beyond its steps', () => {
    const record = { ...historyToRecord(startHistory(sample), none), index: 3 };
    expect(parseHistory(record, source()).ok).toBe(false);
  });
});

describe('isGeometry', () => {
  it.each([
    [{ type: 'Point', coordinates: [111, 35] }, true],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      true,
    ],
    [{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 0] }] }, true],
    [{ type: 'Point', coordinates: [35, 111] }, false],
    [{ type: 'Point', coordinates: [Number.NaN, 1] }, false],
    [{ type: 'LineString', coordinates: [] }, false],
    [{ type: 'LineString', coordinates: [['1', '2']] }, false],
    [{ type: 'toString', coordinates: [0, 0] }, false],
    [null, false],
  ])('%j is %s', (value, expected) => {
    expect(isGeometry(value)).toBe(expected);
  });
});
