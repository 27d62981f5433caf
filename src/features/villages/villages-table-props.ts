import type { CoverageResult } from '../../analysis/coverage-result';
import type { PovertyEstimate } from '../../analysis/poverty-estimate';
import type { PackIndex } from '../../domain/pack-index';

export interface VillagesTableProps {
  readonly index: PackIndex;
  /** The answer on the map; null shows the base columns only. */
  readonly coverage: CoverageResult | null;
  readonly estimate: PovertyEstimate;
  /** Village selected anywhere in the app; scrolled into view when it changes. */
  readonly selectedCode: string | null;
  /** Only villages of this county or township (a row of the breakdown was clicked); null = no limit. */
  readonly areaCode: string | null;
  readonly onSelect: (villageCode: string) => void;
  /** Enter or double click: the map goes there. */
  readonly onZoomTo: (villageCode: string) => void;
  readonly onClearArea: () => void;
}
