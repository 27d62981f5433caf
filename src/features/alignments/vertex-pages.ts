// The list of vertices, a page at a time: a line may have thousands.
import type { Geometry, Position } from 'geojson';
import { samePlace } from '../../geo/edit-paths';
import { verticesOf } from '../../geo/edit-vertices';
import { vertexNames } from './adjust-words';

export const ROWS_A_PAGE = 20;

export interface VertexRow {
  readonly name: string;
  readonly position: Position;
}

export function vertexRows(geometry: Geometry): readonly VertexRow[] {
  const vertices = verticesOf(geometry);
  const names = vertexNames(geometry, vertices);
  return vertices.map(({ position }, at) => ({ name: names[at] ?? '', position }));
}

/** Row of the vertex at this place; -1 when there is none. */
export function rowOf(rows: readonly VertexRow[], place: Position | null): number {
  return place ? rows.findIndex(({ position }) => samePlace(position, place)) : -1;
}

/** `page` from 0, held within the pages there are. */
export function pageOf(
  rows: readonly VertexRow[],
  page: number,
): { readonly page: number; readonly pages: number; readonly rows: readonly VertexRow[] } {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const held = Math.min(Math.max(page, 0), pages - 1);
  return { page: held, pages, rows: rows.slice(held * ROWS_A_PAGE, (held + 1) * ROWS_A_PAGE) };
}
