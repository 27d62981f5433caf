// An Excel workbook (.xlsx, .xlsm, .et saved as xlsx): every sheet a table. Own reader over the zip and XML of this folder,
// so that the limits hold before anything is inflated, rows keep Excel's numbers and merged cells are known.
import type { Problem } from '../domain/problem';
import { CellCount } from './limits';
import { type LayersOutcome, fileNote, refuseFile } from './read-layers';
import type { SourceLayer } from './source-layer';
import { XlsxParts, dateStyles, sharedStrings, workbookParts } from './xlsx-parts';
import { fillMerges, readSheet } from './xlsx-sheet';

/** Work of a merge is rows × merges; a table of a whole county has a few hundred. */
const MOST_MERGES = 20_000;

function notesOf(file: string, sheet: string, merges: number, empty: number): Problem[] {
  const notes: Problem[] = [];
  if (merges > 0) {
    const what = `工作表「${sheet}」有 ${merges} 处合并单元格，文字已填到所盖的每一格，数字只留在左上角。`;
    notes.push(fileNote('xlsx-merged', file, what, '若不应填充，请在 Excel 中取消合并后再导入。'));
  }
  if (empty > 0) {
    const what = `工作表「${sheet}」有 ${empty} 个公式没有存下结果，按空白处理。`;
    notes.push(fileNote('xlsx-formula', file, what, '请在 Excel 中打开并保存一次，再导入。'));
  }
  return notes;
}

/** @throws BrokenFile, LimitPassed */
export function readXlsx(bytes: Uint8Array, file: string): LayersOutcome {
  const parts = new XlsxParts(bytes);
  const workbook = workbookParts(parts);
  const strings = sharedStrings(parts, workbook.stringsPath);
  const styles = dateStyles(parts, workbook.stylesPath);
  const cells = new CellCount();
  const layers: SourceLayer[] = [];
  const notes: Problem[] = [];
  for (const { name, path, isHidden } of workbook.sheets) {
    const context = { parts, strings, dateStyles: styles, is1904: workbook.is1904, cells };
    const reading = readSheet(path, context);
    if (reading.rows.length === 0) continue;
    if (isHidden) {
      const what = `工作表「${name}」是隐藏的，也读入了。`;
      notes.push(fileNote('xlsx-hidden', file, what, '不需要的，选表时不选即可。'));
    }
    notes.push(...notesOf(file, name, reading.merges.length, reading.formulasWithoutResult));
    const merges = reading.merges.slice(0, MOST_MERGES);
    const rows = fillMerges({ ...reading, merges });
    layers.push({ name, headings: null, rows, declaredCrs: null });
  }
  if (layers.length === 0) {
    return refuseFile('xlsx-empty', file, '工作簿里没有任何数据。', '请检查是否选对了文件。');
  }
  return { ok: true, value: { format: 'xlsx', encoding: null, layers }, notes };
}
