import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceToGeodesicMetres, legBetween } from '../../src/geo/geodesic';
import { pathsOf } from '../../src/geo/edit-paths';
import { snapAt, snapIndex } from '../../src/geo/snap-index';
import type { SnapTarget } from '../../src/geo/snap-index';
import { COUNTIES, frozen, line, polygon, square } from './edit-fixtures';

const BORDERS: readonly SnapTarget[] = COUNTIES.map(({ name, geometry }) =>
  frozen({ id: name, kind: 'boundary', name, geometry }),
);
const index = snapIndex(BORDERS);

const pair = ([lng = 0, lat = 0]: Position): [number, number] => [lng, lat];

/** Every vertex, every edge. */
function bruteForce(
  targets: readonly SnapTarget[],
  from: Position,
): { vertex: number; edge: number } {
  let [vertex, edge] = [Infinity, Infinity];
  for (const { geometry } of targets) {
    for (const { positions } of pathsOf(geometry)) {
      positions.forEach((a, at) => {
        const b = positions[(at + 1) % positions.length] as Position;
        vertex = Math.min(vertex, legBetween(from, a).metres);
        const reach = 0.05 + Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));
        if (Math.abs((a[0] ?? 0) - (from[0] ?? 0)) > reach) return;
        edge = Math.min(edge, distanceToGeodesicMetres(pair(from), pair(a), pair(b)));
      });
    }
  }
  return { vertex, edge };
}

describe('snapAt', () => {
  const place = fc
    .tuple(
      fc.double({ min: 110.2, max: 112.1, noNaN: true }),
      fc.double({ min: 34.5, max: 35.9, noNaN: true }),
    )
    .map(([x, y]): Position => [x, y]);

  it('finds what trying every vertex and edge of the counties finds', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(300, 3_000), (from, tolerance) => {
        const { vertex, edge } = bruteForce(BORDERS, from);
        const hit = snapAt(index, from, tolerance);
        const wanted = vertex <= tolerance ? vertex : edge <= tolerance ? edge : null;
        expect(hit === null).toBe(wanted === null);
        if (hit === null || wanted === null) return;
        expect(hit.on).toBe(vertex <= tolerance ? 'vertex' : 'edge');
        // Ranked in a plane: what wins may be farther by a thousandth.
        expect(Math.abs(hit.metres - wanted)).toBeLessThan(1e-3 * wanted + 1e-6);
        expect(Math.abs(legBetween(from, hit.position).metres - hit.metres)).toBeLessThan(1e-6);
      }),
      { seed: 41, numRuns: 60 },
    );
  });

  it('gives a vertex as the very numbers of its geometry, and its owner by name and kind', () => {
    const corner = COUNTIES[0]?.geometry.coordinates[0]?.[5] as Position;
    const [lng = 0, lat = 0] = corner;
    const hit = snapAt(index, [lng + 1e-5, lat], 50);
    expect(hit?.position).toBe(corner);
    expect(hit?.target).toBe(BORDERS[0]);
  });

  it('prefers a vertex in reach to an edge that is nearer, and takes the edge out of reach', () => {
    const road: SnapTarget = frozen({
      id: 'r1',
      kind: 'road',
      name: '甲路',
      geometry: line([111, 35], [111.1, 35]),
    });
    const only = snapIndex([road]);
    const near: Position = [111.001, 35.0001];
    expect(snapAt(only, near, 100)).toMatchObject({ on: 'vertex', position: [111, 35] });
    expect(snapAt(only, near, 50)?.on).toBe('edge');
    expect(snapAt(only, near, 100, { only: 'edge' })?.on).toBe('edge');
    expect(snapAt(only, [111.05, 35.001], 1_000, { only: 'vertex' })).toBeNull();
    expect(snapAt(only, near, 5)).toBeNull();
  });

  it('lies on the geodesic of a long edge, not on the straight line of the map', () => {
    const long = snapIndex([
      { id: 'r', kind: 'river', name: '甲河', geometry: line([110, 35], [112, 35]) },
    ]);
    const hit = snapAt(long, [111, 35.002], 2_000);
    expect(hit?.on).toBe('edge');
    expect(distanceToGeodesicMetres(pair(hit?.position ?? []), [110, 35], [112, 35])).toBeLessThan(
      1e-6,
    );
    // The geodesic bulges 450 m north of the parallel.
    expect(hit?.position[1]).toBeGreaterThan(35.0035);
  });

  it('looks only at the kinds asked for, and leaves out the shape being edited', () => {
    const both = snapIndex([
      { id: 'o', kind: 'object', name: '甲区', geometry: polygon(square(111, 35, 0.1)) },
      { id: 'v', kind: 'river', name: '甲河', geometry: line([111.001, 34.9], [111.001, 35.2]) },
      {
        id: 'p',
        kind: 'object',
        name: '甲点',
        geometry: { type: 'Point', coordinates: [111, 35] },
      },
    ]);
    const from: Position = [111, 35.05];
    expect(snapAt(both, from, 500)?.target.id).toBe('o');
    expect(snapAt(both, from, 500, { kinds: new Set(['river']) })?.target.id).toBe('v');
    expect(snapAt(both, from, 500, { except: new Set(['o']) })?.target.id).toBe('v');
    expect(snapAt(both, [111, 35], 50, { except: new Set(['o']) })?.target.id).toBe('p');
    expect(snapAt(both, [111, 35], 50, { except: new Set(['o', 'p']) })).toBeNull();
  });

  it('has nothing to catch in an empty index or far from everything', () => {
    expect(snapAt(snapIndex([]), [111, 35], 1_000)).toBeNull();
    expect(snapAt(index, [0, 0], 1_000)).toBeNull();
  });
});
