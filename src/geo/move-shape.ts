// Moving, turning and scaling any geometry geodesically: every vertex is taken as bearing and metres from a centre and set
// out again, from the centre moved, with the bearing turned, or the metres scaled. Distances from the centre are kept to
// nanometres, areas to about (size / 6,400 km)² of the change of curvature: 1e-8 for a site of 10 km that is turned.
// Heights stay. Nothing is rounded.
import type { Geometry, Position } from 'geojson';
import { mapPaths } from './edit-paths';
import { legBetween, legEnd } from './geodesic';
import type { Leg } from './geodesic';
import { centreOf } from './shape-centre';

function setOut(
  geometry: Geometry,
  from: Position,
  to: Position,
  change: (leg: Leg) => Leg,
): Geometry {
  const moved = (position: Position): Position => [
    ...legEnd(to, change(legBetween(from, position))),
    ...position.slice(2),
  ];
  return mapPaths(geometry, ({ positions }) => positions.map(moved)) ?? geometry;
}

/** Moved so that its centre goes that way; north stays north. An empty geometry comes back as it is. */
export function movedBy(geometry: Geometry, leg: Leg): Geometry {
  const centre = centreOf(geometry);
  return centre ? setOut(geometry, centre, legEnd(centre, leg), (own) => own) : geometry;
}

/** Turned clockwise about a WGS84 position, its own centre if none is given. */
export function rotated(
  geometry: Geometry,
  clockwiseDegrees: number,
  about: Position | null = centreOf(geometry),
): Geometry {
  if (about === null) return geometry;
  return setOut(geometry, about, about, ({ bearingDegrees, metres }) => ({
    bearingDegrees: bearingDegrees + clockwiseDegrees,
    metres,
  }));
}

/** Distances from a WGS84 position, its own centre if none is given, times `factor` (more than 0). */
export function scaled(
  geometry: Geometry,
  factor: number,
  about: Position | null = centreOf(geometry),
): Geometry {
  if (about === null) return geometry;
  return setOut(geometry, about, about, ({ bearingDegrees, metres }) => ({
    bearingDegrees,
    metres: metres * factor,
  }));
}
