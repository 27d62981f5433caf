import type { Geometry } from 'geojson';
import type { AlignmentOrigin, UserAlignment } from '../../document/plan-document';
import type { BoundingBox } from '../../domain/lng-lat';
import type { Project } from '../../domain/project';
import type { DrawOptions, DrawSession } from '../../map/draw/start-draw';

/** What the user confirms: an alignment but for whose it is and when it was made. */
export interface AlignmentDraft {
  readonly geometry: Geometry;
  readonly accuracyMetres: number;
  readonly origin: AlignmentOrigin;
  readonly note: string;
}

/** Mount with `key={project.id}`: the form belongs to one project. Not modal, since the map is drawn on meanwhile. */
export interface AlignmentPanelProps {
  /** The project as the pack has it, without the user's alignment. */
  readonly project: Project;
  /** The user's alignment in the document; null when there is none. */
  readonly alignment: UserAlignment | null;
  /** Of the region; a position outside must be confirmed. */
  readonly bbox: BoundingBox;
  /** Begins drawing on the map; null while the map is not ready. */
  readonly startDraw: ((options: Omit<DrawOptions, 'colour'>) => Promise<DrawSession>) | null;
  /** The geometry to show before it is confirmed; null takes it away. Called with null on unmount. */
  readonly onPreview: (geometry: Geometry | null) => void;
  readonly onConfirm: (draft: AlignmentDraft) => void;
  /** Deletes the alignment; the shell shows the undo toast. */
  readonly onDelete: () => void;
  readonly onClose: () => void;
}
