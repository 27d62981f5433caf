// Files of a sheet: PDF, map and legend apart.
import type { Outcome, Problem } from '../domain/problem';
import { type PicturePlan, type SheetPlan } from '../features/print/print-plan';
import type { PrintSettings } from '../features/print/print-settings';
import type { TiledPicture } from '../features/print/print-tiles';
import { legendSheet } from '../report/page-legend';
import { type PublishRule, audienceWord } from '../report/publish-rule';
import { type PageSheet, pageSvg } from '../report/page-svg';
import { fileName } from './download';
import { sheetPng } from './print-canvas';
import { printLegends } from './print-legends';
import { type MapJpeg, mapJpegs, mapPng, withStill } from './print-picture';
import { type PrintSource, defaultTitle, sheetPage } from './print-source';
import type { FileJob, MadeFile } from './use-file-run';

const FONT_PATH = 'fonts/cuntu-print.ttf';
const PDF_TYPE = 'application/pdf';
const PNG_TYPE = 'image/png';
const SVG_TYPE = 'image/svg+xml';
/** 300 dpi. */
const LEGEND_DOTS_PER_MM = 11.81;

function noFont(detail: string): Problem {
  return {
    code: 'print-no-font',
    severity: 'error',
    where: { file: FONT_PATH },
    text: `读不到打印字体 ${FONT_PATH}（${detail}）。`,
    mend: '没有写出文件。请刷新页面后重试；仍读不到时请重新安装。',
  };
}

/** TrueType of the bundled font; fetched only when a PDF is made. */
export async function printFont(signal: AbortSignal): Promise<Outcome<Uint8Array>> {
  try {
    const answer = await fetch(new URL(FONT_PATH, document.baseURI), { signal });
    if (!answer.ok) return { ok: false, problems: [noFont(String(answer.status))] };
    return { ok: true, value: new Uint8Array(await answer.arrayBuffer()), notes: [] };
  } catch (cause) {
    signal.throwIfAborted();
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, problems: [noFont(detail)] };
  }
}

export async function pdfWriter(font: Uint8Array, title: string, author: string) {
  const { PdfFile } = await import('../report/pdf-file');
  return new PdfFile(font, { title, author });
}

export function pdfFile(
  title: string,
  rule: PublishRule | null,
  bytes: Uint8Array<ArrayBuffer>,
  text: string,
): MadeFile {
  return { name: fileName([title, audienceWord(rule)], 'pdf'), type: PDF_TYPE, bytes, text };
}

const tileName = (at: number): string => `map-${at}`;

/** The page with the parts of its map in place of the one picture. */
export function tiledPage(page: PageSheet, { tiles }: TiledPicture): PageSheet {
  const marks = page.marks.flatMap((mark): PageSheet['marks'] => {
    if (mark.kind !== 'image') return [mark];
    return tiles.map(({ place }, at) => ({
      ...mark,
      name: tileName(at),
      x: mark.x + place.x * mark.width,
      y: mark.y + place.y * mark.height,
      width: place.width * mark.width,
      height: place.height * mark.height,
    }));
  });
  return { ...page, marks };
}

export function tilePictures(jpegs: readonly MapJpeg[]): ReadonlyMap<string, MapJpeg> {
  return new Map(jpegs.map((jpeg, at) => [tileName(at), jpeg]));
}

interface Sheet {
  readonly source: PrintSource;
  readonly settings: PrintSettings;
  readonly plan: SheetPlan;
  readonly tiled: TiledPicture;
  readonly picture: PicturePlan;
}

const titleOf = ({ source, settings }: Sheet): string => settings.title || defaultTitle(source);

export function sheetPdf(sheet: Sheet): FileJob {
  return async ({ signal, onStep }) => {
    const { source, settings, plan, tiled } = sheet;
    const count = tiled.tiles.length;
    const drawn = await withStill(tiled, (map) =>
      mapJpegs(source.scene, tiled, map, signal, (at) => {
        const part = count > 1 ? `第 ${at + 1} / ${count} 块，` : '';
        onStep({ text: `正在画地图（${part}${tiled.dpi} dpi）`, done: at, total: count + 2 });
      }),
    );
    if (!drawn.ok) return drawn;
    onStep({ text: '正在读取字体', done: count, total: count + 2 });
    const font = await printFont(signal);
    if (!font.ok) return font;
    onStep({ text: '正在写 PDF', done: count + 1, total: count + 2 });
    const page = sheetPage(source, settings, plan, tiled.dpi);
    const pdf = await pdfWriter(font.value, titleOf(sheet), settings.organisation);
    signal.throwIfAborted();
    pdf.addPage(tiledPage(page, tiled), tilePictures(drawn.value));
    const { widthPx, heightPx, dpi } = tiled;
    const text = `1 页，地图图像 ${widthPx}×${heightPx} 像素（${dpi} dpi）`;
    return {
      ok: true,
      value: [pdfFile(titleOf(sheet), source.rule, pdf.bytes(), text)],
      notes: drawn.notes,
    };
  };
}

export function mapFile(sheet: Sheet): FileJob {
  return async ({ signal, onStep }) => {
    onStep({ text: `正在画地图（${sheet.picture.dpi} dpi）`, done: 0, total: 1 });
    const drawn = await mapPng(sheet.source.scene, sheet.picture, signal);
    if (!drawn.ok) return drawn;
    const { png, widthPx, heightPx, bitmap } = drawn.value;
    bitmap.close();
    const name = fileName([titleOf(sheet), '地图', audienceWord(sheet.source.rule)], 'png');
    const text = `${widthPx}×${heightPx} 像素`;
    return { ok: true, value: [{ name, type: PNG_TYPE, bytes: png, text }], notes: drawn.notes };
  };
}

export function legendFile(sheet: Sheet, format: 'png' | 'svg'): FileJob {
  return async () => {
    const page = legendSheet(printLegends(sheet.source, sheet.plan.extent));
    const bytes =
      format === 'png'
        ? await sheetPng(page, LEGEND_DOTS_PER_MM)
        : new TextEncoder().encode(pageSvg(page, new Map()));
    const file: MadeFile = {
      name: fileName([titleOf(sheet), '图例', audienceWord(sheet.source.rule)], format),
      type: format === 'png' ? PNG_TYPE : SVG_TYPE,
      bytes,
      text: `${Math.round(page.width)}×${Math.round(page.height)} 毫米`,
    };
    return { ok: true, value: [file], notes: [] };
  };
}
