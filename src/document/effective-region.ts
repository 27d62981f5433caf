// The region as the user's imports and treatments of the audit leave it: village positions and figures of his tables in place of the pack's, new
// villages in code order, imported projects and sites after the pack's own. A later import wins over an earlier one,
// value by value. Cells of the plan's tables that were treated are read so (treated-tables.ts).
// The pack itself is never changed, so removing an import or a treatment brings everything back.
import { chinaDay } from '../domain/china-day';
import type { AuditTreatment } from '../domain/audit-finding';
import type {
  ImportRecord,
  ImportedFeature,
  ImportedVillage,
  VillageFigures,
} from '../domain/imported';
import { villageRowsOf } from '../domain/imported-things';
import type { Project, ProjectKind } from '../domain/project';
import type { RegionPack } from '../domain/region-pack';
import type { Source } from '../domain/source';
import type { Village } from '../domain/village';
import { treatedTables } from './treated-tables';

/** A village's own figures and the row that they were last read from. */
export interface OwnFigures {
  readonly figures: VillageFigures;
  readonly importId: string;
  readonly row: number;
}

export interface EffectiveRegion {
  readonly pack: RegionPack;
  /** By village code; villages without imported figures have no entry. */
  readonly ownFigures: ReadonlyMap<string, OwnFigures>;
}

/** Service distance offered for imported projects until the user chooses one; a start, not a figure of any plan. */
const OFFERED_DISTANCE_METRES = 2000;

/** Id that sources, projects and layers of one import begin with. */
export function importSourceId(importId: string): string {
  return `import:${importId}`;
}

function sourceOf(record: ImportRecord): Source {
  const { fileName, madeAt, crs, crsEvidence, format, rowsRead, rowsRefused } = record.provenance;
  return {
    id: importSourceId(record.id),
    title: record.title,
    date: chinaDay(madeAt),
    licence: '用户数据，使用范围由提供单位决定',
    citation: `用户导入的文件 ${fileName}（${format}）`,
    note: `坐标系 ${crs}：${crsEvidence}；读入 ${rowsRead} 行，未采用 ${rowsRefused} 行。`,
  };
}

function laid(under: VillageFigures | undefined, over: VillageFigures): VillageFigures {
  if (!under) return over;
  return {
    households: over.households ?? under.households,
    persons: over.persons ?? under.persons,
    poorHouseholds: over.poorHouseholds ?? under.poorHouseholds,
    poorPersons: over.poorPersons ?? under.poorPersons,
    povertyIncidence: over.povertyIncidence ?? under.povertyIncidence,
    elevationMetres: over.elevationMetres ?? under.elevationMetres,
    slopeDegrees: over.slopeDegrees ?? under.slopeDegrees,
  };
}

function hasFigure(figures: VillageFigures): boolean {
  for (const name in figures) if (figures[name as keyof VillageFigures] !== null) return true;
  return false;
}

interface Villages {
  readonly byCode: Map<string, Village>;
  readonly added: Map<string, Village>;
  readonly ownFigures: Map<string, OwnFigures>;
}

/** Rows after which the page may breathe. */
const ROWS_A_STEP = 5000;

function applyRow(to: Villages, record: ImportRecord, sourceId: string, row: ImportedVillage) {
  const { byCode, added, ownFigures } = to;
  const { code, name, position, positionAccuracyMetres } = row;
  const shipped = byCode.get(code);
  const known = shipped ?? added.get(code);
  const about = known ?? row.added;
  const isPlaced = about !== null && position !== null && positionAccuracyMetres !== null;
  if (isPlaced) {
    // Member by member: spreading 60,000 of two shapes took most of the time here.
    (shipped ? byCode : added).set(code, {
      code,
      name: known?.name ?? name,
      kind: about.kind,
      townshipCode: about.townshipCode,
      countyCode: about.countyCode,
      position,
      positionAccuracyMetres,
      positionMethod: 'imported',
      sourceId,
    });
  }
  if ((isPlaced || known) && hasFigure(row.figures)) {
    const figures = laid(ownFigures.get(code)?.figures, row.figures);
    ownFigures.set(code, { figures, importId: record.id, row: row.row });
  }
}

