// The content of an import as texts of bounded size, so that 60,000 rows are written and read in slices between which
// the page breathes: first what the rows share, then the rows, some thousand a text.
import type { ImportContent, ImportedFeature, ImportedVillage } from '../domain/imported';
import { contentRows, isImportContent } from './import-guard';

const MAX_ROWS_A_TEXT = 2000;
/** Rows with many vertices fill a text sooner. One row is never split. */
const MAX_VERTICES_A_TEXT = 20_000;

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

/** First text: the content without its rows, with their number. Each further text: a JSON list of rows. */
export function* contentTexts(content: ImportContent): Generator<string, void> {
  const rows = contentRows(content);
  const shared =
    content.kind === 'villages'
      ? { kind: content.kind }
      : {
          kind: content.kind,
          accuracyMetres: content.accuracyMetres,
          ...(content.kind === 'projects' ? { projectKind: content.projectKind } : {}),
        };
  yield JSON.stringify({ ...shared, rows: rows.length });
  for (let from = 0; from < rows.length;) {
    let to = from;
    let vertices = 0;
    while (to < rows.length && to - from < MAX_ROWS_A_TEXT && vertices < MAX_VERTICES_A_TEXT) {
      const row = rows[to];
      if (row) vertices += rowWeight(row);
      to++;
    }
    yield JSON.stringify(rows.slice(from, to));
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
  const content: unknown =
    rest['kind'] === 'villages' ? { ...rest, villages: rows } : { ...rest, features: rows };
  return isImportContent(content) ? content : null;
}
