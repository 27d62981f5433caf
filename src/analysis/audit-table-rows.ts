// Rows of one table against each other: the same code or the same name twice, and rows whose longitude and latitude changed
// places. A name is all words of a row together (县, 乡镇, 村, 年份 …), since a village's own name may well come twice.
import type { AuditFinding } from '../domain/audit-finding';
import { finding } from './audit-finding-text';
import { figureText, plainText } from './audit-number';
import { type AuditColumn, type AuditTable, cellPlace, rowNumber, rowWords } from './audit-table';

const CODE = /代码$|^编码$|^code$/i;
const LONGITUDE = /经度|东经|^(lng|lon|longitude)$/i;
const LATITUDE = /纬度|北纬|^(lat|latitude)$/i;
/** Tell nothing of what the row is. */
const ASIDE = /^(序号?|编号|行号|备注|说明|no\.?|id)$/i;
/** In a table in which more of the rows repeat a name, and more than two, it is no name of the row. */
const MOST_REPEATED = 0.2;
const HAN = /\p{Script=Han}/u;

function isOfMap(heading: string): boolean {
  return LONGITUDE.test(heading) || LATITUDE.test(heading) || /^[xy]$/i.test(heading);
}

/** Body rows by what `keyOf` says of them; rows without a key are left out. */
function grouped({ bodyRows }: AuditTable, keyOf: (row: number) => string): readonly number[][] {
  const groups = new Map<string, number[]>();
  for (const row of bodyRows) {
    const key = keyOf(row);
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}

function repeated(
  audited: AuditTable,
  column: AuditColumn,
  rows: readonly number[],
  word: string,
): AuditFinding {
  const [first = 0, ...others] = rows;
  const numbers = rows.map((row) => `第${rowNumber(audited, row)}行`).join('、');
  return finding({
    kind: 'list-duplicate',
    severity: word === '代码' ? 'error' : 'warning',
    where: cellPlace(audited, others[0] ?? first, column),
    against: rows.filter((row) => row !== others[0]).map((row) => cellPlace(audited, row, column)),
    stated: audited.table.rows[first]?.cells[column.index]?.trim() ?? '',
    computed: null,
    unit: '',
    arithmetic: `${numbers}的${word}相同`,
    cause: '同一单位录了两次，或其中一行抄错。',
    text: `${audited.name}${numbers}的${word}相同：“${audited.table.rows[first]?.cells[column.index]?.trim() ?? ''}”。`,
    mend: '请核对这几行：重复的删去一行，写错的改正；合计随之重算。',
    canUseComputed: false,
  });
}

function repeatedRows(audited: AuditTable): AuditFinding[] {
  const { columns, table, bodyRows } = audited;
  const labels = columns.filter(({ kind }) => kind === 'label');
  const code = labels.find(({ heading }) => CODE.test(plainText(heading)));
  const words = labels.filter(({ heading }) => {
    const text = plainText(heading);
    return !ASIDE.test(text) && !isOfMap(text);
  });
  const cell = (row: number, { index }: AuditColumn): string =>
    table.rows[row]?.cells[index]?.trim() ?? '';
  const byCode = code === undefined ? [] : grouped(audited, (row) => cell(row, code));
  const byName = grouped(audited, (row) => {
    const parts = words.map((column) => cell(row, column));
    return HAN.test(parts.join('')) ? parts.join('|') : '';
  });
  const name = words.filter((column) => column !== code).at(-1);
  const found = [
    ...(code === undefined ? [] : byCode.map((rows) => repeated(audited, code, rows, '代码'))),
    ...(name === undefined || code !== undefined
      ? []
      : byName.map((rows) => repeated(audited, name, rows, '名称'))),
  ];
  const repeatedCount = found.reduce((sum, { against }) => sum + against.length, 0);
  return repeatedCount > Math.max(2, bodyRows.length * MOST_REPEATED) ? [] : found;
}

/** Latitudes of China are below 54°, its longitudes above 73°. */
const isLatitude = (degrees: number): boolean => degrees > 3 && degrees < 54;
const isLongitude = (degrees: number): boolean => degrees > 73 && degrees < 136;

function swappedRows(audited: AuditTable): AuditFinding[] {
  const { columns, bodyRows } = audited;
  const lng = columns.find(({ heading }) => LONGITUDE.test(plainText(heading)));
  const lat = columns.find(({ heading }) => LATITUDE.test(plainText(heading)));
  if (lng === undefined || lat === undefined) return [];
  const swapped = bodyRows.filter((row) => {
    const [x, y] = [lng.cells[row]?.value, lat.cells[row]?.value];
    return x !== undefined && y !== undefined && isLatitude(x) && isLongitude(y);
  });
  const [first] = swapped;
  if (first === undefined) return [];
  const isAll = swapped.length === bodyRows.length;
  return (isAll ? [first] : swapped).map((row) => {
    const [x = 0, y = 0] = [lng.cells[row]?.value, lat.cells[row]?.value];
    const who = isAll ? `${audited.name}全部${swapped.length}行` : rowWords(audited, row);
    return finding({
      kind: 'swapped-axes',
      severity: 'error',
      where: cellPlace(audited, row, lng),
      against: [cellPlace(audited, row, lat)],
      stated: x,
      computed: y,
      unit: '度',
      arithmetic: `“${lng.heading}”为${figureText(x)}，“${lat.heading}”为${figureText(y)}；我国经度73—136度，纬度3—54度`,
      cause: '经度与纬度两列填反。',
      text: `${who}的经度和纬度填反了。`,
      mend: '请把这两列的数字对调。',
      canUseComputed: false,
    });
  });
}

export function tableRowFindings(audited: AuditTable): readonly AuditFinding[] {
  return [...repeatedRows(audited), ...swappedRows(audited)];
}