function* applyVillages(to: Villages, record: ImportRecord): Generator<void, void> {
  const { content } = record;
  if (content.kind === 'villages' && content.purpose === 'relocation') return;
  const sourceId = importSourceId(record.id);
  for (const [at, row] of villageRowsOf(content).entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    applyRow(to, record, sourceId, row);
  }
}

/** Features of one name are one project (a road in many pieces); features without a name are one together. */
function grouped(features: readonly ImportedFeature[]): readonly (readonly ImportedFeature[])[] {
  const byName = new Map<string, ImportedFeature[]>();
  for (const feature of features) {
    const group = byName.get(feature.name);
    if (group) group.push(feature);
    else byName.set(feature.name, [feature]);
  }
  return [...byName.values()];
}

function projectOf(
  record: ImportRecord,
  kind: ProjectKind,
  accuracyMetres: number,
  features: readonly [ImportedFeature, ...ImportedFeature[]],
): Project {
  const [first] = features;
  const sourceId = importSourceId(record.id);
  return {
    id: `${sourceId}:${first.id}`,
    name: first.name === '' ? record.title : first.name,
    kind,
    group: record.title,
    chapter: '',
    alignment: 'user',
    alignmentAccuracyMetres: accuracyMetres,
    geometry:
      features.length === 1
        ? first.geometry
        : { type: 'GeometryCollection', geometries: features.map(({ geometry }) => geometry) },
    places: [],
    countyCodes: [],
    townshipCodes: [],
    scopeNote: `用户导入（${record.provenance.fileName}，精度 ${accuracyMetres} 米）。`,
    figures: first.attributes.map(([label, text]) => ({ label, text, sourceIds: [sourceId] })),
    startYear: null,
    endYear: null,
    defaultDistanceMetres: OFFERED_DISTANCE_METRES,
    sourceIds: [sourceId],
  };
}

function projectsOf(record: ImportRecord): readonly Project[] {
  const { content } = record;
  if (content.kind !== 'projects' && content.kind !== 'sites') return [];
  const kind = content.kind === 'projects' ? content.projectKind : 'facility';
  return grouped(content.features).flatMap(([first, ...more]) =>
    first ? [projectOf(record, kind, content.accuracyMetres, [first, ...more])] : [],
  );
}

/** The shipped villages, which are in code order, with the added ones sorted in. */
function inCodeOrder({ byCode, added }: Villages): readonly Village[] {
  const shipped = [...byCode.values()];
  if (added.size === 0) return shipped;
  const others = [...added.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const all: Village[] = [];
  let next = 0;
  for (const village of shipped) {
    for (; next < others.length; next++) {
      const other = others[next];
      if (!other || other.code > village.code) break;
      all.push(other);
    }
    all.push(village);
  }
  return all.concat(others.slice(next));
}

/** `effectiveRegion` in steps of some milliseconds, for a page that must not be held up. */
export function* effectiveRegionSteps(
  shipped: RegionPack,
  imports: ReadonlyMap<string, ImportRecord>,
  treatments: ReadonlyMap<string, AuditTreatment>,
): Generator<void, EffectiveRegion> {
  const { tables, figures } = treatedTables(shipped, treatments);
  if (imports.size === 0 && tables === shipped.tables) {
    return { pack: shipped, ownFigures: new Map() };
  }
  const records = [...imports.values()];
  const villages: Villages = {
    byCode: new Map(shipped.villages.map((village) => [village.code, village])),
    added: new Map(),
    ownFigures: new Map(),
  };
  for (const record of records) yield* applyVillages(villages, record);
  yield;
  const hasVillages = records.some(({ content }) => villageRowsOf(content).length > 0);
  const pack: RegionPack = {
    ...shipped,
    villages: hasVillages ? inCodeOrder(villages) : shipped.villages,
    tables,
    figures,
    projects: [...shipped.projects, ...records.flatMap(projectsOf)],
    sources: [...shipped.sources, ...records.map(sourceOf)],
  };
  return { pack, ownFigures: villages.ownFigures };
}

/** The shipped pack with `imports` laid over it, in their order, and its tables as treated. Where there is nothing to lay, the pack's own object comes back. */
export function effectiveRegion(
  shipped: RegionPack,
  imports: ReadonlyMap<string, ImportRecord>,
  treatments: ReadonlyMap<string, AuditTreatment> = new Map(),
): EffectiveRegion {
  const steps = effectiveRegionSteps(shipped, imports, treatments);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
