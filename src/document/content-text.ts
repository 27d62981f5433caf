// The content of an import as texts of bounded size, so that 60,000 rows are written and read in slices between which
// the page breathes: first what the rows share, then the rows, some thousand a text.
import type { ImportContent, ImportedFeature, ImportedVillage } from '../domain/imported';
import { isRowContent } from './import-guard';
import { heightRow, terrainFromRows } from './terrain-rows';

const MAX_ROWS_A_TEXT = 2000;
/** Rows with many vertices fill a text sooner. One row is never split. */
const MAX_VERTICES_A_TEXT = 20_000;
/** Cells of a grid that take the room of one vertex. */
const CELLS_A_VERTEX = 8;

type Row = ImportedVillage | ImportedFeature;

/** Roughly: coordinate arrays of arrays count as one vertex each. */
function vertexWeight(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  if (!Array.isArray(coordinates[0])) return 1;
  return coordinates.reduce<number>((sum, part) => sum + vertexWeight(part), 0);
}

function rowWeight(row: Row): number {
  if (!('geometry' in row)) return 0;
  const { geometry } = row;
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.length
    : vertexWeight(geometry.coordinates);
}

/** What a text of rows begins with: the content without its rows. */
function sharedOf(content: ImportContent): object {
  switch (content.kind) {
    case 'villages':
      return { kind: content.kind, ...(content.purpose && { purpose: content.purpose }) };
    case 'terrain': {
      const { values: _, ...about } = content.grid;
      return { kind: content.kind, ...about };
    }
    case 'projects':
      return {
        kind: content.kind,
        accuracyMetres: content.accuracyMetres,
        projectKind: content.projectKind,
      };
    default:
      return { kind: content.kind, accuracyMetres: content.accuracyMetres };
  }
}

interface Rows {
  readonly count: number;
  readonly at: (row: number) => unknown;
  /** How much of a text a row fills. */
  readonly weight: (row: number) => number;
}

function rowsOf(content: ImportContent): Rows {
  if (content.kind === 'terrain') {
    const { grid, villages } = content;
    const weight = grid.width / CELLS_A_VERTEX;
    return {
      count: grid.height + villages.length,
      at: (row) => (row < grid.height ? heightRow(grid, row) : villages[row - grid.height]),
      weight: (row) => (row < grid.height ? weight : 0),
    };
  }
  const rows: readonly Row[] = content.kind === 'villages' ? content.villages : content.features;
  const weight = (at: number): number => {
    const row = rows[at];
    return row ? rowWeight(row) : 0;
  };
  return { count: rows.length, at: (row) => rows[row], weight };
}

/** First text: the content without its rows, with their number. Each further text: a JSON list of rows. */
export function* contentTexts(content: ImportContent): Generator<string, void> {
  const rows = rowsOf(content);
  yield JSON.stringify({ ...sharedOf(content), rows: rows.count });
  for (let from = 0; from < rows.count;) {
    const slice: unknown[] = [];
    let to = from;
    let vertices = 0;
    while (to < rows.count && to - from < MAX_ROWS_A_TEXT && vertices < MAX_VERTICES_A_TEXT) {
      slice.push(rows.at(to));
      vertices += rows.weight(to);
      to++;
    }
    yield JSON.stringify(slice);
    from = to;
  }
}

/** Joins what contentTexts gave, each text already parsed; null when rows are missing or anything is not as it must be. */
export function contentFromParts(parts: readonly unknown[]): ImportContent | null {
  const [shared, ...lists] = parts;
  if (typeof shared !== 'object' || shared === null || !lists.every(Array.isArray)) return null;
  const { rows: count, ...rest } = shared as Record<string, unknown>;
  const rows = lists.flat(1) as unknown[];
  if (rows.length !== count) return null;
  if (rest['kind'] === 'terrain') {
    const height = Number(rest['height']);
    const grid = terrainFromRows(rest, rows.slice(0, height));
    const sampled: unknown = { kind: 'villages', villages: rows.slice(height) };
    if (!grid || !isRowContent(sampled) || sampled.kind !== 'villages') return null;
    return { kind: 'terrain', grid, villages: sampled.villages };
  }
  const content: unknown =
    rest['kind'] === 'villages' ? { ...rest, villages: rows } : { ...rest, features: rows };
  return isRowContent(content) ? content : null;
}
