// What another version of a region's pack changes: records are matched by their code or id, and what differs is told by
// name. Order: as in the packs, removed records last.
import type { Figure } from '../domain/figure';
import type { RegionPack } from '../domain/region-pack';
import { FIGURE_UNIT_WORDS, MEASURE_WORDS } from '../domain/wording';

export type ChangedPart =
  | 'counties'
  | 'townships'
  | 'villages'
  | 'figures'
  | 'projects'
  | 'belts'
  | 'relocations'
  | 'timeline'
  | 'claims'
  | 'tables'
  | 'statements'
  | 'relations'
  | 'lists'
  | 'rules'
  | 'targets'
  | 'storyline'
  | 'baseFeatures'
  | 'sources';

export interface PackChange {
  readonly part: ChangedPart;
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed';
  /** Chinese: what is concerned, e.g. 甲村（140821101201）. */
  readonly name: string;
  /** Chinese: from what to what, or what of it; empty for added and removed. */
  readonly detail: string;
}

/** Words for fields; of one that is not here it is only said that something else changed. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  geometry: '位置',
  position: '位置',
  positionAccuracyMetres: '位置精度',
  seat: '驻地',
  places: '地点',
  kind: '类型',
  alignment: '线位依据',
  alignmentAccuracyMetres: '线位精度',
  townshipCode: '所属乡镇',
  countyCode: '所属县',
  countyCodes: '所涉县',
  townshipCodes: '所涉乡镇',
  povertyClass: '贫困县类型',
  halfWidthMetres: '带宽',
  marginMetres: '带宽',
  figures: '数字',
  rows: '表行',
  columns: '表头',
  members: '名单成员',
  value: '数值',
  printed: '原文',
  chapter: '章节',
  year: '年份',
  startYear: '开始年份',
  endYear: '结束年份',
  scopeNote: '范围说明',
  view: '画面',
  caption: '说明',
};

interface Named {
  readonly name: string;
  readonly record: object;
}

function sameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function changedFields(from: object, to: object): string {
  const before = new Map(Object.entries(from));
  const after = new Map(Object.entries(to));
  const keys = new Set([...before.keys(), ...after.keys()]);
  const changed = [...keys].filter((key) => !sameData(before.get(key), after.get(key)));
  return [...new Set(changed.map((key) => FIELD_WORDS[key] ?? '其他内容'))].join('、');
}

function changesOf<T extends object>(
  part: ChangedPart,
  [from, to]: readonly [readonly T[], readonly T[]],
  keyOf: (record: T) => string,
  nameOf: (record: T) => string,
): readonly PackChange[] {
  const byKey = (records: readonly T[]): ReadonlyMap<string, Named> =>
    new Map(records.map((record) => [keyOf(record), { name: nameOf(record), record }]));
  const [before, after] = [byKey(from), byKey(to)];
  const changes: PackChange[] = [];
  for (const [key, { name, record }] of after) {
    const old = before.get(key);
    if (!old) changes.push({ part, kind: 'added', name, detail: '' });
    else if (old.name !== name) {
      changes.push({ part, kind: 'renamed', name: old.name, detail: `改为 ${name}` });
    } else if (!sameData(old.record, record)) {
      changes.push({ part, kind: 'changed', name, detail: changedFields(old.record, record) });
    }
  }
  for (const [key, { name }] of before) {
    if (!after.has(key)) changes.push({ part, kind: 'removed', name, detail: '' });
  }
  return changes;
}

function figureText({ printed, unit }: Figure): string {
  return `${printed}${FIGURE_UNIT_WORDS[unit]}`;
}

/** Figures are of one cell: which area, measure and year, and from which table. */
function figureChanges(from: RegionPack, to: RegionPack): readonly PackChange[] {
  const names = new Map(
    [from, to].flatMap((pack) =>
      [...pack.counties, ...pack.townships].map((area) => [area.code, area.name] as const),
    ),
  );
  const key = ({ areaCode, measure, year, cell }: Figure): string =>
    `${areaCode} ${measure} ${year} ${cell.tableId} ${cell.column}`;
  const name = ({ areaCode, measure, year }: Figure): string =>
    `${names.get(areaCode) ?? areaCode} ${year}年${MEASURE_WORDS[measure]}`;
  const before = new Map(from.figures.map((figure) => [key(figure), figure]));
  const after = new Map(to.figures.map((figure) => [key(figure), figure]));
  const changes: PackChange[] = [];
  for (const [at, figure] of after) {
    const old = before.get(at);
    const about = { part: 'figures', name: name(figure) } as const;
    if (!old) changes.push({ ...about, kind: 'added', detail: figureText(figure) });
    else if (old.value !== figure.value || old.printed !== figure.printed) {
      const detail = `${figureText(old)} 改为 ${figureText(figure)}`;
      changes.push({ ...about, kind: 'changed', detail });
    }
  }
  for (const [at, figure] of before) {
    if (after.has(at)) continue;
    const detail = figureText(figure);
    changes.push({ part: 'figures', kind: 'removed', name: name(figure), detail });
  }
  return changes;
}

type Coded = { readonly code: string; readonly name: string };
const code = (record: Coded): string => record.code;
const codedName = (record: Coded): string => `${record.name}（${record.code}）`;
const id = (record: { readonly id: string }): string => record.id;
const plainName = (record: { readonly name: string }): string => record.name;

/** All that differs between two versions of one pack; empty when only version and date do. */
export function packChanges(from: RegionPack, to: RegionPack): readonly PackChange[] {
  return [
    ...changesOf('counties', [from.counties, to.counties], code, codedName),
    ...changesOf('townships', [from.townships, to.townships], code, codedName),
    ...changesOf('villages', [from.villages, to.villages], code, codedName),
    ...figureChanges(from, to),
    ...changesOf('projects', [from.projects, to.projects], id, plainName),
    ...changesOf('belts', [from.belts, to.belts], id, plainName),
    ...changesOf('relocations', [from.relocations, to.relocations], id, plainName),
    ...changesOf(
      'timeline',
      [from.timeline, to.timeline],
      ({ year }) => String(year),
      ({ year }) => `${year}年`,
    ),
    ...changesOf('claims', [from.claims, to.claims], id, ({ subject }) => subject),
    ...changesOf('tables', [from.tables, to.tables], id, ({ title }) => title),
    ...changesOf('statements', [from.statements, to.statements], id, ({ subject }) => subject),
    ...changesOf('relations', [from.relations, to.relations], id, ({ printed }) => printed),
    ...changesOf('lists', [from.lists, to.lists], id, ({ title }) => title),
    ...changesOf('rules', [from.rules, to.rules], id, plainName),
    ...changesOf('targets', [from.targets, to.targets], id, plainName),
    ...changesOf('storyline', [from.storyline, to.storyline], id, ({ title }) => title),
    ...changesOf('baseFeatures', [from.baseFeatures, to.baseFeatures], id, plainName),
    ...changesOf('sources', [from.sources, to.sources], id, ({ title }) => title),
  ];
}
