// Plan objects: 项目 with the user's lines in force, 产业带, 服务范围, 易地搬迁; and the plan's printed tables.
import type { MultiPolygon, Polygon } from 'geojson';
import type { Belt } from '../../domain/belt';
import type { PackIndex } from '../../domain/pack-index';
import type { PlanTable } from '../../domain/plan-table';
import type { Project } from '../../domain/project';
import type { RelocationProgramme } from '../../domain/relocation';
import { ALIGNMENT_WORDS, PROJECT_KIND_WORDS } from '../../domain/wording';
import type { ExportCell, ExportTable } from '../../io/export-table';
import { formatDistance } from '../../ui/format';
import { type Field, field, fieldTable } from './field-table';

function names(index: PackIndex, codes: readonly string[]): string {
  return codes
    .map(
      (code) => index.countyByCode.get(code)?.name ?? index.townshipByCode.get(code)?.name ?? code,
    )
    .join('、');
}

/** `projects`: with the user's alignments in force. */
export function projectTable(
  index: PackIndex,
  projects: readonly Project[],
  footer: readonly string[],
): ExportTable {
  const fields: readonly Field<Project>[] = [
    field('项目名称', 'text', ({ name }) => name),
    field('编号', 'code', ({ id }) => id),
    field('类型', 'text', ({ kind }) => PROJECT_KIND_WORDS[kind]),
    field('类别', 'text', ({ group }) => group),
    field('章节', 'text', ({ chapter }) => chapter),
    field('线位', 'text', ({ alignment }) => ALIGNMENT_WORDS[alignment]),
    field('线位精度(米)', 'number', ({ alignmentAccuracyMetres }) => alignmentAccuracyMetres),
    field('开工年', 'integer', ({ startYear }) => startYear),
    field('完工年', 'integer', ({ endYear }) => endYear),
    field('默认服务距离(米)', 'number', ({ defaultDistanceMetres }) => defaultDistanceMetres),
    field('涉及县', 'text', ({ countyCodes }) => names(index, countyCodes)),
    field('涉及乡镇', 'text', ({ townshipCodes }) => names(index, townshipCodes)),
    field('说明', 'text', ({ scopeNote }) => scopeNote),
  ];
  return fieldTable(fields, projects, {
    title: `${index.pack.name}规划项目`,
    about: ['没有公布线位的项目没有图形；示意线位不是设计线位', ...footer],
    geometry: ({ geometry }) => geometry,
    label: '项目名称',
    layer: '类型',
  });
}

type Area = Polygon | MultiPolygon;

export interface BeltExport {
  readonly belt: Belt;
  /** null where nothing is left of it inside its counties. */
  readonly area: Area | null;
  /** Half-width of a corridor, margin of an upland; 0 for whole counties. */
  readonly widthMetres: number;
}

const SHAPE_WORDS = { zone: '全县', corridor: '中线两侧', upland: '台塬外延' } as const;

export function beltTable(
  index: PackIndex,
  belts: readonly BeltExport[],
  footer: readonly string[],
): ExportTable {
  const fields: readonly Field<BeltExport>[] = [
    field('名称', 'text', ({ belt }) => belt.name),
    field('编号', 'code', ({ belt }) => belt.id),
    field('划法', 'text', ({ belt }) => SHAPE_WORDS[belt.shape.kind]),
    field('半宽或外延(米)', 'number', ({ belt, widthMetres }) =>
      belt.shape.kind === 'zone' ? null : widthMetres,
    ),
    field('图形精度(米)', 'number', ({ belt }) => belt.shapeAccuracyMetres),
    field('涉及县', 'text', ({ belt }) => names(index, belt.countyCodes)),
    field('章节', 'text', ({ belt }) => belt.chapter),
    field('规划原文', 'text', ({ belt }) => belt.chapterText),
    field('说明', 'text', ({ belt }) => belt.note),
  ];
  return fieldTable(fields, belts, {
    title: `${index.pack.name}产业带`,
    about: ['宽度规划没有写，图形按所设宽度生成，只作显示', ...footer],
    geometry: ({ area }) => area,
    label: '名称',
  });
}

export interface ReachExport {
  readonly name: string;
  readonly area: Area;
}

export function reachTable(
  index: PackIndex,
  areas: readonly ReachExport[],
  distanceMetres: number,
  footer: readonly string[],
): ExportTable {
  const fields: readonly Field<ReachExport>[] = [
    field('项目', 'text', ({ name }) => name),
    field('服务距离(米)', 'number', () => distanceMetres),
  ];
  return fieldTable(fields, areas, {
    title: `${index.pack.name}服务范围${formatDistance(distanceMetres)}`,
    about: ['服务范围只作显示；村是否覆盖按测地距离逐村判定，不按此图形', ...footer],
    geometry: ({ area }) => area,
    label: '项目',
  });
}

export function relocationTable(index: PackIndex, footer: readonly string[]): ExportTable {
  const { pack } = index;
  const fields: readonly Field<RelocationProgramme>[] = [
    field('名称', 'text', ({ name }) => name),
    field('涉及县', 'text', ({ countyCodes }) => names(index, countyCodes)),
    field('安置点(个)', 'integer', ({ siteCount }) => siteCount),
    field('搬迁人口', 'integer', ({ persons }) => persons),
    field('建档立卡人口', 'integer', ({ registeredPoorPersons }) => registeredPoorPersons),
    field('投资(元)', 'number', ({ investmentYuan }) => investmentYuan),
    field('章节', 'text', ({ chapter }) => chapter),
    field('说明', 'text', ({ scopeNote }) => scopeNote),
  ];
  return fieldTable(fields, pack.relocations, {
    title: `${pack.name}易地搬迁`,
    about: ['规划没有公布安置点名称和位置', ...footer],
    geometry: () => null,
    label: '名称',
  });
}

/** Printed so that the number says no more and no less: "29.64", not "029" or "1,200". */
function isPlainNumber(text: string): boolean {
  return text !== '' && String(Number(text)) === text;
}

/** As printed, mistakes included; a column is of numbers only where every cell of it is plainly one. */
export function planTableExport(
  { pack }: PackIndex,
  table: PlanTable,
  footer: readonly string[],
): ExportTable {
  const columns = table.columns.map(({ heading }, at) => {
    const cells = table.rows
      .map((row) => (row.cells[at] ?? '').trim())
      .filter((text) => text !== '');
    const kind = cells.length > 0 && cells.every(isPlainNumber) ? 'number' : 'text';
    return { heading, kind } as const;
  });
  const cellOf = (text: string, kind: 'number' | 'text'): ExportCell => {
    if (kind === 'text') return text;
    return text.trim() === '' ? null : Number(text);
  };
  const document = pack.sources.find(({ id }) => id === table.documentId)?.title ?? '';
  return {
    title: table.title,
    columns: [
      ...columns,
      { heading: '对应代码', kind: 'code' },
      { heading: '行的性质', kind: 'text' },
    ],
    rows: table.rows.map(({ cells, areaCode, role }) => ({
      cells: [
        ...columns.map(({ kind }, at) => cellOf(cells[at] ?? '', kind)),
        areaCode,
        role === 'total' ? '合计行' : '',
      ],
      geometry: null,
    })),
    labelColumn: null,
    layerColumn: null,
    about: [
      `出处：${document}，${table.chapter}；按原文照录，未作更正`,
      ...table.notes.map((note) => `原注：${note}`),
      ...footer,
    ],
  };
}
