import type { CoverageResult } from '../../analysis/coverage-result';
import type { OverlapClass } from '../../analysis/overlap-summary';
import type { PovertyEstimate } from '../../analysis/poverty-estimate';
import type { OwnFigures } from '../../document/effective-region';
import type { PackIndex } from '../../domain/pack-index';
import type { VillageNearest } from './villages-table';

export interface VillagesTableProps {
  readonly index: PackIndex;
  /** The answer on the map; null shows the base columns only. */
  readonly coverage: CoverageResult | null;
  /** Names of the projects that the answer is of, in its order. */
  readonly targetNames: readonly string[];
  /** A newer answer is on the map already and comes here when the hand rests. */
  readonly isBehind?: boolean;
  /** How many chosen projects reach each village as drawn; null with fewer than two. */
  readonly overlap: Uint16Array | null;
  /** The nearest of all projects with a place; shown while no coverage is. */
  readonly nearestAny: VillageNearest | null;
  readonly estimate: PovertyEstimate;
  /** Villages' own figures by code; `estimate` already holds them. */
  readonly ownFigures: ReadonlyMap<string, OwnFigures>;
  /** Village selected anywhere in the app; scrolled into view when it changes. */
  readonly selectedCode: string | null;
  /** Only villages of this county or township (a row of the breakdown was clicked); null = no limit. */
  readonly areaCode: string | null;
  /** Only villages that so many projects reach (a row of the overlap table was clicked). */
  readonly overlapClass: OverlapClass | null;
  readonly onSelect: (villageCode: string) => void;
  /** Enter or double click: the map goes there. */
  readonly onZoomTo: (villageCode: string) => void;
  readonly onClearArea: () => void;
  readonly onClearOverlap: () => void;
}
