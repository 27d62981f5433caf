// Mends the parts that pptxgenjs 4.0.1 writes: notes of several paragraphs stand in one, ids of shapes are not unique, points
// without a value are written as empty numbers, charts name no East Asian font, the first row of a table is not said to be
// a heading.
import { type ZipOptions, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SLIDE_FONT } from './slide-frame';

/** Stands between the paragraphs of notes until `mended` has made paragraphs of them; no text has it (`xmlText`). */
export const NOTES_BREAK = '\u2029';

function uniqueIds(xml: string): string {
  let id = 1;
  return xml.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`);
}

function mendedNotes(xml: string): string {
  return xml.replaceAll(
    NOTES_BREAK,
    '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="zh-CN" dirty="0"/><a:t>',
  );
}

function mendedChart(xml: string): string {
  return xml
    .replaceAll(/<c:pt idx="\d+"><c:v>(?:NaN)?<\/c:v><\/c:pt>/g, '')
    .replaceAll(/<a:ea\s+typeface="[^"]*"\/>/g, '')
    .replaceAll(
      /(<a:latin typeface=")[^"]*("\/>)/g,
      `$1${SLIDE_FONT}$2<a:ea typeface="${SLIDE_FONT}"/>`,
    );
}

function mended(path: string, xml: string): string {
  if (path.startsWith('ppt/notesSlides/')) return mendedNotes(xml);
  if (path.startsWith('ppt/charts/')) return mendedChart(xml);
  if (path.startsWith('ppt/slides/'))
    return uniqueIds(xml).replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
  return xml;
}

/** The presentation as it is handed out, compressed. At once: the page's policy forbids the workers of fflate's other way. */
export function mendedParts(presentation: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(presentation)).filter(([path]) => !path.endsWith('/'));
  const parts = files.map(([path, bytes]): [string, [Uint8Array, ZipOptions]] => {
    const isText = path.endsWith('.xml') || path.endsWith('.rels');
    const content = path.endsWith('.xml') ? strToU8(mended(path, strFromU8(bytes))) : bytes;
    // Pictures and workbooks are compressed already.
    return [path, [content, { level: isText ? 6 : 0 }]];
  });
  return zipSync(Object.fromEntries(parts));
}
