// A filled-in workbook, outlines and project shapes → the files of a pack. Nothing is made while any cell is at fault.
import type { BoundingBox } from '../../domain/lng-lat';
import type { Outcome } from '../../domain/problem';
import { WGS84, parseCrs } from '../../io/crs';
import { converterFrom } from '../../io/crs-convert';
import type { ProjectFeature } from '../../io/read-projects';
import { areaFiles, boundsOf, feature } from '../../packs/make/area-files';
import {
  type PackFile,
  type PackHead,
  csvFile,
  geoJsonFile,
  jsonFile,
  recordsFile,
} from '../../packs/make/pack-writer';
import { plainPositions } from '../../packs/make/plain-positions';
import { AreaNames } from './area-names';
import type { CountyOutline } from './county-outlines';
import { figuresOf } from './figure-words';
import { makeAreas } from './make-areas';
import { type BaseFile, makeBase } from './make-base';
import { makeBelts, withClaims } from './make-belts';
import { makeRelocations, makeRules, withFacts } from './make-demands';
import { figureDetails, placeDetails } from './make-details';
import * as plan from './make-plan';
import { MAIN_DOCUMENT, Sources } from './make-sources';
import { makeStoryline } from './make-storyline';
import { makeTables } from './make-tables';
import type { SheetRow, Workbook } from './sheet-rows';
import { WORKBOOK } from './template-files';

/** Row 区域: what the region is. */
export interface RegionRow extends Omit<PackHead, 'bbox'> {
  readonly row: SheetRow;
}

export interface MadePack {
  readonly head: PackHead;
  readonly files: readonly PackFile[];
  /** Text of SOURCES.md. */
  readonly notice: string;
}

/** The one row of sheet 区域; null with a fault where there is none. */
export function regionRow(book: Workbook): RegionRow | null {
  const [row] = book.rows('区域');
  if (row === undefined) {
    const text = `${WORKBOOK} 工作表「区域」：没有填写。`;
    const where = { file: WORKBOOK };
    const mend = '请在表头下填一行。';
    book.faults.push({ code: 'make-region', severity: 'error', where, text, mend });
    return null;
  }
  const [id, date] = [row.filled('标识'), row.filled('日期')];
  if (id !== '' && !/^[a-z][a-z0-9-]*$/.test(id)) {
    row.fault('标识', `「${id}」不能作标识`, '请用英文小写字母开头，只含字母、数字和短横。');
  }
  if (date !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    row.fault('日期', `「${date}」不是日期`, '请写成 2026-01-31 的样子，按文本保存。');
  }
  const years = [row.neededNumber('起始年'), row.neededNumber('结束年')] as const;
  if (years[1] < years[0]) row.fault('结束年', '早于起始年', '请核对规划期。');
  const [name, planTitle] = [row.filled('名称'), row.filled('规划名称')];
  return { row, id, date, years, name, planTitle, version: row.filled('版本') };
}

/** The workbook's coordinate system; WGS84, with a fault, where it is not understood. */
export function workbookCrs({ row }: RegionRow) {
  const word = row.text('坐标系');
  if (word === '') return WGS84;
  const crs = parseCrs(word);
  if (crs.ok) return crs.value;
  row.fault('坐标系', `不认识「${word}」`, '请填 wgs84、gcj02、bd09、cgcs2000:zone37 等。');
  return WGS84;
}

function noticeOf({ name, planTitle, date }: RegionRow, sources: Sources): string {
  const lines = sources.records.map(
    ({ id, title, licence, citation }) =>
      `- ${id}：${[title, licence, citation].filter((each) => each !== '').join('；')}`,
  );
  return [
    `# ${name}：来源和方法`,
    '',
    `${planTitle}。${date} 由 cuntu pack build 按填报表生成。坐标均为 WGS84，示意，不作划界依据。`,
    '',
    '乡镇范围由驻地的泰森多边形按县界裁成，不是法定界线。没有坐标的村在乡镇（不知驻地的在县）范围内均匀摆放，误差取到该范围最远一角的距离。',
    '',
    ...lines,
    '',
  ].join('\n');
}

