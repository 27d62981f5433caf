// What is drawn by hand, as plain data: places set in steps, each of which is taken back as one, and the geometry that
// they make for each tool. Places keep their very numbers, so that a border that is followed is shared.
import type { Geometry, Position } from 'geojson';
import type { Outcome } from '../../domain/problem';
import { circleAround, rectangleFromCorners, rectangleOnEdge } from '../../geo/drawn-shapes';
import { samePlace } from '../../geo/edit-paths';
import { legBetween } from '../../geo/geodesic';
import { widened } from '../../geo/offset-shape';

export type SketchTool =
  | 'point'
  | 'linestring'
  | 'polygon'
  | 'rectangle'
  | 'slanted-rectangle'
  | 'circle'
  | 'freehand'
  | 'freehand-line'
  | 'corridor';

interface ToolRule {
  /** What the places are while they are set. */
  readonly kind: 'point' | 'line' | 'ring';
  readonly fewest: number;
  /** Places that end it by themselves; null: as many as one likes. */
  readonly most: number | null;
  /** Drawn with the pointer held down. */
  readonly isFreehand: boolean;
}

function rule(kind: ToolRule['kind'], fewest: number, most: number | null, isFreehand = false) {
  return { kind, fewest, most, isFreehand };
}

export const TOOL_RULES: Readonly<Record<SketchTool, ToolRule>> = {
  point: rule('point', 1, 1),
  linestring: rule('line', 2, null),
  polygon: rule('ring', 3, null),
  rectangle: rule('line', 2, 2),
  'slanted-rectangle': rule('line', 3, 3),
  circle: rule('line', 2, 2),
  freehand: rule('ring', 3, null, true),
  'freehand-line': rule('line', 2, null, true),
  corridor: rule('line', 2, null),
};

/** Places set together: one by a click, many by following a border. */
export type SketchSteps = readonly (readonly Position[])[];

/** All places in order, none twice in a row. */
export function placesOf(steps: SketchSteps): readonly Position[] {
  return steps.flat().filter((place, at, all) => {
    const before = all[at - 1];
    return before === undefined || !samePlace(before, place);
  });
}

function made(geometry: Geometry | null): Outcome<Geometry> {
  if (geometry) return { ok: true, value: geometry, notes: [] };
  const text = '这些点画不出图形：它们在同一处，或在一条直线上';
  const mend = '把点分开一些再画';
  return {
    ok: false,
    problems: [{ code: 'sketch-empty', severity: 'error', where: {}, text, mend }],
  };
}

/**
 * The shape of the places for a tool; null while they are too few. `halfWidthMetres` is a corridor's. Freehand paths are
 * given simplified. Faults of the shape are not looked for here (shape-faults.ts).
 */
export function sketchShape(
  tool: SketchTool,
  places: readonly Position[],
  halfWidthMetres: number,
): Outcome<Geometry> | null {
  const [a, b, c] = places;
  if (!a || places.length < TOOL_RULES[tool].fewest) return null;
  switch (tool) {
    case 'point':
      return made({ type: 'Point', coordinates: a });
    case 'linestring':
    case 'freehand-line':
      return made({ type: 'LineString', coordinates: [...places] });
    case 'polygon':
    case 'freehand': {
      const isClosed = samePlace(a, places.at(-1) ?? a);
      return made({ type: 'Polygon', coordinates: [isClosed ? [...places] : [...places, a]] });
    }
    case 'rectangle':
      return made(b ? rectangleFromCorners(a, b) : null);
    case 'slanted-rectangle':
      return made(b && c ? rectangleOnEdge(a, b, c) : null);
    case 'circle':
      return made(b ? circleAround(a, legBetween(a, b).metres) : null);
    case 'corridor':
      return widened({ type: 'LineString', coordinates: [...places] }, halfWidthMetres);
  }
}
