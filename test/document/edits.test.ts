import { describe, expect, it } from 'vitest';
import { diffContents } from '../../src/document/diff';
import { addImport } from '../../src/document/edits/add-import';
import { removeAlignment } from '../../src/document/edits/remove-alignment';
import { moveImport } from '../../src/document/edits/move-import';
import { removeImport } from '../../src/document/edits/remove-import';
import { renameDocument } from '../../src/document/edits/rename-document';
import { renameImport } from '../../src/document/edits/rename-import';
import { setAlignment } from '../../src/document/edits/set-alignment';
import {
  changeScene,
  moveScene,
  putScenes,
  removeScenes,
} from '../../src/document/edits/scene-edits';
import { putActual, removeActual } from '../../src/document/edits/actual-edits';
import { treatFinding, untreatFinding } from '../../src/document/edits/treatment-edits';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { changeAssignments } from '../../src/document/edits/assignment-edits';
import { mergeInto, putObjects, removeObjects } from '../../src/document/edits/object-edits';
import {
  branchScenario,
  lockScenario,
  removeScenario,
  renameScenario,
} from '../../src/document/edits/scenario-edits';
import { type PlanDocument, contentOf, openScenario } from '../../src/document/plan-document';
import type { Scene } from '../../src/domain/scene';
import { deepFreeze } from './frozen';
import { sampleAlignment } from './sample-alignment';
import {
  emptySample,
  sampleActual,
  sampleAssignment,
  sampleImport,
  sampleScene,
  sampleSite,
  sampleTreatment,
} from './sample-document';

const empty = deepFreeze(emptySample());
const set = (id: string, shift = 0) =>
  setAlignment({ alignment: deepFreeze(sampleAlignment(id, shift)), projectName: '甲渠' });

