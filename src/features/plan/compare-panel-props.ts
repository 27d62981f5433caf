import type { Problem } from '../../domain/problem';
import type { ChangedObject, ChangedVillage, NumberRow } from './compare-view';
import type { ScenarioHead } from './plan-panel-props';

/** chosen: the projects of the coverage analysis, where a scenario has them. sites: every site that a scenario has. */
export type CompareBasis = 'chosen' | 'sites';

export interface CompareAnswer {
  readonly numbers: readonly NumberRow[];
  readonly villages: readonly ChangedVillage[];
}

export interface ComparePanelProps {
  readonly planTitle: string;
  readonly scenarios: readonly ScenarioHead[];
  /** Before and after. */
  readonly fromId: string;
  readonly toId: string;
  readonly openId: string;
  readonly basis: CompareBasis;
  readonly distanceMetres: number;
  /** How many projects take part, before and after. */
  readonly projectCounts: readonly [before: number, after: number];
  /** null while the engine works. */
  readonly answer: CompareAnswer | null;
  readonly problem: Problem | null;
  readonly objects: readonly ChangedObject[];
  /** Printed under the page. */
  readonly footer: string;
  readonly onPair: (fromId: string, toId: string) => void;
  readonly onBasis: (basis: CompareBasis) => void;
  readonly onZoomToVillage: (code: string) => void;
  /** All of them. */
  readonly onZoomToVillages: (codes: readonly string[]) => void;
  readonly onZoomToObject: (id: string) => void;
  /** Objects of the other scenario into the open one, in one step. */
  readonly onTake: (ids: readonly string[]) => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}
