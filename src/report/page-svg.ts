// A page as SVG in millimetres: the preview on screen and the legend as a file.
import type { Box, Ink, PageMark, Point } from './page-marks';
import { xmlText } from './report-text';

export interface PageSheet {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PageMark[];
}

const FONT = "'Cuntu Sans','Noto Sans SC','Microsoft YaHei',sans-serif";

function escaped(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Hundredths of a millimetre are finer than any print. */
const mm = (value: number): string => String(Math.round(value * 100) / 100);

function inkText({ fill, line, lineWidth = 0.2, dash, opacity }: Ink): string {
  return [
    `fill="${escaped(fill ?? 'none')}"`,
    line === undefined ? '' : `stroke="${escaped(line)}" stroke-width="${lineWidth.toFixed(3)}"`,
    line === undefined || !dash ? '' : `stroke-dasharray="${dash.map(mm).join(' ')}"`,
    opacity === undefined ? '' : `opacity="${opacity}"`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function boxText({ x, y, width, height }: Box): string {
  return `x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"`;
}

function pathText(paths: readonly (readonly Point[])[], isClosed: boolean): string {
  return paths
    .filter((path) => path.length > 1)
    .map((path) => `M${path.map(([x, y]) => `${mm(x)} ${mm(y)}`).join('L')}${isClosed ? 'Z' : ''}`)
    .join('');
}

const ANCHORS = { left: 'start', middle: 'middle', right: 'end' } as const;

function markText(mark: PageMark, at: number, pictures: ReadonlyMap<string, string>): string {
  switch (mark.kind) {
    case 'rect':
      return `<rect ${boxText(mark)} ${inkText(mark)}/>`;
    case 'circle':
      return `<circle cx="${mm(mark.x)}" cy="${mm(mark.y)}" r="${mm(mark.radius)}" ${inkText(mark)}/>`;
    case 'path': {
      const path = `<path d="${pathText(mark.paths, mark.isClosed)}" fill-rule="evenodd" stroke-linejoin="round" ${inkText(mark)}`;
      if (!mark.clip) return `${path}/>`;
      const id = `clip${at}`;
      return `<clipPath id="${id}"><rect ${boxText(mark.clip)}/></clipPath>${path} clip-path="url(#${id})"/>`;
    }
    case 'text': {
      const { x, y, turn, align, size, colour, isStrong, text } = mark;
      const turned = turn === 0 ? '' : ` transform="rotate(${-turn} ${mm(x)} ${mm(y)})"`;
      const weight = isStrong ? ' font-weight="600"' : '';
      return `<text x="${mm(x)}" y="${mm(y)}" font-size="${mm(size)}" fill="${colour}" text-anchor="${ANCHORS[align]}"${weight}${turned}>${escaped(text)}</text>`;
    }
    case 'image': {
      const url = pictures.get(mark.name);
      return url === undefined
        ? `<rect ${boxText(mark)} fill="#F5F7F8"/>`
        : `<image ${boxText(mark)} preserveAspectRatio="none" href="${escaped(url)}"/>`;
    }
  }
}

/** `pictures`: URL by name; a picture that is not there yet is a pale field. */
export function pageSvg(sheet: PageSheet, pictures: ReadonlyMap<string, string>): string {
  const { width, height, marks } = sheet;
  const body = marks.map((mark, at) => markText(mark, at, pictures)).join('\n');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(width)}mm" height="${mm(height)}mm" ` +
    `viewBox="0 0 ${mm(width)} ${mm(height)}" font-family="${FONT}">\n${body}\n</svg>\n`
  );
}
