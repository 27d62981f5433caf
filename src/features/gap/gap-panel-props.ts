import type { GapAnalysis } from '../../analysis/gap';
import type { MarginalCurve } from '../../analysis/marginal-curve';
import type { PackIndex } from '../../domain/pack-index';

export type GapViewName = 'villages' | 'clusters' | 'curve';

export interface GapPanelProps {
  /** With the document's alignments in force: names of the nearest projects are read from it. */
  readonly index: PackIndex;
  /** Of the answer on the map; null before the first answer or when nothing chosen has a published place. */
  readonly gap: GapAnalysis | null;
  /** Of the same targets; null while it is not computed. It does not depend on the distance in force. */
  readonly curve: MarginalCurve | null;
  /** A newer answer is on the map; lists and curve follow when the hand rests. */
  readonly isBehind?: boolean;
  readonly distanceMetres: number;
  /** What the estimates are spread from and add up to. */
  readonly estimateBasis: string;
  /** Village selected anywhere in the app; scrolled into view when it changes. */
  readonly selectedCode: string | null;
  /** What is open first; the list of villages when left out. */
  readonly initialView?: GapViewName;
  readonly onSelect: (villageCode: string) => void;
  /** The map goes to these villages: one on Enter or double click, a cluster's on a click on it. */
  readonly onZoomTo: (villageCodes: readonly string[]) => void;
  /** Whole tens of metres. */
  readonly onDistance: (metres: number) => void;
}
