// The list of vertices, a page at a time: a line may have thousands.
import type { Geometry, Position } from 'geojson';
import { samePlace } from '../../geo/edit-paths';
import type { Vertex } from '../../geo/edit-vertices';
import { vertexNames } from './adjust-words';

export const ROWS_A_PAGE = 20;

export interface VertexRow {
  readonly name: string;
  readonly position: Position;
}

/** Row of the vertex at this place, from 0; -1 when there is none. */
export function rowOf(vertices: readonly Vertex[], place: Position | null): number {
  return place ? vertices.findIndex(({ position }) => samePlace(position, place)) : -1;
}

/** `page` from 0, held within the pages there are. */
export function pageOf(
  geometry: Geometry,
  vertices: readonly Vertex[],
  page: number,
): { readonly page: number; readonly pages: number; readonly rows: readonly VertexRow[] } {
  const pages = Math.max(1, Math.ceil(vertices.length / ROWS_A_PAGE));
  const held = Math.min(Math.max(page, 0), pages - 1);
  const shown = vertices.slice(held * ROWS_A_PAGE, (held + 1) * ROWS_A_PAGE);
  const names = vertexNames(geometry, shown);
  const rows = shown.map(({ position }, at) => ({ name: names[at] ?? '', position }));
  return { page: held, pages, rows };
}
