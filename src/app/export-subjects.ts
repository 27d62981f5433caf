// Everything that can be exported, and how its table is made from pack, document and the answer on the map.
import type { CoverageResult } from '../analysis/coverage-result';
import { gapAnalysis } from '../analysis/gap';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import { unassignedVillages } from '../analysis/unassigned-villages';
import type { OwnFigures } from '../document/effective-region';
import { type PlanDocument, contentOf } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import type { Project } from '../domain/project';
import type { EngineClient } from '../engine/client';
import type { CoverageTarget } from '../engine/protocol';
import { countyTable, townshipTable } from '../features/export/area-tables';
import {
  BASE_LAYERS,
  type BaseLayerKey,
  baseFeaturesOf,
  baseTable,
  importTable,
} from '../features/export/base-tables';
import type { ExportSubject } from '../features/export/export-dialog-props';
import { listExport } from '../features/export/list-export';
import { planObjectTable } from '../features/export/plan-object-table';
import { planSumsTable, unassignedTable } from '../features/export/plan-sums-table';
import {
  beltTable,
  planTableExport,
  projectTable,
  reachTable,
  relocationTable,
} from '../features/export/plan-tables';
import { villageTable } from '../features/export/village-tables';
import type { ExportTable } from '../io/export-table';
import { claimsTable } from '../report/claims-table';
import { coverageTable } from '../report/coverage-table';
import { type ExportStamp, exportFooter } from '../report/export-footer';
import { gapTable } from '../report/gap-table';
import { claimSettingsOf, claimsOf } from './claim-answers';
import { ruleFactsOf } from './plan-facts';
import { defaultBeltWidthMetres } from './use-belt-areas';
import type { Reach } from './use-reach';

export interface ExportSources {
  /** With the document's alignments in force. */
  readonly index: PackIndex;
  readonly doc: PlanDocument;
  readonly projects: readonly Project[];
  /** Answer on the map, what it was asked for, and its areas. */
  readonly result: CoverageResult | null;
  readonly shown: readonly CoverageTarget[];
  readonly reach: Reach | null;
  /** How many projects reach each village; null while not counted. */
  readonly overlap: Uint16Array | null;
  readonly estimate: PovertyEstimate;
  readonly ownFigures: ReadonlyMap<string, OwnFigures>;
  readonly engine: EngineClient;
  readonly mode: 'union' | 'each';
  /** Asked for when a table is made. */
  readonly stamp: () => ExportStamp;
}

export interface MakeableSubject extends ExportSubject {
  readonly make: (signal: AbortSignal) => ExportTable | Promise<ExportTable>;
}

const NO_ANSWER = '先选项目算出结果';

type Footer = (objects?: readonly { readonly sourceIds: readonly string[] }[]) => readonly string[];

function subject(
  group: string,
  id: string,
  title: string,
  make: MakeableSubject['make'],
  refusal: string | null = null,
): MakeableSubject {
  return { group, id, title, make, refusal };
}

async function claimsExport(sources: ExportSources, signal: AbortSignal): Promise<ExportTable> {
  const settings = claimSettingsOf(contentOf(sources.doc));
  const checks = await claimsOf(sources, settings, signal);
  const table = claimsTable(sources.index.pack, checks, { ...sources.stamp(), settings });
  return listExport(table, { position: null, label: 'subject', layer: null });
}

async function beltsExport(sources: ExportSources, footer: Footer, signal: AbortSignal) {
  const { index, doc, engine } = sources;
  const { pack } = index;
  const belts = await Promise.all(
    pack.belts.map(async (belt) => {
      const widthMetres = contentOf(doc).beltWidths.get(belt.id) ?? defaultBeltWidthMetres(belt);
      const input = { belt, counties: pack.counties, widthMetres };
      return { belt, widthMetres, area: await engine.run('belt-area', input, { signal }) };
    }),
  );
  return beltTable(index, belts, footer(pack.belts));
}

