// How a finding of the 数据体检 is told: where it is, what is quoted, what was decided. The same words on screen and on paper.
import type { AuditPlace, AuditState } from '../domain/audit-finding';
import type { ImportRecord } from '../domain/imported';
import type { RegionPack } from '../domain/region-pack';

/** What the names of places are looked up in. */
export interface AuditNames {
  readonly pack: RegionPack;
  readonly imports: ReadonlyMap<string, ImportRecord>;
}

/** Layers by the name of their file, without extension and folder. */
const LAYER_WORDS: Readonly<Record<string, string>> = {
  villages: '村点',
  townships: '乡镇',
  counties: '县界',
  belts: '产业带',
  projects: '项目',
  relocations: '易地搬迁',
  base: '底图要素',
  objects: '规划对象',
};

const NUMBER = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** “4,981 人”, “2018 年”; words as they are; a dash where there is nothing. */
export function auditValueText(value: number | string | null, unit: string): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'string') return value;
  if (unit === '年') return `${value} 年`;
  return `${NUMBER.format(value)}${unit === '%' || unit === '‰' || unit === '' ? unit : ` ${unit}`}`;
}

/** What an id of the running text is: its subject and its words in the document. */
function textOf(pack: RegionPack, id: string): { subject: string; printed: string } | null {
  const statement = pack.statements.find((each) => each.id === id);
  if (statement) return statement;
  const claim = pack.claims.find((each) => each.id === id);
  if (claim) return claim;
  const target = pack.targets.find((each) => each.id === id);
  if (target) return { subject: target.name, printed: target.printed };
  const list = pack.lists.find((each) => each.id === id);
  if (list) return { subject: list.title, printed: list.stated?.printed ?? '' };
  const relation = pack.relations.find((each) => each.id === id);
  return relation ? { subject: '', printed: relation.printed } : null;
}

/** The member of a list that a place names, as it is printed; empty when it names none. */
function memberOf({ lists }: RegionPack, { text, row }: AuditPlace): string {
  const list = row === undefined ? undefined : lists.find(({ id }) => id === text);
  return list?.members[(row ?? 0) - 1]?.printed ?? '';
}

/** Name of an area, village or object that a place names by its code; empty when it is none of the region. */
function nameOf({ pack }: AuditNames, code: string): string {
  const areas = [pack.counties, pack.townships, pack.villages] as const;
  const at = code.length === 6 ? 0 : code.length === 9 ? 1 : 2;
  const area = areas[at]?.find((each) => each.code === code);
  if (area) return area.name;
  const things = [...pack.projects, ...pack.belts, ...pack.relocations];
  return things.find(({ id }) => id === code)?.name ?? '';
}

function tablePlace({ pack }: AuditNames, { table: id, row, column }: AuditPlace): string {
  const table = pack.tables.find((each) => each.id === id);
  const cells = row === undefined ? [] : (table?.rows[row - 1]?.cells ?? []);
  const name = cells.find((cell) => /[^\d\s.]/.test(cell)) ?? '';
  return [
    table?.title ?? `表 ${id}`,
    row === undefined ? '' : `第 ${row} 行${name === '' ? '' : `「${name}」`}`,
    column === undefined ? '' : `「${column}」列`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function layerPlace(names: AuditNames, { layer = '', row, code }: AuditPlace): string {
  const stem = layer.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const title = names.imports.get(layer)?.title ?? LAYER_WORDS[stem] ?? layer;
  const name = code === undefined ? '' : nameOf(names, code);
  const record = row === undefined ? '' : `第 ${row} 条`;
  return [title, record, name === '' ? '' : `「${name}」`].filter((part) => part !== '').join(' ');
}

/** “表3 … 第 2 行「常乐镇」 「贫困发生率（%）」列”, “第三章 二 全市贫困人口”, “村点 第 12 条「东村」”. */
export function auditPlaceText(names: AuditNames, place: AuditPlace): string {
  if (place.table !== undefined) return tablePlace(names, place);
  if (place.text === undefined) return layerPlace(names, place);
  const subject = textOf(names.pack, place.text)?.subject ?? '';
  const member = memberOf(names.pack, place);
  const words = [
    place.chapter ?? '',
    subject === '' ? '' : `「${subject}」`,
    member === '' ? '' : `第 ${place.row} 项「${member}」`,
  ];
  return words.filter((part) => part !== '').join(' ') || `正文 ${place.text}`;
}

/** The document's own words at a place of the running text; empty where there are none. */
export function auditQuotation({ pack }: AuditNames, { text }: AuditPlace): string {
  return text === undefined ? '' : (textOf(pack, text)?.printed ?? '');
}

export const AUDIT_STATE_WORDS: Readonly<Record<AuditState, string>> = {
  open: '待处理',
  treated: '已处理',
  changed: '已变化，请复核',
};
