// Words and small judgements of the import dialog; pure.
import { ROLE_WORDS } from '../../io/column-roles';
import type {
  ColumnChoice,
  ColumnRole,
  ColumnUnit,
  ImportUse,
  UnmatchedRow,
} from '../../io/import-choices';
import type { TableShape } from '../../io/import-table';
import type { SourceCell, SourceFormat } from '../../io/source-layer';
import { formatInteger } from '../../ui/format';
import type { ImportLayerView, ImportPreviewView } from './import-dialog-props';

export const FORMAT_WORDS: Readonly<Record<SourceFormat, string>> = {
  csv: '文本表格',
  xlsx: 'Excel',
  geojson: 'GeoJSON',
  shapefile: 'Shapefile',
  kml: 'KML',
  dxf: 'DXF',
  geopackage: 'GeoPackage',
  geotiff: 'GeoTIFF 高程',
};

/** Encodings under the names that offices know. */
const ENCODING_WORDS: ReadonlyMap<string, string> = new Map([['gb18030', 'GBK（GB18030）']]);

export const USE_CHOICES: readonly { readonly value: ImportUse; readonly label: string }[] = [
  { value: 'villages', label: '村的位置和数字' },
  { value: 'relocation', label: '搬迁名单（迁出村）' },
  { value: 'projects', label: '项目（线、点、面）' },
  { value: 'sites', label: '安置点' },
  { value: 'zones', label: '产业区等片区' },
  { value: 'reference', label: '参考图层' },
];

/** Of an elevation grid. */
export const TERRAIN_USE_CHOICES: typeof USE_CHOICES = [
  { value: 'terrain', label: '地形，和各村的海拔' },
  { value: 'terrain-only', label: '只作地形' },
  { value: 'villages', label: '只取各村的海拔' },
];

export const TERRAIN_USE_HINTS: Readonly<Partial<Record<ImportUse, string>>> = {
  terrain:
    '高程数据没有列。留下本区域的高程格子，规划对象由此算出高程范围和坡度；位置精度好于 500 米的村取得海拔和坡度。',
  'terrain-only': '高程数据没有列。留下本区域的高程格子，规划对象由此算出高程范围和坡度。',
  villages: '高程数据没有列。位置精度好于 500 米的村会取得高程和坡度；只知道乡镇的村不取。',
};

export const UNIT_CHOICES: readonly { readonly value: ColumnUnit; readonly label: string }[] = [
  { value: 'one', label: '原数' },
  { value: 'percent', label: '%' },
  { value: 'permille', label: '‰' },
  { value: 'ten-thousand', label: '万' },
];

const FIGURE_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'households',
  'persons',
  'poorHouseholds',
  'poorPersons',
  'povertyIncidence',
]);

export function hasUnit(role: ColumnRole): boolean {
  return FIGURE_ROLES.has(role);
}

export const ROLE_CHOICES: readonly { readonly value: ColumnRole; readonly label: string }[] = (
  Object.entries(ROLE_WORDS) as [ColumnRole, string][]
).map(([value, label]) => ({ value, label }));

export function layerTitle({ fileName, name }: ImportLayerView): string {
  return name === '' ? fileName : `${fileName} · ${name}`;
}

export function layerFacts(layer: ImportLayerView): string {
  const parts = [FORMAT_WORDS[layer.format]];
  if (layer.encoding !== null)
    parts.push(ENCODING_WORDS.get(layer.encoding) ?? layer.encoding.toUpperCase());
  if (layer.format !== 'geotiff') {
    parts.push(`${formatInteger(layer.rowCount)} ${layer.headings === null ? '行' : '个要素'}`);
  }
  return parts.join(' · ');
}

/** Where headings may be: nowhere, in one of the rows shown or in two that follow; what was guessed is among them. */
export function headingShapes(
  { head }: Pick<ImportLayerView, 'head'>,
  guessed: TableShape,
): readonly TableShape[] {
  const among = head.flatMap((_, skippedRows) => [
    { skippedRows, headingRows: 1 },
    ...(skippedRows + 1 < head.length ? [{ skippedRows, headingRows: 2 }] : []),
  ]);
  const all = [{ skippedRows: 0, headingRows: 0 }, ...among];
  const { skippedRows, headingRows } = guessed;
  const isAmong = all.some(
    (each) => each.skippedRows === skippedRows && each.headingRows === headingRows,
  );
  return isAmong ? all : [...all, { skippedRows, headingRows }];
}

