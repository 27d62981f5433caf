import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/document/diff';
import { removeAlignment } from '../../src/document/edits/remove-alignment';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { emptyDocument } from '../../src/document/plan-document';
import { deepFreeze } from './frozen';
import { sampleAlignment } from './sample-alignment';

const empty = deepFreeze(emptyDocument('pack', '1'));
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
    const { alignments, beltWidths } = diffDocuments(prev, next);
    expect([...alignments.added.keys()]).toEqual(['p3']);
    expect([...alignments.updated.keys()]).toEqual(['p2']);
    expect([...alignments.removed.keys()]).toEqual(['p1']);
    expect(beltWidths.added.size + beltWidths.updated.size + beltWidths.removed.size).toBe(0);
  });

  it('does not compare documents of two packs', () => {
    expect(() => diffDocuments(empty, emptyDocument('other', '1'))).toThrow('pack and other');
  });
});
