// Ids that layers mention of each other: sources, claims, objects of claims, timeline counties. A missing source or
// claim breaks a trace, not a figure, so it is a warning. Links to a layer that itself failed to load are not judged.
import type { Problem } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { type Mention, unknownMentions } from './references';

type LinkedLayers = Pick<
  RegionPack,
  | 'villages'
  | 'baseFeatures'
  | 'belts'
  | 'projects'
  | 'relocations'
  | 'lists'
  | 'tables'
  | 'claims'
  | 'storyline'
  | 'sources'
>;

interface Sourced {
  readonly sourceIds: readonly string[];
}

function sourceMentions(records: readonly Sourced[]): Mention[] {
  return records.flatMap((record, index) =>
    record.sourceIds.map((code) => ({ row: index + 1, column: 'sourceIds', code })),
  );
}

/** The first row of each distinct source, since thousands of rows share a few. */
function villageSources(villages: LinkedLayers['villages']): Mention[] {
  const rows = new Map<string, number>();
  villages.forEach(({ sourceId }, index) => {
    if (!rows.has(sourceId)) rows.set(sourceId, index + 2);
  });
  return Array.from(rows, ([code, row]) => ({ row, column: 'source', code }));
}

/** Warnings for links that lead nowhere; `failed` holds the files that did not load. */
export function brokenLinks(layers: LinkedLayers, failed: ReadonlySet<string>): readonly Problem[] {
  const problems: Problem[] = [];
  if (!failed.has('sources.json')) {
    const known = new Set(layers.sources.map((source) => source.id));
    const add = (file: string, mentions: Mention[]): void => {
      problems.push(...unknownMentions(file, 'warning', '来源', known, mentions));
    };
    add('villages.csv', villageSources(layers.villages));
    add('base.geojson', sourceMentions(layers.baseFeatures));
    add('belts.geojson', sourceMentions(layers.belts));
    add('projects.geojson', sourceMentions(layers.projects));
    add('relocations.json', sourceMentions(layers.relocations));
    add('storyline.json', sourceMentions(layers.storyline));
    for (const { id, documentId } of layers.tables)
      add(`tables/${id}.json`, [{ row: 1, column: 'documentId', code: documentId }]);
  }
  if (!failed.has('claims.json')) {
    const known = new Set(layers.claims.map((claim) => claim.id));
    const mentions = layers.belts.flatMap((belt, index) =>
      belt.claimIds.map((code) => ({ row: index + 1, column: 'claimIds', code })),
    );
    problems.push(...unknownMentions('belts.geojson', 'warning', '规划口径', known, mentions));
  }
  const objectFiles = ['belts.geojson', 'projects.geojson', 'relocations.json', 'lists.json'];
  if (!objectFiles.some((file) => failed.has(file))) {
    const objects = [...layers.belts, ...layers.projects, ...layers.relocations, ...layers.lists];
    const known = new Set(objects.map((object) => object.id));
    const mentions = layers.claims.flatMap((claim, index) =>
      claim.objectIds.map((code) => ({ row: index + 1, column: 'objectIds', code })),
    );
    problems.push(...unknownMentions('claims.json', 'warning', '规划对象', known, mentions));
  }
  return problems;
}
