import { useEffect, useRef } from 'react';
import type { TimelineYear } from '../../domain/timeline';
import { nextYear } from './timeline-view';

interface Playback {
  readonly years: readonly TimelineYear[];
  readonly year: number | null;
  readonly playing: boolean;
  readonly intervalMilliseconds: number;
  readonly onYear: (year: number) => void;
  readonly onPlaying: (playing: boolean) => void;
}

function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Steps from year to year while playing, and stops on the last. With reduced motion, one step at a press. */
export function usePlayback(playback: Playback): void {
  const { years, year, playing, intervalMilliseconds } = playback;
  const calls = useRef(playback);
  useEffect(() => {
    calls.current = playback;
  });
  useEffect(() => {
    if (!playing || year === null) return;
    const next = nextYear(years, year);
    const step = (): void => {
      if (next !== null) calls.current.onYear(next);
      if (next === null || nextYear(years, next) === null) calls.current.onPlaying(false);
    };
    if (prefersReducedMotion()) {
      step();
      calls.current.onPlaying(false);
      return;
    }
    const timer = setTimeout(step, intervalMilliseconds);
    return () => clearTimeout(timer);
  }, [playing, year, years, intervalMilliseconds]);
}