export function shapeWords({ skippedRows, headingRows }: TableShape): string {
  if (headingRows === 0) return '无表头';
  const first = `第 ${skippedRows + 1} 行`;
  return headingRows === 1 ? first : `第 ${skippedRows + 1}、${skippedRows + 2} 行，合并`;
}

/** First values of a column, below the heading rows. */
export function sampleTexts(
  layer: ImportLayerView,
  column: number,
  headingEnd: number,
): readonly string[] {
  return layer.head
    .slice(headingEnd)
    .map(({ cells }) => cellText(cells[column] ?? null))
    .filter((text) => text !== '')
    .slice(0, 3);
}

function cellText(cell: SourceCell): string {
  return cell === null ? '' : String(cell);
}

/** The columns with one changed. A role that only one column may have is taken from the other. */
export function withColumn(
  columns: readonly ColumnChoice[],
  at: number,
  change: Partial<Pick<ColumnChoice, 'role' | 'unit'>>,
): readonly ColumnChoice[] {
  const isShared = change.role === 'attribute' || change.role === 'ignore';
  return columns.map((column, place) => {
    if (place === at) return { ...column, ...change, evidence: '' };
    const isTaken = change.role !== undefined && !isShared && column.role === change.role;
    return isTaken ? { ...column, role: 'attribute', unit: 'one', evidence: '' } : column;
  });
}

/** The rows to match by hand after a new preview: those that match nothing, and those matched by hand, to change one's mind. */
export function rowsToMatch(
  before: readonly UnmatchedRow[],
  unmatched: readonly UnmatchedRow[],
  matches: ReadonlyMap<number, string>,
): readonly UnmatchedRow[] {
  const open = new Set(unmatched.map(({ row }) => row));
  const chosen = before.filter(({ row }) => matches.has(row) && !open.has(row));
  return [...chosen, ...unmatched].toSorted((a, b) => a.row - b.row);
}

/** What 导入 would do, in one sentence. */
export function effectText(preview: ImportPreviewView): string {
  const { kind, count } = preview;
  const n = formatInteger(count);
  switch (kind) {
    case null:
      return '没有可以导入的内容。';
    case 'villages': {
      if (preview.withSite !== null) {
        const taken = preview.rowsOk + preview.rowsWarned;
        const merged = taken > preview.count ? `（${formatInteger(taken)} 行合并）` : '';
        return `列入搬迁名单 ${n} 条${merged}，其中 ${formatInteger(preview.withSite)} 条写明安置点；村的位置和数字不变。`;
      }
      const parts = [
        preview.placed > 0 ? `${formatInteger(preview.placed)} 个村换用导入的位置` : '',
        preview.added > 0 ? `新增 ${formatInteger(preview.added)} 个村` : '',
        preview.withFigures > 0 ? `${formatInteger(preview.withFigures)} 个村有了本村数字` : '',
        preview.withHeight > 0 ? `${formatInteger(preview.withHeight)} 个村有了高程` : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? `匹配 ${n} 个村，没有新的位置或数字。` : `${parts.join('，')}。`;
    }
    case 'projects':
      return `新增项目，共 ${n} 个图形；同名的合为一个项目。`;
    case 'sites':
      return `新增安置点 ${n} 个，可作覆盖计算的设施。`;
    case 'zones':
      return `新增片区 ${n} 个图形。`;
    case 'reference':
      return `新增参考图层，${n} 个图形，不参加计算。`;
    case 'terrain':
      return [
        `留下地形 ${preview.terrain}，规划对象由此算出高程范围和坡度`,
        ...(preview.withHeight > 0 ? [`${formatInteger(preview.withHeight)} 个村有了高程`] : []),
      ]
        .join('；')
        .concat('。');
  }
}
