import type { Scene, SceneFigure } from './scene';

/** What is presented and handed out, in its order. */
export function shownScenes(scenes: ReadonlyMap<string, Scene>): readonly Scene[] {
  return [...scenes.values()].filter(({ isHidden }) => !isHidden);
}

/** A headline that is no longer what it was. */
export interface FigureChange {
  readonly label: string;
  readonly was: string;
  readonly now: string;
}

/** Captured headlines whose text is another now; one that is gone reads “无”. Nothing captured is nothing changed. */
export function figureChanges(
  captured: readonly SceneFigure[],
  live: readonly SceneFigure[],
): readonly FigureChange[] {
  const textNow = new Map(live.map(({ label, text }) => [label, text]));
  return captured.flatMap(({ label, text: was }) => {
    const now = textNow.get(label) ?? '无';
    return now === was ? [] : [{ label, was, now }];
  });
}
