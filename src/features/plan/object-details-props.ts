import type { ReactNode } from 'react';
import type { ObjectCheck } from '../../analysis/object-checks';
import type { ObjectFacts } from '../../analysis/object-facts';
import type { BoundingBox } from '../../domain/lng-lat';
import type { FieldSpec } from '../../domain/plan-object-field';
import type { FieldValue, PlanObject } from '../../domain/plan-object';
import type { Problem } from '../../domain/problem';
import type { DrawMode, DrawProgress } from '../../map/draw/drawn-shape';
import type { FieldLists } from './field-control';

/** Drawing on the map; what is drawn goes into the document by itself. */
export interface PlaceDrawing {
  /** null while nothing is drawn. */
  readonly progress: DrawProgress | null;
  readonly problem: Problem | null;
  readonly start: (mode: DrawMode) => void;
  readonly finish: () => void;
  readonly undoVertex: () => void;
  readonly cancel: () => void;
}

export interface TypedPlace {
  readonly text: string;
  readonly mode: DrawMode;
  /** As `parseCrs` reads it. */
  readonly crs: string;
}

export interface PlaceProps {
  readonly object: PlanObject;
  readonly bbox: BoundingBox;
  readonly isLocked: boolean;
  /** null while the map is not ready. */
  readonly drawing: PlaceDrawing | null;
  /** Takes what was typed, or says why not; notes when it was taken. */
  readonly onTyped: (typed: TypedPlace) => readonly Problem[];
  readonly onAccuracy: (metres: number) => void;
}

/** Mount with `key={object.id}`. */
export interface ObjectDetailsProps extends PlaceProps {
  readonly lists: FieldLists;
  readonly facts: ObjectFacts | null;
  readonly factsProblem: Problem | null;
  /** `facts` are null because they are still being computed. */
  readonly isFactsLater: boolean;
  readonly checks: readonly ObjectCheck[];
  /** In the coverage analysis; null for objects that are no project. */
  readonly isChosen: boolean | null;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onName: (name: string) => void;
  readonly onNote: (note: string) => void;
  readonly onField: (spec: FieldSpec, value: FieldValue | null) => void;
  readonly onZoomTo: () => void;
  readonly onAdjust: () => void;
  readonly onRemove: () => void;
  /** Of a site: who moves there. */
  readonly children?: ReactNode;
}
