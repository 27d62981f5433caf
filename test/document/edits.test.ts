import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/document/diff';
import { addImport } from '../../src/document/edits/add-import';
import { removeAlignment } from '../../src/document/edits/remove-alignment';
import { removeImport } from '../../src/document/edits/remove-import';
import { renameDocument } from '../../src/document/edits/rename-document';
import { renameImport } from '../../src/document/edits/rename-import';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { deepFreeze } from './frozen';
import { sampleAlignment } from './sample-alignment';
import { emptySample, sampleImport } from './sample-document';

const empty = deepFreeze(emptySample());
const set = (id: string, shift = 0) =>
  setAlignment({ alignment: deepFreeze(sampleAlignment(id, shift)), projectName: '甲渠' });

describe('edits', () => {
  it('set, replace and remove an alignment without touching the document before', () => {
    const one = deepFreeze(set('p1').apply(empty));
    const moved = deepFreeze(set('p1', 1).apply(one));
    const gone = removeAlignment({ projectId: 'p1', projectName: '甲渠' }).apply(moved);
    expect([empty, one, moved, gone].map((doc) => doc.alignments.size)).toEqual([0, 1, 1, 0]);
    expect(one.beltWidths).toBe(empty.beltWidths);
  });

  it('say by label how the place was got', () => {
    const alignment = sampleAlignment('p1');
    const labels = (['drawn', 'typed', 'imported'] as const).map(
      (origin) => setAlignment({ alignment: { ...alignment, origin }, projectName: '甲渠' }).label,
    );
    expect(labels).toEqual(['标绘「甲渠」的位置', '录入「甲渠」的位置', '导入「甲渠」的位置']);
  });

  it('add, rename and take away an import; each knows when it changes nothing', () => {
    const record = deepFreeze(sampleImport('i1'));
    const one = deepFreeze(addImport(record).apply(empty));
    expect(addImport(record).apply(one)).toBe(one);
    const renamed = deepFreeze(renameImport({ importId: 'i1', title: ' 村表 ' }).apply(one));
    expect(renamed.imports.get('i1')).toEqual({ ...record, title: '村表' });
    expect(renamed.imports.get('i1')?.content).toBe(record.content);
    expect(renameImport({ importId: 'i1', title: '村表' }).apply(renamed)).toBe(renamed);
    expect(renameImport({ importId: 'i9', title: '村表' }).apply(renamed)).toBe(renamed);
    const gone = removeImport({ importId: 'i1', title: '村表' }).apply(renamed);
    expect(gone.imports.size).toBe(0);
    expect(removeImport({ importId: 'i1', title: '村表' }).apply(gone)).toBe(gone);
  });

  it('rename the document, never to nothing', () => {
    const named = renameDocument('平陆方案').apply(empty);
    expect(named.title).toBe('平陆方案');
    expect(renameDocument('平陆方案').apply(named)).toBe(named);
    expect(() => renameDocument(' ')).toThrow('blank');
  });

  it('refuse lengths that are none', () => {
    const alignment = { ...sampleAlignment('p1'), accuracyMetres: Number.NaN };
    expect(() => setAlignment({ alignment, projectName: '' })).toThrow('NaN');
    expect(() => setBeltWidth({ beltId: 'b', beltName: '', widthMetres: -1 })).toThrow('-1');
  });
});

describe('diffDocuments', () => {
  it('finds added, updated and removed records by reference', () => {
    const prev = set('p2').apply(set('p1').apply(empty));
    const removed = removeAlignment({ projectId: 'p1', projectName: '' }).apply(prev);
    const next = set('p3').apply(set('p2', 1).apply(removed));
    const record = sampleImport('i1');
    const { alignments, beltWidths, imports, title } = diffDocuments(
      prev,
      renameDocument('乙').apply(addImport(record).apply(next)),
    );
    expect([...imports.added.values()]).toEqual([record]);
    expect(title).toEqual(['测试方案', '乙']);
    expect([...alignments.added.keys()]).toEqual(['p3']);
    expect([...alignments.updated.keys()]).toEqual(['p2']);
    expect([...alignments.removed.keys()]).toEqual(['p1']);
    expect(beltWidths.added.size + beltWidths.updated.size + beltWidths.removed.size).toBe(0);
  });

  it('does not compare documents of two packs', () => {
    expect(() => diffDocuments(empty, emptySample('other'))).toThrow('pack and other');
  });
});
