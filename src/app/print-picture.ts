// The map of a sheet as a picture that was looked at: drawn off screen, checked for empty parts, packed as JPEG.
import type { Outcome, Problem } from '../domain/problem';
import type { PicturePlan } from '../features/print/print-plan';
import type { PrintTile, TiledPicture } from '../features/print/print-tiles';
import type { MapScene } from '../map/map-scene';
import type { MapCamera } from '../map/map-types';
import { type StillImage, StillMap } from '../map/still-image';
import { pictureFault } from '../report/page-picture-check';

const JPEG_QUALITY = 0.93;
/** Fine enough to find a tile that is missing, small enough to be read at once. */
const SAMPLE_SIDE_PX = 640;

function refused(code: string, text: string): Outcome<never> {
  const problem: Problem = {
    code,
    severity: 'error',
    where: {},
    text,
    mend: '没有写出文件。请关闭其他占用显卡的网页后重试，或选小一些的纸张。',
  };
  return { ok: false, problems: [problem] };
}

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error(`no canvas of ${width} × ${height} pixels`);
  return [canvas, context];
}

function faultOf(bitmap: ImageBitmap): ReturnType<typeof pictureFault> {
  const share = Math.min(1, SAMPLE_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * share), Math.round(bitmap.height * share)];
  const [, context] = canvasOf(width, height);
  context.imageSmoothingEnabled = false;
  context.drawImage(bitmap, 0, 0, width, height);
  return pictureFault(context.getImageData(0, 0, width, height).data, width, height);
}

interface CheckedStill extends StillImage {
  /** The caller closes it. */
  readonly bitmap: ImageBitmap;
}

/** Refused when something of it is empty; a part of a map may be its ground alone. */
async function checkedStill(
  scene: MapScene,
  camera: MapCamera,
  map: StillMap,
  signal: AbortSignal,
  isPart = false,
): Promise<Outcome<CheckedStill>> {
  const still = await map.take(scene, camera, signal);
  if (!still.ok) return still;
  const bitmap = await createImageBitmap(new Blob([still.value.png], { type: 'image/png' }));
  const fault = faultOf(bitmap);
  const isPlainGround = isPart && fault?.kind === 'one-colour';
  if (fault === null || isPlainGround)
    return { ok: true, value: { ...still.value, bitmap }, notes: still.notes };
  bitmap.close();
  return refused(
    'print-picture-blank',
    fault.kind === 'empty-cells'
      ? `地图图像有空白：64 块里有 ${fault.count} 块没有画出来。`
      : `地图图像是空的：只有 ${fault.count} 种颜色。`,
  );
}

/** A map for pictures of one size, taken away in every case. */
export async function withStill<T>(
  { size }: Pick<PicturePlan, 'size'>,
  work: (map: StillMap) => Promise<T>,
): Promise<T> {
  const map = new StillMap(size);
  return work(map).finally(() => map.close());
}

/** One picture as PNG. */
export function mapPng(
  scene: MapScene,
  plan: PicturePlan,
  signal: AbortSignal,
): Promise<Outcome<CheckedStill>> {
  return withStill(plan, (map) => checkedStill(scene, plan.camera, map, signal));
}

export interface MapJpeg {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

async function jpegOf(
  bitmap: ImageBitmap,
  { x, y, width, height }: PrintTile['crop'],
): Promise<Outcome<MapJpeg>> {
  const [canvas, context] = canvasOf(width, height);
  context.drawImage(bitmap, -x, -y);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  // Its memory goes at once, not when the collector comes.
  canvas.width = 0;
  if (!blob) return refused('print-picture-size', `放不下 ${width}×${height} 像素的地图图像。`);
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  return { ok: true, value: { jpeg, widthPx: width, heightPx: height }, notes: [] };
}

/** All parts of the map, in their order. One part alone must not be plain ground, many may be. */
export async function mapJpegs(
  scene: MapScene,
  { tiles }: TiledPicture,
  map: StillMap,
  signal: AbortSignal,
  onTile: (at: number) => void,
): Promise<Outcome<readonly MapJpeg[]>> {
  const jpegs: MapJpeg[] = [];
  for (const [at, { camera, crop }] of tiles.entries()) {
    onTile(at);
    const drawn = await checkedStill(scene, camera, map, signal, tiles.length > 1);
    if (!drawn.ok) return drawn;
    const { bitmap } = drawn.value;
    const jpeg = await jpegOf(bitmap, crop).finally(() => bitmap.close());
    if (!jpeg.ok) return jpeg;
    jpegs.push(jpeg.value);
  }
  return { ok: true, value: jpegs, notes: [] };
}
