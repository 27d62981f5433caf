import { useCallback } from 'react';
import { type PlanDocument, contentOf, openScenario } from '../document/plan-document';
import { ScenarioFileDialog } from '../features/plan/scenario-file-dialog';
import { patchPlan } from './plan-store';
import { scenarioParts } from './scenario-parts';
import { addScenarioOf } from './use-scenario-file';
import { useWorkspace } from './workspace';

/** Asks which scenario of a file is taken. */
export default function ScenarioFileHost({ theirs }: { readonly theirs: PlanDocument }) {
  const { documents, index } = useWorkspace();
  const partsOf = useCallback(
    (id: string) => {
      const ours = contentOf(documents.state.getState().doc);
      const { content } = theirs.scenarios.get(id) ?? openScenario(theirs);
      return scenarioParts(index, ours, content);
    },
    [documents, index, theirs],
  );
  const close = (): void => patchPlan({ scenarioFile: null });
  return (
    <ScenarioFileDialog
      planTitle={theirs.title}
      scenarios={[...theirs.scenarios.values()].map(({ id, title, content }) => ({
        id,
        title,
        objectCount: content.objects.size,
      }))}
      openId={theirs.scenarioId}
      partsOf={partsOf}
      onTake={(id) => {
        close();
        addScenarioOf(documents, theirs, theirs.scenarios.get(id) ?? openScenario(theirs));
      }}
      onClose={close}
    />
  );
}
