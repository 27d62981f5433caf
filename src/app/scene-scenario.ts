// Which scenario a scene is of. A captured view names it beside the permalink's fields, as `scenario`; a view without one
// (the pack's storyline) is of whichever is open. Pure.
import { type PlanDocument, type Scenario, openScenario } from '../document/plan-document';

const FIELD = 'scenario';

/** The view as captured in the open scenario. */
export function withScenario(view: string, { scenarioId }: PlanDocument): string {
  const field = `${FIELD}=${encodeURIComponent(scenarioId)}`;
  return view === '' ? field : `${view}&${field}`;
}

export interface SceneScenario {
  /** The open one where the scene's own is gone. */
  readonly scenario: Scenario;
  /** To be told where the scene's own is gone; else empty. */
  readonly note: string;
}

export function sceneScenario(doc: PlanDocument, view: string): SceneScenario {
  const open = openScenario(doc);
  const id = new URLSearchParams(view).get(FIELD);
  const scenario = id === null ? open : doc.scenarios.get(id);
  return scenario
    ? { scenario, note: '' }
    : { scenario: open, note: `采集本页时的情景已删除，这里是情景「${open.title}」。` };
}
