import { create } from 'zustand';
import type { PartPick } from '../document/edits/take-parts';
import type { PlanDocument } from '../document/plan-document';
import type { CompareWay } from '../features/plan/compare-panel-props';
import type { MapPick } from '../map/map-types';
import type { LinkedScenes, LinkedSide } from './linked-scenes';

/** What planning asks of the screen; never in undo or in a link. */
interface PlanSession {
  /** Site whose villages are picked on the map, one by one or inside a loop; null: none. */
  readonly picking: { readonly siteId: string; readonly way: 'click' | 'lasso' } | null;
  /** 就近分配 is open. */
  readonly assigning: boolean;
  /** Scenarios that are compared; null while they are not. */
  readonly compared: { readonly from: string; readonly to: string } | null;
  /** How they are looked at. */
  readonly compareWay: CompareWay;
  /** What the linked maps show; null while there is the one map. */
  readonly linked: LinkedScenes | null;
  /** Parts of the other scenario that are ticked to be merged. */
  readonly ticked: readonly PartPick[];
  /** The open scenario as it would be with them, on the one map; null: none is ticked, or there are two maps. */
  readonly preview: LinkedSide | null;
  /** Ringed on both linked maps. */
  readonly focus: MapPick | null;
  /** Another document of which a scenario is chosen; null: none. */
  readonly scenarioFile: PlanDocument | null;
}

export const usePlanSession = create<PlanSession>(() => ({
  picking: null,
  assigning: false,
  compared: null,
  compareWay: 'list',
  linked: null,
  ticked: [],
  preview: null,
  focus: null,
  scenarioFile: null,
}));

export function patchPlan(part: Partial<PlanSession>): void {
  usePlanSession.setState(part);
}

/** The one map shows the open scenario as it is. */
export function showOpenScenario(): void {
  patchPlan({ compareWay: 'list', focus: null, ticked: [] });
}
