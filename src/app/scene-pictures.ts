// Small pictures of scenes for the overview: drawn one after another by one map off screen, each answered like a slide.
import type { Problem } from '../domain/problem';
import { type StillSize, StillMap } from '../map/still-image';
import { type AnswerSources, reportAnswer, sourcesOfScenario } from './report-answer';
import type { SceneWish } from './report-wish';
import { pictureCamera } from './scene-frame';

/** Lettering as on a small window; half as fine. */
const SIZE: StillSize = { width: 640, height: 400, pixelRatio: 0.5 };

/** The page's own work goes first. */
function atRest(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve);
  });
}

/**
 * Hands over one picture (PNG, 320 × 200 pixels) a wish by its place, in their order. Null when all are drawn; a problem ends it.
 * Rejects with the signal's reason when given up.
 */
export async function drawScenePictures(
  wishes: readonly (readonly [place: number, wish: SceneWish])[],
  sources: AnswerSources,
  signal: AbortSignal,
  onPicture: (place: number, png: Blob) => void,
): Promise<Problem | null> {
  const map = new StillMap(SIZE);
  const draw = async (): Promise<Problem | null> => {
    for (const [place, { session, scenario, highlightCodes, view }] of wishes) {
      await atRest();
      const own = sourcesOfScenario(sources, scenario.content);
      const { scene } = await reportAnswer(session, highlightCodes, own, signal);
      await atRest();
      const still = await map.take(scene, pictureCamera(view, own.index.pack, SIZE), signal);
      if (!still.ok) return still.problems[0] ?? null;
      onPicture(place, new Blob([still.value.png], { type: 'image/png' }));
    }
    return null;
  };
  return draw().finally(() => map.close());
}