function resultSubjects(sources: ExportSources, footer: Footer): readonly MakeableSubject[] {
  const { index, result, reach, shown, overlap, estimate, mode, stamp } = sources;
  const refusal = result === null ? NO_ANSWER : null;
  const needed = () => {
    if (result === null) throw new Error(NO_ANSWER);
    return result;
  };
  const coverageExport = (): ExportTable =>
    listExport(
      coverageTable(index, needed(), estimate, {
        ...stamp(),
        mode,
        ...(overlap ? { overlap } : {}),
      }),
      {
        position: ['lng', 'lat'],
        label: 'name',
        layer: 'state',
      },
    );
  const gapExport = (): ExportTable => {
    const gap = gapAnalysis(index, needed(), estimate);
    const projects = shown.flatMap(({ id }) => index.projectById.get(id) ?? []);
    return listExport(gapTable(index, gap, estimate, footer(projects)), {
      position: ['lng', 'lat'],
      label: 'name',
      layer: 'state',
    });
  };
  const reachExport = (): ExportTable => {
    const areas = (reach?.features ?? []).map(({ geometry, properties }) => ({
      name: index.projectById.get(properties.id)?.name ?? properties.id,
      area: geometry,
    }));
    return reachTable(index, areas, needed().distanceMetres, footer());
  };
  const group = '分析结果';
  return [
    subject(group, 'coverage', '覆盖清单', coverageExport, refusal),
    subject(group, 'gap', '缺口清单', gapExport, refusal),
    subject(group, 'reach', '服务范围', reachExport, refusal ?? (reach ? null : NO_ANSWER)),
    subject(group, 'claims', '规划口径核验', (signal) => claimsExport(sources, signal)),
  ];
}

/** Counties of an object by its place, as its form has them. */
function countiesIn(index: PackIndex): (object: PlanObject) => readonly string[] {
  return (object) =>
    ruleFactsOf(object, index, [], () => null).facts?.counties.map(({ code }) => code) ?? [];
}

function layerSubjects(sources: ExportSources, footer: Footer): readonly MakeableSubject[] {
  const { index, projects, estimate, ownFigures } = sources;
  const { objects, assignments } = contentOf(sources.doc);
  const unassigned = unassignedVillages(sources.doc.imports.values(), assignments.values());
  const { pack } = index;
  const bases = Object.keys(BASE_LAYERS) as readonly BaseLayerKey[];
  return [
    subject('行政区与村', 'counties', '县（含指标）', () => countyTable(index, footer())),
    subject('行政区与村', 'townships', '乡镇规划单元（含指标）', () =>
      townshipTable(index, footer()),
    ),
    subject('行政区与村', 'villages', '行政村（含估算）', () =>
      villageTable(index, estimate, ownFigures, footer()),
    ),
    subject('规划', 'projects', '项目（含用户线位）', () =>
      projectTable(index, projects, footer(projects)),
    ),
    subject(
      '规划',
      'plan-objects',
      '规划对象（当前情景）',
      () => planObjectTable(index, [...objects.values()], footer()),
      objects.size === 0 ? '还没有规划对象' : null,
    ),
    subject(
      '规划',
      'plan-sums',
      '规划对象合计（类型、县、年份、阶段）',
      () => planSumsTable(index, [...objects.values()], countiesIn(index), footer()),
      objects.size === 0 ? '还没有规划对象' : null,
    ),
    subject(
      '规划',
      'unassigned',
      '未安置的村（当前情景）',
      () => unassignedTable(index, unassigned?.villages ?? [], footer()),
      unassigned === null ? '没有搬迁名单' : null,
    ),
    subject(
      '规划',
      'belts',
      pack.beltsWord,
      (signal) => beltsExport(sources, footer, signal),
      pack.belts.length === 0 ? '规划没有产业带' : null,
    ),
    subject(
      '规划',
      'relocations',
      '易地搬迁',
      () => relocationTable(index, footer(pack.relocations)),
      pack.relocations.length === 0 ? '规划没有易地搬迁' : null,
    ),
    ...bases.map((key) =>
      subject('底图', `base:${key}`, BASE_LAYERS[key].title, () =>
        baseTable(pack, key, footer(baseFeaturesOf(pack, key))),
      ),
    ),
  ];
}

/** In the order of the list on screen. */
export function exportSubjects(sources: ExportSources): readonly MakeableSubject[] {
  const { index, doc, stamp } = sources;
  const { pack } = index;
  const footer: Footer = (objects = []) =>
    exportFooter(
      pack,
      stamp(),
      objects.flatMap(({ sourceIds }) => sourceIds),
    );
  const imports = [...doc.imports.values()].flatMap((record) => {
    const table = importTable(record, footer());
    return table === null
      ? []
      : [subject('导入的图层', `import:${record.id}`, record.title, () => table)];
  });
  const tables = pack.tables.map((table) =>
    subject('规划表', `table:${table.id}`, table.title, () =>
      planTableExport(index, table, footer()),
    ),
  );
  return [
    ...resultSubjects(sources, footer),
    ...layerSubjects(sources, footer),
    ...imports,
    ...tables,
  ];
}
