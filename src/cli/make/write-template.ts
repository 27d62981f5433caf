// The workbook to fill in: 说明 (what each column wants), then every sheet of the template with its headings and what is
// already known. Codes are text cells, so that Excel keeps them whole.
import type { CellObject, Row } from 'write-excel-file/universal';
import { excelText } from '../../domain/excel-text';
import { SHEETS } from './template';
import type { TemplateSheet } from './template-columns';
import { OUTLINES, SHAPES } from './template-files';

export type TemplateCell = string | number | null;

const HEADING_FILL = '#E7ECF1';
const [LEAST_WIDTH, NOTE_WIDTH] = [12, 90] as const;

function cell(value: TemplateCell, style: Partial<CellObject> = {}): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, ...style };
  return { value: excelText(value), type: String, format: '@', ...style };
}

const heading = (text: string): CellObject | null =>
  cell(text, { fontWeight: 'bold', backgroundColor: HEADING_FILL });

function guide(): Row[] {
  const opening = [
    '村图区域数据包填报表',
    `一、按各工作表填写，表头带 * 的必须填写。表头不要改名，不用的行列留空。`,
    `二、县的图形在同一文件夹的「${OUTLINES}」文件里；项目和产业带的图形放进「${SHAPES}」文件，河流、道路等按「底图」表各放一个文件（GeoJSON、KML、Shapefile 压缩包、DXF、GeoPackage 均可）。`,
    `三、存盘后运行 cuntu pack build <文件夹>：有错误会逐条指出工作表、行和列，改好再运行一次。`,
  ];
  const rows = SHEETS.flatMap(({ name, about, columns }): Row[] => [
    [],
    [cell(`工作表「${name}」`, { fontWeight: 'bold' }), null, null, cell(about)],
    ...columns.map(({ heading: title, isRequired, note, words }): Row => [
      null,
      cell(title),
      cell(isRequired ? '必填' : ''),
      cell(
        [note, words === undefined ? '' : `可填：${words.join('、')}`]
          .filter((each) => each !== '')
          .join('。'),
      ),
    ]),
  ]);
  return [
    ...opening.map((line, at): Row => [
      cell(line, at === 0 ? { fontWeight: 'bold', fontSize: 14 } : {}),
    ]),
    ...rows,
  ];
}

function sheetOf({ name, columns }: TemplateSheet, known: readonly (readonly TemplateCell[])[]) {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map((each) => ({ width: Math.max(LEAST_WIDTH, 2 * each.heading.length + 4) })),
    data: [
      columns.map((each) => heading(each.isRequired ? `${each.heading}*` : each.heading)),
      ...known.map((row): Row => row.map((value) => cell(value))),
    ],
  };
}

/** Bytes of the workbook; `known`: rows by sheet name, in the order of the sheet's columns. */
export async function templateWorkbook(
  known: ReadonlyMap<string, readonly (readonly TemplateCell[])[]>,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const about = {
    sheet: '说明',
    columns: [{ width: 22 }, { width: 16 }, { width: 8 }, { width: NOTE_WIDTH }],
    data: guide(),
  };
  const sheets = SHEETS.map((sheet) => sheetOf(sheet, known.get(sheet.name) ?? []));
  const blob = await writeExcelFile([about, ...sheets]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
