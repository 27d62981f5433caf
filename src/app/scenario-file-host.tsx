import { openScenario } from '../document/plan-document';
import type { PlanDocument } from '../document/plan-document';
import { ScenarioFileDialog } from '../features/plan/scenario-file-dialog';
import { patchPlan } from './plan-store';
import { addScenarioOf } from './use-scenario-file';
import { useWorkspace } from './workspace';

/** Asks which scenario of a file is taken. */
export default function ScenarioFileHost({ theirs }: { readonly theirs: PlanDocument }) {
  const { documents } = useWorkspace();
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
      onTake={(id) => {
        close();
        addScenarioOf(documents, theirs, theirs.scenarios.get(id) ?? openScenario(theirs));
      }}
      onClose={close}
    />
  );
}
