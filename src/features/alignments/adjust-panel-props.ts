import type { Geometry, Position } from 'geojson';
import type { UserAlignment } from '../../document/plan-document';
import type { BoundingBox } from '../../domain/lng-lat';
import type { Project } from '../../domain/project';
import type { AdjustView } from '../../map/draw/start-adjust';

/** Mount with `key={project.id}`. Not modal: the map is worked on meanwhile. */
export interface AdjustPanelProps {
  /** The project as the pack has it. */
  readonly project: Project;
  /** The user's place in the document; null while nothing was moved. */
  readonly alignment: UserAlignment | null;
  /** The place in force. */
  readonly geometry: Geometry;
  /** Of the region; a typed position outside is told. */
  readonly bbox: BoundingBox;
  /** Null until the handles are on the map. */
  readonly view: AdjustView | null;
  readonly onSelect: (position: Position | null) => void;
  /** A vertex typed to another place: the new geometry, sound, and where the vertex now lies. */
  readonly onTyped: (geometry: Geometry, vertex: Position) => void;
  readonly onAccuracy: (metres: number) => void;
  /** Takes the user's place away, so that the pack's holds again. */
  readonly onRestore: () => void;
  readonly onDone: () => void;
}

export interface AdjustNoticeProps {
  readonly projectName: string;
  readonly geometry: Geometry;
  readonly view: AdjustView | null;
  readonly onDone: () => void;
}
