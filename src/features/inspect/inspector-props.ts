import type { CoverageResult } from '../../analysis/coverage-result';
import type { PovertyEstimate } from '../../analysis/poverty-estimate';
import type { VillageReach } from '../../analysis/village-reach';
import type { OwnFigures } from '../../document/effective-region';
import type { ImportRecord } from '../../domain/imported';
import type { PackIndex } from '../../domain/pack-index';
import type { CellReference } from '../../domain/source';
import type { Inspected } from './inspected';

export interface InspectorProps {
  readonly index: PackIndex;
  /** Null shows the empty state. */
  readonly inspected: Inspected | null;
  readonly coverage: CoverageResult | null;
  readonly estimate: PovertyEstimate;
  /** Villages' own figures by code; `estimate` already holds them. */
  readonly ownFigures: ReadonlyMap<string, OwnFigures>;
  /** The document's imports by id. */
  readonly imports: ReadonlyMap<string, ImportRecord>;
  /** Every project with a place as seen from the inspected village, nearest first; null before the answer. */
  readonly villageReach: readonly VillageReach[] | null;
  /** Projects already in the coverage analysis, so that the button can say so. */
  readonly chosenIds: readonly string[];
  readonly onInspect: (thing: Inspected) => void;
  readonly onZoomTo: (thing: Inspected) => void;
  readonly onAddToCoverage: (projectId: string) => void;
  readonly onRemoveFromCoverage: (projectId: string) => void;
  /** Move the project's place on the map. */
  readonly onAdjust: (projectId: string) => void;
  readonly onOpenCell: (cell: CellReference) => void;
  readonly onOpenSource: (sourceId: string) => void;
  /** Puts the text on the clipboard and tells the user. */
  readonly onCopy: (text: string) => void;
}
