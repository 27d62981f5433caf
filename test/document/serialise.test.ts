import { describe, expect, it } from 'vitest';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { isGeometry } from '../../src/document/geometry-guard';
import { commit, startHistory } from '../../src/document/history';
import { emptyDocument } from '../../src/document/plan-document';
import {
  documentToFile,
  historyToRecord,
  parseDocument,
  parseHistory,
  serialiseDocument,
} from '../../src/document/serialise';
import { sampleAlignment } from './sample-alignment';

const set = (id: string) => setAlignment({ alignment: sampleAlignment(id), projectName: id });
const belt = setBeltWidth({ beltId: 'b', beltName: '', widthMetres: 100 });
const sample = belt.apply(set('p2').apply(set('p1').apply(emptyDocument('pack', '1'))));
const codes = (text: string) => {
  const parsed = parseDocument(text);
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.code);
};

describe('document as text', () => {
  it('reads back what it wrote', () => {
    expect(parseDocument(serialiseDocument(sample))).toEqual({
      ok: true,
      value: sample,
      notes: [],
    });
  });

  it('is the same text whatever the order of the edits', () => {
    const other = set('p1').apply(set('p2').apply(belt.apply(emptyDocument('pack', '1'))));
    expect(serialiseDocument(other)).toBe(serialiseDocument(sample));
  });

  it('tells a newer format from damage', () => {
    expect(codes('{"schemaVersion": 2}')).toEqual(['document-newer']);
    expect(codes('{"schemaVersion": 1}')).toEqual(['document-damaged']);
    expect(codes('{')).toEqual(['document-damaged']);
    expect(codes('null')).toEqual(['document-damaged']);
  });

  it('names the damaged member', () => {
    const file = documentToFile(sample);
    const [first] = file.alignments;
    const broken = { ...file, alignments: [{ ...first, accuracyMetres: -1 }] };
    const parsed = parseDocument(JSON.stringify(broken));
    expect(parsed.ok ? '' : parsed.problems[0]?.text).toContain('alignments.0.accuracyMetres');
  });
});

describe('history as a record', () => {
  it('stores an alignment once however many steps keep it', () => {
    let history = commit(startHistory(emptyDocument('pack', '1')), set('p1'));
    for (let metres = 0; metres < 20; metres++) {
      history = commit(history, setBeltWidth({ beltId: 'b', beltName: '', widthMetres: metres }));
    }
    expect(JSON.stringify(historyToRecord(history)).split('LineString')).toHaveLength(2);
  });

  it('refuses an index beyond its steps', () => {
    const record = { ...historyToRecord(startHistory(sample)), index: 3 };
    expect(parseHistory(record).ok).toBe(false);
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