function planFiles(parts: plan.PlanParts, regionName: string) {
  const projects = plan.makeProjects(parts);
  const belts = makeBelts(parts);
  const relocations = makeRelocations(parts);
  parts.places.refuseOthers(projects, '项目');
  parts.figures.refuseOthers([...projects, ...relocations], '项目或搬迁');
  const lists = plan.makeLists(parts);
  const objects = [...projects, ...belts, ...relocations, ...lists];
  const claims = plan.makeClaims(parts, new Set(objects.map(({ id }) => id)));
  const statements = plan.makeStatements(parts);
  const targets = plan.makeTargets(parts);
  const { tables, notes } = makeTables({ ...parts, regionName });
  const figures = figuresOf({ statements, claims, targets, lists, tables });
  const relations = plan.makeRelations(parts, figures);
  const [rules, storyline] = [makeRules(parts, lists), makeStoryline(parts)];
  const optional = {
    statements,
    relations,
    lists: withFacts(lists, rules),
    targets,
    rules,
    storyline,
  };
  const files: PackFile[] = [
    geoJsonFile('belts.geojson', withClaims(belts, claims).map(feature)),
    geoJsonFile('projects.geojson', projects.map(feature)),
    recordsFile('relocations.json', relocations),
    recordsFile('timeline.json', plan.makeTimeline(parts)),
    recordsFile('claims.json', claims),
    recordsFile('sources.json', parts.sources.records),
    ...Object.entries(optional)
      .filter(([, records]) => records.length > 0)
      .map(([name, records]) => recordsFile(`${name}.json`, records)),
    ...tables.flatMap(({ rows, ...table }) => [
      csvFile(
        `tables/${table.id}.csv`,
        table.columns.map(({ heading }) => heading),
        rows.map(({ cells }) => cells),
      ),
      jsonFile(`tables/${table.id}.json`, {
        ...table,
        rows: rows.map(({ role, areaCode }) => ({ role, areaCode })),
      }),
    ]),
  ];
  return { files, drawn: [...projects, ...belts], notes };
}

/** What lies in the folder beside the workbook, WGS84. */
export interface FolderShapes {
  readonly outlines: readonly CountyOutline[];
  /** Of projects and belts. */
  readonly shapes: readonly ProjectFeature[];
  readonly base: readonly BaseFile[];
}

export function makePack(
  book: Workbook,
  region: RegionRow,
  { outlines, shapes, base }: FolderShapes,
): Outcome<MadePack> {
  const sources = new Sources(book);
  const convert = converterFrom(workbookCrs(region));
  const areas = makeAreas(book, outlines, convert, sources);
  const names = new AreaNames([...areas.counties, ...areas.townships, ...areas.villages]);
  // Names of areas that did not load would be faults of no cell.
  if (book.faults.length > 0) return { ok: false, problems: book.faults };
  const read = { book, names, sources, shapes, convert };
  const parts = { ...read, places: placeDetails(read), figures: figureDetails(read) };
  const { files, drawn, notes } = planFiles(parts, region.name);
  const baseFeatures = makeBase(base, sources);
  if (book.faults.length > 0) return { ok: false, problems: book.faults };
  const positions = [...areas.counties, ...drawn, ...baseFeatures].flatMap(({ geometry }) =>
    plainPositions(geometry),
  );
  const bbox: BoundingBox = boundsOf(positions);
  const { row: _row, ...head } = region;
  return {
    ok: true,
    value: {
      head: { ...head, bbox },
      files: [
        ...areaFiles(areas, [MAIN_DOCUMENT]),
        geoJsonFile('base.geojson', baseFeatures.map(feature)),
        ...files,
      ],
      notice: noticeOf(region, sources),
    },
    notes,
  };
}
