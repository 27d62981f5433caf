import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import {
  HISTORY_CAP,
  type History,
  adoptPackVersion,
  beginDrag,
  cancelDrag,
  commit,
  currentDocument,
  endDrag,
  redo,
  redoLabel,
  startHistory,
  undo,
  undoLabel,
} from '../../src/document/history';
import { contentOf } from '../../src/document/plan-document';
import { anyEdit, documentText, reloaded } from './any-edit';
import { deepFreeze } from './frozen';
import { sampleAlignment } from './sample-alignment';
import { emptySample } from './sample-document';

const empty = () => deepFreeze(emptySample());
const widthAt = (history: History, place: number) => {
  const entry = history.entries.at(place);
  return entry && contentOf(entry.doc).beltWidths.get('belt-a');
};
const width = (widthMetres: number | null) =>
  setBeltWidth({ beltId: 'belt-a', beltName: '甲带', widthMetres });

describe('history', () => {
  it('any edits undone fully give the first document and redone fully the last, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(anyEdit, { maxLength: 40, size: 'max' }),
        fc.boolean(),
        (edits, throughStorage) => {
          const first = startHistory(deepFreeze(setAlignedStart()));
          let history = edits.reduce((before, edit) => {
            const after = commit(before, edit);
            deepFreeze(currentDocument(after));
            return after;
          }, first);
          const last = documentText(currentDocument(history));
          if (throughStorage) history = reloaded(history);
          const steps = history.index;
          for (let i = 0; i < steps; i++) history = undo(history);
          expect(undoLabel(history)).toBeNull();
          expect(documentText(currentDocument(history))).toBe(documentText(currentDocument(first)));
          if (throughStorage) history = reloaded(history);
          for (let i = 0; i < steps; i++) history = redo(history);
          expect(redoLabel(history)).toBeNull();
          expect(documentText(currentDocument(history))).toBe(last);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names what undo takes back and redo brings back', () => {
    let history = commit(startHistory(empty()), width(3000));
    history = commit(history, width(null));
    expect(undoLabel(history)).toBe('「甲带」恢复默认宽度');
    history = undo(history);
    expect(undoLabel(history)).toBe('「甲带」宽度改为 3 公里');
    expect(redoLabel(history)).toBe('「甲带」恢复默认宽度');
  });

  it('does not record an edit that changes nothing, and keeps what can be redone', () => {
    const history = undo(commit(startHistory(empty()), width(3000)));
    expect(commit(history, width(null))).toBe(history);
  });

  it('makes a drag one step', () => {
    let history = beginDrag(commit(startHistory(empty()), width(1000)));
    for (const metres of [2000, 3000, 4000]) history = commit(history, width(metres));
    history = endDrag(history);
    expect(history.entries).toHaveLength(3);
    expect(contentOf(currentDocument(history)).beltWidths.get('belt-a')).toBe(4000);
    expect(contentOf(currentDocument(undo(history))).beltWidths.get('belt-a')).toBe(1000);
  });

  it('leaves no trace of a cancelled drag, redo included', () => {
    const before = undo(commit(commit(startHistory(empty()), width(1000)), width(2000)));
    const dragged = commit(beginDrag(before), width(9000));
    expect(cancelDrag(dragged)).toEqual(before);
  });

  it('takes a running drag back whole', () => {
    const before = commit(startHistory(empty()), width(1000));
    const dragged = commit(commit(beginDrag(before), width(2000)), width(3000));
    expect(currentDocument(undo(dragged))).toBe(currentDocument(before));
  });

  it('forgets the oldest step beyond the cap, in drags too', () => {
    let history = startHistory(empty());
    for (let i = 0; i < HISTORY_CAP + 5; i++) history = commit(history, width(i));
    expect(history.entries).toHaveLength(HISTORY_CAP + 1);
    expect(widthAt(history, 0)).toBe(4);
    history = commit(commit(beginDrag(history), width(7000)), width(8000));
    expect(history.entries).toHaveLength(HISTORY_CAP + 1);
    expect(widthAt(history, -2)).toBe(HISTORY_CAP + 4);
  });

  it('takes another pack version in every step, so that undo cannot leave it', () => {
    const history = adoptPackVersion(commit(startHistory(empty()), width(1000)), '2');
    expect(currentDocument(undo(history)).packVersion).toBe('2');
  });
});

function setAlignedStart() {
  const alignment = deepFreeze(sampleAlignment('p1'));
  return setAlignment({ alignment, projectName: '甲' }).apply(empty());
}
