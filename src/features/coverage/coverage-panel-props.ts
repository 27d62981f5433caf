import type { CoverageResult } from '../../analysis/coverage-result';
import type { CoverageSummary } from '../../analysis/coverage-summary';
import type { OverlapClass, OverlapRow } from '../../analysis/overlap-summary';
import type { PackIndex } from '../../domain/pack-index';
import type { Problem } from '../../domain/problem';

/** union: one answer for all chosen projects. each: the projects side by side, one of them shown. */
export type CoverageMode = 'union' | 'each';

/** overlap: as union, the map coloured by how many of the projects reach a village. */
export type PanelMode = CoverageMode | 'overlap';

/** How the map is picking projects just now; null when it is not. */
export type MapPick = 'click' | 'lasso';

export type CoverageExportKind = 'xlsx' | 'csv' | 'geojson' | 'xlsx-uncovered';

/** Long work as the user sees it: what is done, of how much. */
export interface CoverageRun {
  readonly done: number;
  readonly total: number;
}

export interface CoveragePanelProps {
  readonly index: PackIndex;
  /** In the order chosen; ids of the pack's projects. */
  readonly chosenIds: readonly string[];
  readonly mode: PanelMode;
  /** The project shown in mode `each`; null shows the first chosen. */
  readonly focusedId: string | null;
  readonly distanceMetres: number;
  /**
   * The answer: of the focused project in mode `each`, of all chosen ones otherwise.
   * Null before the first answer or when nothing chosen has a published place.
   */
  readonly result: CoverageResult | null;
  /** Sums over `result`; null exactly when it is. */
  readonly summary: CoverageSummary | null;
  /** Counts of each chosen project, for the table of mode `each`. */
  readonly perTarget: CoverageResult['perTarget'];
  /** Of all chosen projects that have a place; null with fewer than two, or before the answer. */
  readonly overlap: readonly OverlapRow[] | null;
  /** Set by the shell once a run has lasted 0.3 s. */
  readonly run: CoverageRun | null;
  readonly problem: Problem | null;
  readonly picking: MapPick | null;
  /** The file being written, or null. */
  readonly exporting: CoverageExportKind | null;
  readonly engineVersion: string;
  /** What the estimates are spread from and add up to. */
  readonly estimateBasis: string;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onMode: (mode: PanelMode) => void;
  readonly onFocusProject: (id: string) => void;
  /** Fires on every step of the slider, so that numbers and map follow the hand. */
  readonly onDistance: (metres: number) => void;
  readonly onPick: (pick: MapPick | null) => void;
  readonly onSelectArea: (code: string) => void;
  /** The villages of a row of the overlap table. */
  readonly onSelectOverlap: (overlapClass: OverlapClass) => void;
  readonly onSelectProject: (id: string) => void;
  /** Move the project's place on the map. */
  readonly onAdjustProject: (id: string) => void;
  readonly onExport: (kind: CoverageExportKind) => void;
  /** Other formats, fields and coordinate systems. */
  readonly onExportMore: () => void;
  readonly onCancel: () => void;
}
