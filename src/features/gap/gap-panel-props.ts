import type { ClusterRows, GapRows } from '../../analysis/gap';
import type { MarginalCurve } from '../../analysis/marginal-curve';
import type { PackIndex } from '../../domain/pack-index';

import type { Progress } from '../../engine/protocol';
import type { GapKind } from './gap-view';

/** The two lists of one answer. */
export interface GapView extends Readonly<Record<GapKind, GapRows>> {
  readonly distanceMetres: number;
  readonly clusterRadiusMetres: number;
}

/** The clusters of one of the lists. */
export interface GapClusters {
  readonly kind: GapKind;
  readonly rows: ClusterRows;
}

export type GapViewName = 'villages' | 'clusters' | 'curve';

export interface GapPanelProps {
  /** With the document's alignments in force: names of the nearest projects are read from it. */
  readonly index: PackIndex;
  /** Of the answer on the map; null before the first answer or when nothing chosen has a published place. */
  readonly gap: GapView | null;
  /** Of the list last asked for by `onClusters`; null while they are not computed. */
  readonly clusters: GapClusters | null;
  /** Of the same targets; null while it is not computed. It does not depend on the distance in force. */
  readonly curve: MarginalCurve | null;
  /** A newer answer is on the map; lists and curve follow when the hand rests. */
  readonly isBehind?: boolean;
  /** Of a calculation that takes long. */
  readonly run: Progress | null;
  readonly isCancelled: boolean;
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
  /** The clusters of this list are looked at; null: none are. */
  readonly onClusters: (kind: GapKind | null) => void;
  readonly onCancel: () => void;
  /** Whole tens of metres. */
  readonly onDistance: (metres: number) => void;
}