describe('edits', () => {
  it('set, replace and remove an alignment without touching the document before', () => {
    const one = deepFreeze(set('p1').apply(empty));
    const moved = deepFreeze(set('p1', 1).apply(one));
    const gone = removeAlignment({ projectId: 'p1', projectName: '甲渠' }).apply(moved);
    expect([empty, one, moved, gone].map((doc) => contentOf(doc).alignments.size)).toEqual([
      0, 1, 1, 0,
    ]);
    expect(contentOf(one).beltWidths).toBe(contentOf(empty).beltWidths);
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

  it('move an import among the others, and stop at either end', () => {
    const records = ['i1', 'i2', 'i3'].map((id) => sampleImport(id));
    const three = deepFreeze(records.reduce((doc, record) => addImport(record).apply(doc), empty));
    const move = (importId: string, steps: number) =>
      moveImport({ importId, title: importId, steps }).apply(three);
    expect([...move('i1', 1).imports.keys()]).toEqual(['i2', 'i1', 'i3']);
    expect([...move('i3', -1).imports.keys()]).toEqual(['i1', 'i3', 'i2']);
    expect([...move('i1', 9).imports.keys()]).toEqual(['i2', 'i3', 'i1']);
    expect(move('i1', 1).imports.get('i2')).toBe(records[1]);
    expect([move('i1', -1), move('i3', 1), move('i9', 1)]).toEqual([three, three, three]);
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

describe('diffContents', () => {
  it('finds added, updated and removed records by reference', () => {
    const prev = set('p2').apply(set('p1').apply(empty));
    const removed = removeAlignment({ projectId: 'p1', projectName: '' }).apply(prev);
    const next = set('p3').apply(set('p2', 1).apply(removed));
    const { alignments, beltWidths } = diffContents(contentOf(prev), contentOf(next));
    expect([...alignments.added.keys()]).toEqual(['p3']);
    expect([...alignments.updated.keys()]).toEqual(['p2']);
    expect([...alignments.removed.keys()]).toEqual(['p1']);
    expect(beltWidths.added.size + beltWidths.updated.size + beltWidths.removed.size).toBe(0);
  });
});

describe('scenarios', () => {
  const branch = branchScenario({ id: 'b1', title: ' 甲案 ' });

  it('branch without copying, and go their own ways', () => {
    const base = deepFreeze(set('p1').apply(empty));
    const branched = deepFreeze(branch.apply(base));
    expect(contentOf(branched)).toBe(contentOf(base));
    expect([branched.scenarioId, openScenario(branched).title]).toEqual(['b1', '甲案']);
    const moved = set('p1', 1).apply(branched);
    expect(moved.scenarios.get('base')?.content).toBe(contentOf(base));
    expect(contentOf(moved)).not.toBe(contentOf(base));
    expect(branch.apply(branched)).toBe(branched);
  });

  it('that are locked take no edit and are not deleted', () => {
    const locked = lockScenario({ id: 'base', title: '', isLocked: true }).apply(empty);
    expect(set('p1').apply(locked)).toBe(locked);
    const branched = branch.apply(locked);
    expect(openScenario(branched).isLocked).toBe(false);
    expect(removeScenario({ id: 'base', title: '' }).apply(branched)).toBe(branched);
    expect(contentOf(set('p1').apply(branched)).alignments.size).toBe(1);
  });

  it('are never none: of a deleted one the neighbour opens', () => {
    expect(removeScenario({ id: 'base', title: '' }).apply(empty)).toBe(empty);
    const branched = branch.apply(empty);
    expect(removeScenario({ id: 'b1', title: '' }).apply(branched).scenarioId).toBe('base');
    expect(removeScenario({ id: 'base', title: '' }).apply(branched).scenarioId).toBe('b1');
    expect(() => renameScenario({ id: 'b1', title: ' ' })).toThrow('blank');
  });

  it('lose the assignments to a site with the site', () => {
    const assigned = changeAssignments({
      put: [sampleAssignment('s1'), sampleAssignment('s2')],
      removed: [],
      label: '',
    }).apply(putObjects([sampleSite('s1'), sampleSite('s2')], '').apply(empty));
    const { objects, assignments } = contentOf(removeObjects(['s1'], '').apply(assigned));
    expect([...objects.keys()]).toEqual(['s2']);
    expect([...assignments.values()].map(({ siteId }) => siteId)).toEqual(['s2']);
  });
});

describe('merged sites', () => {
  it('keep who was assigned to them: numbers of one village add up, unknown ones stay unknown', () => {
    const assign = (siteId: string, villageCode: string, persons: number | null) => ({
      ...sampleAssignment(siteId, persons),
      villageCode,
    });
    const assigned = changeAssignments({
      put: [
        assign('s1', '1', 40),
        assign('s2', '1', 5),
        assign('s2', '2', 7),
        assign('s1', '3', 1),
        assign('s2', '3', null),
        assign('s3', '1', 9),
      ],
      removed: [],
      label: '',
    }).apply(putObjects([sampleSite('s1'), sampleSite('s2'), sampleSite('s3')], '').apply(empty));
    const merged = contentOf(
      mergeInto(sampleSite('s1', 900), ['s2'], '').apply(deepFreeze(assigned)),
    );
    expect([...merged.objects.keys()]).toEqual(['s1', 's3']);
    expect(
      [...merged.assignments.values()].map((one) => [one.siteId, one.villageCode, one.persons]),
    ).toEqual([
      ['s1', '1', 45],
      ['s1', '3', null],
      ['s3', '1', 9],
      ['s1', '2', 7],
    ]);
  });
});

describe('scenes', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => sampleScene(id));
  if (!a || !b || !c) throw new Error('three scenes');
  const ids = (doc: PlanDocument) => [...doc.scenes.keys()];
  const two = deepFreeze(putScenes({ scenes: [a, b], label: '' }).apply(empty));
  const move = (to: number) => moveScene({ id: 'a', title: '甲', to }).apply(two);

  it('take what was typed over the scene as it is, not as it was when typing began', () => {
    const change = (parts: Partial<Scene>) => changeScene({ id: 'a', parts, label: '' });
    const moved = change({ view: 'd=3000' }).apply(two);
    const typed = change({ caption: '甲乙' }).apply(moved);
    expect(typed.scenes.get('a')).toEqual({ ...a, view: 'd=3000', caption: '甲乙' });
    expect(ids(typed)).toEqual(['a', 'b']);
    expect(change({ caption: '甲乙' }).apply(typed)).toBe(typed);
    expect(changeScene({ id: 'x', parts: { caption: '甲' }, label: '' }).apply(two)).toBe(two);
  });

  it('come in at a place and are replaced where they stand', () => {
    expect(ids(putScenes({ scenes: [c], label: '' }).apply(two))).toEqual(['a', 'b', 'c']);
    const changed = { ...b, title: '乙' };
    const put = putScenes({ scenes: [c, changed], at: 1, label: '' }).apply(two);
    expect(ids(put)).toEqual(['a', 'c', 'b']);
    expect(put.scenes.get('b')).toBe(changed);
    expect(putScenes({ scenes: [b], at: 0, label: '' }).apply(two)).toBe(two);
  });

  it('are moved, at most to either end, and removed', () => {
    expect(ids(move(1))).toEqual(['b', 'a']);
    expect(ids(move(9))).toEqual(['b', 'a']);
    expect([move(0), move(-1)]).toEqual([two, two]);
    expect(moveScene({ id: 'x', title: '', to: 0 }).apply(two)).toBe(two);
    expect(ids(removeScenes({ ids: ['a', 'x'], label: '' }).apply(two))).toEqual(['b']);
    expect(removeScenes({ ids: ['x'], label: '' }).apply(two)).toBe(two);
  });
});

describe('treatments of findings', () => {
  const accept = sampleTreatment('f1', 'accept');
  const treated = deepFreeze(treatFinding(accept, '合计').apply(empty));

  it('are set, replaced and taken back, one by one', () => {
    const both = treatFinding(sampleTreatment('f2'), '甲').apply(treated);
    const other = sampleTreatment('f1', 'exclude');
    const changed = treatFinding(other, '合计').apply(both);
    expect([...changed.treatments.values()]).toEqual([other, sampleTreatment('f2')]);
    expect([...untreatFinding('f1', '').apply(changed).treatments.keys()]).toEqual(['f2']);
    expect(treatFinding(accept, '').apply(treated)).toBe(treated);
    expect(untreatFinding('f9', '').apply(treated)).toBe(treated);
  });

  it('say by label what was decided about what', () => {
    const labels = (['accept', 'use-computed', 'exclude'] as const).map(
      (way) => treatFinding(sampleTreatment('f1', way), '合计').label,
    );
    expect(labels).toEqual([
      '数据体检「合计」：按原文',
      '数据体检「合计」：采用计算值',
      '数据体检「合计」：不计入',
    ]);
    expect(untreatFinding('f1', '合计').label).toBe('数据体检「合计」：撤销处理');
  });
});

describe('actual values of targets', () => {
  it('are one a year, replaced and removed', () => {
    const put = (year: number, value: number) =>
      putActual(sampleActual('t', year, value), '森林覆盖率');
    expect(put(2018, 3).label).toBe('「森林覆盖率」2018 年实际值');
    const two = deepFreeze(put(2019, 4).apply(put(2018, 3).apply(empty)));
    const changed = put(2018, 5).apply(two);
    expect([...changed.actuals.values()].map(({ value }) => value)).toEqual([5, 4]);
    const gone = removeActual({ targetId: 't', year: 2019 }, '').apply(changed);
    expect([...gone.actuals.keys()]).toEqual(['t@2018']);
    expect(removeActual({ targetId: 't', year: 2017 }, '').apply(two)).toBe(two);
    expect(() => put(2018, Number.NaN)).toThrow('NaN');
  });
});
