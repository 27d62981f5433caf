import type { PartPick } from '../../document/edits/take-parts';
import type { Problem } from '../../domain/problem';
import type { MapTheme } from '../../map/map-types';
import type { ChangedPart } from './compare-parts';
import type { ChangeSide, ChangedVillage, NumberRow } from './compare-view';
import type { ScenarioHead } from './plan-panel-props';

/** chosen: the projects of the coverage analysis, where a scenario has them. sites: every site that a scenario has. */
export type CompareBasis = 'chosen' | 'sites';

/** list: beside the one map. side, swipe: on two linked maps, one beside or over the other. */
export type CompareWay = 'list' | 'side' | 'swipe';

export interface CompareAnswer {
  readonly numbers: readonly NumberRow[];
  readonly villages: readonly ChangedVillage[];
  /** Of `villages`, by side. */
  readonly counts: Readonly<Record<ChangeSide, number>>;
}

/** The open scenario before and after a merge. */
export type MergeAnswer = Pick<CompareAnswer, 'numbers' | 'counts'>;

export interface ComparePanelProps {
  readonly planTitle: string;
  readonly scenarios: readonly ScenarioHead[];
  /** Before and after. */
  readonly fromId: string;
  readonly toId: string;
  readonly openId: string;
  readonly basis: CompareBasis;
  readonly way: CompareWay;
  readonly distanceMetres: number;
  /** How many projects take part, before and after. */
  readonly projectCounts: readonly [before: number, after: number];
  /** null while the engine works. */
  readonly answer: CompareAnswer | null;
  readonly problem: Problem | null;
  readonly parts: readonly ChangedPart[];
  /** Those of `parts` that are ticked to be merged. */
  readonly ticked: readonly PartPick[];
  /** What merging them would do; null while none is ticked or the engine works. */
  readonly merge: MergeAnswer | null;
  readonly theme: MapTheme;
  /** Printed under the page. */
  readonly footer: string;
  readonly onPair: (fromId: string, toId: string) => void;
  readonly onWay: (way: CompareWay) => void;
  readonly onBasis: (basis: CompareBasis) => void;
  readonly onZoomToVillage: (code: string) => void;
  /** All of them. */
  readonly onZoomToVillages: (codes: readonly string[]) => void;
  readonly onZoomToPart: (part: PartPick) => void;
  readonly onTick: (ticked: readonly PartPick[]) => void;
  /** The ticked parts of the other scenario into the open one, in one step. */
  readonly onTake: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}
