import type { Belt } from '../../domain/belt';
import type { County } from '../../domain/administrative';
import type { Project } from '../../domain/project';
import type { RelocationProgramme } from '../../domain/relocation';

export interface ObjectPick {
  readonly kind: 'project' | 'belt' | 'relocation';
  readonly id: string;
}

export interface ObjectsPanelProps {
  readonly counties: readonly County[];
  /** The projects in force: the pack's and the user's own. */
  readonly projects: readonly Project[];
  readonly belts: readonly Belt[];
  /** What the plan calls them together. */
  readonly beltsWord: string;
  /** Half-width or margin in metres by belt id, where the user changed it; others keep the belt's default. */
  readonly beltWidths: ReadonlyMap<string, number>;
  /** Belts drawn on the map. */
  readonly shownBeltIds: ReadonlySet<string>;
  readonly relocations: readonly RelocationProgramme[];
  readonly selected: ObjectPick | null;
  /** Projects under coverage analysis, in the order chosen. */
  readonly chosenIds: readonly string[];
  readonly onSelect: (pick: ObjectPick) => void;
  readonly onZoomTo: (pick: ObjectPick) => void;
  readonly onChoose: (projectIds: readonly string[]) => void;
  readonly onShowBelts: (ids: readonly string[]) => void;
  /** null puts the belt's default back. */
  readonly onBeltWidth: (beltId: string, metres: number | null) => void;
  /** Draw the missing line of a scope-only project. */
  readonly onDrawAlignment: (projectId: string) => void;
  readonly onImportAlignment: (projectId: string) => void;
  /** Move a project's place on the map. */
  readonly onAdjust: (projectId: string) => void;
}
