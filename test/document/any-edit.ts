import fc from 'fast-check';
import type { ImportContent, ImportRecord } from '../../src/domain/imported';
import { documentToRecord, historyToRecord } from '../../src/document/document-record';
import type { Edit } from '../../src/document/edit';
import { addImport } from '../../src/document/edits/add-import';
import { adoptPack } from '../../src/document/edits/adopt-pack';
import { removeAlignment } from '../../src/document/edits/remove-alignment';
import { moveImport } from '../../src/document/edits/move-import';
import { removeImport } from '../../src/document/edits/remove-import';
import { renameDocument } from '../../src/document/edits/rename-document';
import { renameImport } from '../../src/document/edits/rename-import';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { changeAssignments } from '../../src/document/edits/assignment-edits';
import { putObjects, removeObjects } from '../../src/document/edits/object-edits';
import {
  addScenario,
  branchScenario,
  lockScenario,
  removeScenario,
  renameScenario,
  switchScenario,
} from '../../src/document/edits/scenario-edits';
import {
  changeScene,
  moveScene,
  putScenes,
  removeScenes,
} from '../../src/document/edits/scene-edits';
import { putActual, removeActual } from '../../src/document/edits/actual-edits';
import { treatFinding, untreatFinding } from '../../src/document/edits/treatment-edits';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import type { History } from '../../src/document/history';
import { parseHistory } from '../../src/document/parse-record';
import { type PlanDocument, contentOf } from '../../src/document/plan-document';
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

/** Ids that meet an object's own keys among them. */
const anyId = fc.constantFrom('p1', 'p2', '__proto__', 'constructor');
const anyTitle = fc.constantFrom('甲', '乙', '<b>丙</b>');

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ id: anyId, shift: fc.integer({ min: 0, max: 9 }) })
    .map(({ id, shift }) =>
      setAlignment({ alignment: deepFreeze(sampleAlignment(id, shift / 10)), projectName: id }),
    ),
  anyId.map((projectId) => removeAlignment({ projectId, projectName: projectId })),
  fc
    .option(fc.integer({ min: 0, max: 20_000 }), { nil: null })
    .map((widthMetres) => setBeltWidth({ beltId: 'belt-a', beltName: '甲带', widthMetres })),
  fc
    .record({
      id: anyId,
      rows: fc.integer({ min: 0, max: 5 }),
      kind: fc.constantFrom('villages', 'zones', 'terrain'),
    })
    .map(({ id, rows, kind }) => addImport(deepFreeze(sampleImport(id, rows, kind)))),
  anyId.map((importId) => removeImport({ importId, title: importId })),
  fc
    .record({ importId: anyId, title: anyTitle })
    .map(({ importId, title }) => renameImport({ importId, title })),
  fc
    .record({ importId: anyId, steps: fc.integer({ min: -3, max: 3 }) })
    .map(({ importId, steps }) => moveImport({ importId, title: importId, steps })),
  anyTitle.map(renameDocument),
  fc.constantFrom('1', '2').map(adoptPack),
  fc
    .record({ id: anyId, persons: fc.integer({ min: 0, max: 3 }) })
    .map(({ id, persons }) => putObjects([deepFreeze(sampleSite(id, persons))], `改「${id}」`)),
  anyId.map((id) => removeObjects([id], `删除「${id}」`)),
  fc.record({ put: anyId, removed: anyId }).map(({ put, removed }) =>
    changeAssignments({
      put: [deepFreeze(sampleAssignment(put))],
      removed: [deepFreeze(sampleAssignment(removed))],
      label: '分配',
    }),
  ),
  fc
    .record({
      ids: fc.uniqueArray(anyId),
      title: anyTitle,
      at: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ ids, title, at }) => {
      const scenes = ids.map((id) => deepFreeze(sampleScene(id, title)));
      return putScenes({ scenes, at, label: `添加场景「${title}」` });
    }),
  fc
    .record({ id: anyId, title: anyTitle })
    .map(({ id, title }) => changeScene({ id, parts: { title }, label: `修改场景「${title}」` })),
  fc.uniqueArray(anyId).map((ids) => removeScenes({ ids, label: '删除场景' })),
  fc.record({ id: anyId, title: anyTitle, to: fc.integer({ min: -1, max: 4 }) }).map(moveScene),
  fc
    .record({ id: anyId, way: fc.constantFrom('accept', 'use-computed', 'exclude') })
    .map(({ id, way }) => treatFinding(deepFreeze(sampleTreatment(id, way)), '甲表合计')),
  anyId.map((id) => untreatFinding(id, '甲表合计')),
  fc
    .record({ id: anyId, year: fc.integer({ min: 2019, max: 2021 }), value: fc.integer() })
    .map(({ id, year, value }) => putActual(deepFreeze(sampleActual(id, year, value)), '甲')),
  fc
    .record({ targetId: anyId, year: fc.integer({ min: 2019, max: 2021 }) })
    .map((of) => removeActual(of, '甲')),
  fc.record({ id: anyId, title: anyTitle }).map(branchScenario),
  fc
    .record({ id: anyId, title: anyTitle })
    .map((about) => addScenario({ ...about, content: contentOf(emptySample()) })),
  fc.record({ id: anyId, title: anyTitle }).map(renameScenario),
  fc.record({ id: anyId, title: anyTitle }).map(removeScenario),
  fc.record({ id: anyId, title: anyTitle }).map(switchScenario),
  fc.record({ id: anyId, title: anyTitle, isLocked: fc.boolean() }).map(lockScenario),
);

/** Everything in a document as one text: equal texts, equal documents. */
export function documentText(doc: PlanDocument): string {
  return JSON.stringify(documentToRecord(doc, ({ content }) => JSON.stringify(content)));
}

/** Everything in a history as one text. */
export function historyText(history: History): string {
  return JSON.stringify(historyToRecord(history, ({ content }) => JSON.stringify(content)));
}

/** The same history through plain data and back. */
export function reloaded(history: History): History {
  const contents = new Map<string, ImportContent>();
  const record = historyToRecord(history, ({ id, content }: ImportRecord) => {
    const name = `${id}-${JSON.stringify(content)}`;
    contents.set(name, content);
    return name;
  });
  const back = parseHistory(structuredClone(record), { contents, lost: new Map() });
  if (!back.ok) throw new Error(JSON.stringify(back.problems));
  return back.value;
}
