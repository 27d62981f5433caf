// May a geometry that is being edited go to the engine? Its own refusals (project-shape.ts) and self-crossing rings are
// faults. Only rings that an edit touched are checked for crossing, so that a ring that came crossing can be mended and a
// line of thousands of vertices costs one pass.
import type { Geometry, Position } from 'geojson';
import { pathsOf } from './edit-paths';
import { wrappedLongitude } from './edit-vertices';
import { ShapeError, type ShapeRefusal, projectShape } from './project-shape';
import { ringSelfCrossing } from './ring-checks';

export type EditFault =
  /** `edge` is the later of the two that cross. */
  | { readonly kind: 'self-crossing'; readonly edge: readonly [a: Position, b: Position] }
  | { readonly kind: 'refused'; readonly refusal: ShapeRefusal; readonly value: string };

/** Longitudes continuous from the first on: the plane of the crossing check knows no antimeridian. */
function unrolled(ring: readonly Position[]): Position[] {
  let before: number | null = null;
  return ring.map(([lng = Number.NaN, lat = Number.NaN]) => {
    before = before === null ? lng : before + wrappedLongitude(lng - before);
    return [before, lat];
  });
}

function crossingEdge(ring: readonly Position[]): readonly [Position, Position] | null {
  const at = ringSelfCrossing(unrolled(ring));
  const [a, b] = at === null ? [] : [ring[at], ring[(at + 1) % ring.length]];
  return a && b ? [a, b] : null;
}

function refusalOf(geometry: Geometry): EditFault | null {
  try {
    projectShape(geometry);
    return null;
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return { kind: 'refused', refusal: error.refusal, value: error.value };
  }
}

function sameRing(a: readonly Position[], b: readonly Position[] | undefined): boolean {
  return b?.length === a.length && a.every((position, at) => position === b[at]);
}

/** The first thing wrong with `after` that was not wrong with `before`; null when there is nothing. */
export function editFault(before: Geometry, after: Geometry): EditFault | null {
  const refused = refusalOf(after);
  if (refused) return refused;
  const pathsBefore = pathsOf(before);
  for (const [at, { kind, positions }] of pathsOf(after).entries()) {
    const old = pathsBefore[at];
    if (kind !== 'ring' || sameRing(positions, old?.positions)) continue;
    const edge = crossingEdge(positions);
    if (edge && !(old?.kind === 'ring' && crossingEdge(old.positions))) {
      return { kind: 'self-crossing', edge };
    }
  }
  return null;
}
