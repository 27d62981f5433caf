import type { TimelineYear } from '../../domain/timeline';

export interface TimelinePanelProps {
  /** Ascending; empty shows why there is no timeline. */
  readonly years: readonly TimelineYear[];
  readonly countyNames: ReadonlyMap<string, string>;
  /** One of `years`; null shows the first. */
  readonly year: number | null;
  readonly playing: boolean;
  /** Time on one year while playing; 1800 when left out. Reduced motion stops at each year instead of playing on. */
  readonly intervalMilliseconds?: number;
  readonly onYear: (year: number) => void;
  readonly onPlaying: (playing: boolean) => void;
  readonly onSelectCounty: (code: string) => void;
}
