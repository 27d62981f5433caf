import type { Problem } from '../../domain/problem';
import type { Scene } from '../../domain/scene';
import type { LegendModel } from '../../ui/legend-model';
import type { PresentAction, PresentState, PresentWish } from './present-state';

export interface Range {
  readonly asDrawn: number;
  readonly atLeast: number;
  readonly atMost: number;
}

/** The headlines of what is on the screen. */
export interface LiveFigures {
  /** Villages covered as drawn, surely and at most; null while no project is asked about. */
  readonly covered: Range | null;
  readonly notCovered: number;
  /** Poor households of the covered villages, with the words for how they were estimated; null without any figure. */
  readonly households: (Range & { readonly flag: string }) | null;
  /** 村级单位 of the region. */
  readonly units: number;
}

export interface PresentPanelProps {
  readonly state: PresentState;
  readonly scene: Scene;
  /** Which scenario the numbers are of, where there are several or the scene's own is gone; else empty. */
  readonly scenario: string;
  /** Whether any project is asked about. */
  readonly isAsking: boolean;
  /** Null until the answer to what is asked is there. */
  readonly figures: LiveFigures | null;
  /** Why there is no answer. */
  readonly problem: Problem | null;
  readonly distanceMetres: number;
  readonly maxDistanceMetres: number;
  /** The time slider's years and the one shown; none while its layer is off. */
  readonly years: readonly number[];
  readonly year: number | null;
  readonly legends: readonly { readonly title: string; readonly legend: LegendModel }[];
  /** More live lines of the scene, e.g. how many claims hold. */
  readonly more: React.ReactNode;
  readonly onAction: (action: PresentAction | PresentWish) => void;
  readonly onDistance: (metres: number) => void;
  readonly onYear: (year: number) => void;
}
