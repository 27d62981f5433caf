// How the sheets of a workbook are printed: all columns on one page's width, the heading on every page, pages numbered. The
// writer knows none of it, so it is put into its files (ECMA-376 part 1, 18.3.1: the order of elements matters).
import {
  type FoundElement,
  findElement,
  prependMarkupInsideElement,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { Options, SheetOptions } from 'write-excel-file/universal';

type Settings = Options<Blob>;
type Sheet = SheetOptions<Blob>;

const A4 = 9;
const A3 = 8;
/** Widths of columns, in characters, that are still to be read: at 85 % across A4, at 55 % along it. */
const MOST_ACROSS = 110;
const MOST_ALONG = 250;

function paperOf({ columns = [] }: Sheet): string {
  const width = columns.reduce((sum, column) => sum + (column.width ?? 8), 0);
  const orientation = width > MOST_ACROSS ? 'landscape' : 'portrait';
  return `paperSize="${width > MOST_ALONG ? A3 : A4}" orientation="${orientation}"`;
}

const MARGINS =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
const FOOTER =
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';

/** High enough for Chinese in any font: a default of the program's own may cut it. */
const ROWS = '<sheetFormatPr defaultRowHeight="16" customHeight="1"/>';
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

function elementOf(xml: string, name: string): FoundElement {
  const element = findElement(xml, name);
  if (!element) throw new Error(`a workbook without ${name}`);
  return element;
}

function fitted(xml: string): string {
  const made = prependMarkupInsideElement(xml, elementOf(xml, 'worksheet'), FIT);
  return made.replace(/<cols|<sheetData/, (next) => ROWS + next);
}

/** The last of the rows that stay in view is the heading. */
function titleName({ sheet = '', stickyRowsCount: row }: Sheet, at: number): string {
  if (!row) return '';
  const range = sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'!$${row}:$${row}`);
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${range}</definedName>`;
}

function titled(xml: string, sheets: readonly Sheet[]): string {
  const names = `<definedNames>${sheets.map(titleName).join('')}</definedNames>`;
  return replaceElement(xml, elementOf(xml, 'definedNames'), names);
}

/** Options of `writeExcelFile` for workbooks whose columns have widths. */
export const SHEET_PRINT: Settings = {
  features: [
    {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': {
            transform: fitted,
            insert: (sheet) => `${MARGINS}<pageSetup ${paperOf(sheet)} fitToHeight="0"/>${FOOTER}`,
          },
          'xl/workbook.xml': { transform: titled },
        },
      },
    },
  ],
};
