import type { Scene } from '../../domain/scene';
import type { FigureChange } from '../../domain/scene-list';

/** What is typed or ticked for a scene. */
export type SceneParts = Partial<
  Pick<Scene, 'title' | 'caption' | 'notes' | 'hasLegend' | 'highlightCodes' | 'isHidden'>
>;

export interface ScenesPanelProps {
  readonly scenes: readonly Scene[];
  /** The scene that was gone to last. */
  readonly currentId: string | null;
  /** What of the current scene's captured headlines is another number now. */
  readonly changes: readonly FigureChange[];
  /** The open scenario, that all numbers are of; null: there is only one. */
  readonly scenarioTitle: string | null;
  /** That the current scene's own scenario is gone; else empty. */
  readonly scenarioNote: string;
  /** Why the document takes no edit here; null: it does. */
  readonly refusal: string | null;
  /** Scenes that the pack comes with; 0: none. */
  readonly storylineLength: number;
  /** County, township or village selected on the map: may be outlined by a scene. */
  readonly selectedCode: string | null;
  readonly nameOfCode: (code: string) => string;
  readonly onCapture: () => void;
  readonly onAdoptStoryline: () => void;
  /** From a scene on; null: from the first. */
  readonly onPresent: (fromId: string | null) => void;
  readonly onGoTo: (id: string) => void;
  /** Words and options of a scene, those that were changed. */
  readonly onEdit: (id: string, parts: SceneParts) => void;
  /** View and headlines as they are now. */
  readonly onUpdateView: (id: string) => void;
  readonly onUpdateFigures: (id: string) => void;
  readonly onDuplicate: (id: string) => void;
  readonly onMove: (id: string, to: number) => void;
  readonly onRemove: (id: string) => void;
}
