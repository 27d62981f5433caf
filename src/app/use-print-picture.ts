import { useEffect, useState } from 'react';
import { type Problem, reasonOf } from '../domain/problem';
import type { PicturePlan } from '../features/print/print-plan';
import type { MapScene } from '../map/map-scene';
import type { MapCamera } from '../map/map-types';
import { type StillSize, stillImage } from '../map/still-image';

/** Typing and choosing go on: the map is drawn when the hand has rested so long. */
const REST_MILLISECONDS = 400;
const PREVIEW_WIDTH_PX = 760;

export interface PreviewPicture {
  /** Of the picture, null until it is drawn. */
  readonly url: string | null;
  readonly problems: readonly Problem[];
}

const NONE: PreviewPicture = { url: null, problems: [] };

function failed(error: unknown): PreviewPicture {
  const reason = reasonOf(error);
  const text = `预览没有画出：${reason}。`;
  const mend = '不影响数据；请换一种纸张或比例尺，或关闭后重新打开。';
  return {
    url: null,
    problems: [{ code: 'print-preview', severity: 'error', where: {}, text, mend }],
  };
}

async function drawn(
  scene: MapScene,
  camera: MapCamera,
  size: Pick<StillSize, 'width' | 'height'>,
  signal: AbortSignal,
): Promise<PreviewPicture> {
  const pixelRatio = Math.min(1, PREVIEW_WIDTH_PX / size.width);
  const still = await stillImage(scene, camera, { ...size, pixelRatio }, signal);
  if (!still.ok) return { url: null, problems: still.problems };
  const blob = new Blob([still.value.png], { type: 'image/png' });
  return { url: URL.createObjectURL(blob), problems: [] };
}

/**
 * The sheet's map as a small picture, by the same camera as in print; none while it does not fit the plan any more.
 * `isPaused`: the graphics card is busy with a file.
 */
export function usePrintPicture(
  scene: MapScene,
  plan: PicturePlan,
  isPaused: boolean,
): PreviewPicture & { readonly isBehind: boolean } {
  // Numbers, for a plan's identity changes with every letter of the title.
  const { width, height } = plan.size;
  const { zoom } = plan.camera;
  const [lng, lat] = plan.camera.center;
  const key = [lng, lat, zoom, width, height].join(' ');
  const [picture, setPicture] = useState<{ readonly key: string; readonly of: PreviewPicture }>({
    key: '',
    of: NONE,
  });
  const isBehind = picture.key !== key;
  useEffect(() => {
    if (isPaused || !isBehind) return;
    const abort = new AbortController();
    const camera = { center: [lng, lat], zoom, bearing: 0, pitch: 0 } as const;
    const timer = setTimeout(() => {
      drawn(scene, camera, { width, height }, abort.signal)
        .then((of) => {
          if (!abort.signal.aborted) setPicture({ key, of });
          else if (of.url !== null) URL.revokeObjectURL(of.url);
        })
        .catch((error: unknown) => {
          // Else given up because another sheet is wanted.
          if (!abort.signal.aborted) setPicture({ key, of: failed(error) });
        });
    }, REST_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [scene, key, lng, lat, zoom, width, height, isPaused, isBehind]);
  const { url } = picture.of;
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
  return isBehind ? { ...NONE, isBehind } : { ...picture.of, isBehind };
}
