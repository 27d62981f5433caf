// What two linked maps show of two scenarios: data only, from the comparison to the map stage.
import type { CoverageResult } from '../analysis/coverage-result';
import type { PlanObject } from '../domain/plan-object';
import type { ChangeMark } from '../map/style/change-icons';
import type { MapCanvasProps } from '../map/map-canvas';

/** The part of a map's scene that depends on the scenario. */
export type ScenarioScene = Pick<
  MapCanvasProps,
  | 'planObjects'
  | 'flows'
  | 'projects'
  | 'chosenProjectIds'
  | 'villages'
  | 'coverage'
  | 'reach'
  | 'belts'
  | 'changes'
>;

export interface LinkedSide {
  readonly title: string;
  readonly scene: ScenarioScene;
  /** null while the engine works. */
  readonly result: CoverageResult | null;
  readonly objects: ReadonlyMap<string, PlanObject>;
}

export interface LinkedScenes {
  readonly way: 'side' | 'swipe';
  readonly before: LinkedSide;
  readonly after: LinkedSide;
  /** Villages gained, lost and changed otherwise, as the list counts them; null while the engine works. */
  readonly counts: Readonly<Record<ChangeMark, number>> | null;
}
