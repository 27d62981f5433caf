// Marks of a page on a canvas: the legend as PNG, in the page's own font.
import type { Ink, PageMark } from '../report/page-marks';
import type { PageSheet } from '../report/page-svg';

const FONT = "'Cuntu Sans','Noto Sans SC','Microsoft YaHei',sans-serif";

function ink(
  context: CanvasRenderingContext2D,
  { fill, line, lineWidth = 0.2, dash = [], opacity = 1 }: Ink,
  path: Path2D,
): void {
  context.globalAlpha = opacity;
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fill(path, 'evenodd');
  }
  if (line !== undefined) {
    context.strokeStyle = line;
    context.lineWidth = lineWidth;
    context.setLineDash([...dash]);
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

function drawMark(context: CanvasRenderingContext2D, mark: PageMark): void {
  const path = new Path2D();
  switch (mark.kind) {
    case 'rect':
      path.rect(mark.x, mark.y, mark.width, mark.height);
      return ink(context, mark, path);
    case 'circle':
      path.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
      return ink(context, mark, path);
    case 'path':
      for (const [first, ...rest] of mark.paths) {
        if (!first) continue;
        path.moveTo(...first);
        for (const point of rest) path.lineTo(...point);
        if (mark.isClosed) path.closePath();
      }
      return ink(context, mark, path);
    case 'text':
      context.font = `${mark.isStrong ? 600 : 400} ${mark.size}px ${FONT}`;
      context.fillStyle = mark.colour;
      context.textAlign = mark.align === 'middle' ? 'center' : mark.align;
      context.fillText(mark.text, mark.x, mark.y);
      return;
    case 'image':
      throw new Error(`a sheet with picture ${mark.name} has no place on this canvas`);
  }
}

/** A sheet of shapes and level text as PNG; throws for one with pictures. */
export async function sheetPng(
  { width, height, marks }: PageSheet,
  dotsPerMm: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * dotsPerMm);
  canvas.height = Math.round(height * dotsPerMm);
  const context = canvas.getContext('2d');
  if (!context) throw new Error(`no canvas of ${canvas.width} × ${canvas.height} pixels`);
  context.scale(dotsPerMm, dotsPerMm);
  for (const mark of marks) drawMark(context, mark);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob)
    throw new Error(`canvas of ${canvas.width} × ${canvas.height} pixels gives no picture`);
  return new Uint8Array(await blob.arrayBuffer());
}
