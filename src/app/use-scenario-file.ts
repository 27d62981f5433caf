import { useCallback } from 'react';
import { addScenario } from '../document/edits/scenario-edits';
import { newId } from '../document/new-id';
import type { DocumentSession } from '../document/document-session';
import { type PlanDocument, type Scenario, openScenario } from '../document/plan-document';
import { type Problem, reasonOf } from '../domain/problem';
import { sha256Hex } from '../io/sha256';
import { useMessages } from '../ui/messages';
import { patchPlan } from './plan-store';
import { useWorkspace } from './workspace';

const READING_SECONDS = 8;

/** A scenario of another document becomes one here, and is compared at once. */
export function addScenarioOf(
  documents: DocumentSession,
  theirs: PlanDocument,
  scenario: Scenario,
): void {
  const { scenarioId } = documents.state.getState().doc;
  const id = newId();
  const title = `${theirs.title}·${scenario.title}`;
  documents.commit(addScenario({ id, title, content: scenario.content }));
  if (documents.state.getState().doc.scenarios.has(id))
    patchPlan({ compared: { from: scenarioId, to: id } });
}

function otherRegion(theirs: string, ours: string, file: string): Problem {
  return {
    code: 'scenario-other-pack',
    severity: 'error',
    where: { file },
    text: `${file}：方案属于区域数据包 ${theirs}，当前打开的是 ${ours}。`,
    mend: '请选择同一区域的方案。',
  };
}

/** 以情景打开另一方案: a scenario of another planner's file is taken; of several, the user says which. */
export function useScenarioFile(): () => void {
  const { pack, documents } = useWorkspace();
  const message = useMessages();
  return useCallback(() => {
    const tell = ({ severity, text, mend }: Problem): void =>
      void message[severity]({ content: `${text}${mend}`, duration: READING_SECONDS });
    const take = async (): Promise<void> => {
      const { chooseFile } = await import('./document-files');
      const chosen = await chooseFile();
      if (!chosen) return;
      if (!chosen.ok) return chosen.problems.forEach(tell);
      const { bytes, target } = chosen.value;
      const { readCuntu } = await import('../document/read-cuntu');
      const about = { fileName: target.name, packId: pack.id, digest: sha256Hex };
      const read = await readCuntu(bytes, about);
      (read.ok ? read.notes : read.problems).forEach(tell);
      if (!read.ok) return;
      const theirs = read.value.doc;
      if (theirs.packId !== pack.id) return tell(otherRegion(theirs.packId, pack.id, target.name));
      if (theirs.scenarios.size > 1) patchPlan({ scenarioFile: theirs });
      else addScenarioOf(documents, theirs, openScenario(theirs));
    };
    void take().catch((error: unknown) => {
      const reason = reasonOf(error);
      void message.error(`没有打开另一方案：${reason}。当前方案没有改动。`);
    });
  }, [pack.id, documents, message]);
}
