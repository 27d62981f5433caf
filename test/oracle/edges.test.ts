// A hundred thousand villages within 5 m of the edge; `npm run bench` asks a million.
import { expect, it } from 'vitest';
import { seeded } from '../bench/clustered-villages';
import { checkEdges } from './check-edges';

it('decides every village at the edge of reach as GeographicLib does, distances within 1 mm', () => {
  const { points, wrong, worstMetres } = checkEdges(100_000, seeded(20261122));
  expect(points).toBeGreaterThanOrEqual(100_000);
  expect(wrong).toBe(0);
  expect(worstMetres).toBeLessThan(1e-3);
  // The bound that the engine's own decisions rest on.
  expect(worstMetres).toBeLessThan(2e-6);
});

it('does so across the antimeridian, in the south and at high latitudes', () => {
  const { wrong, worstMetres } = checkEdges(20_000, seeded(7), [-53, -0.5, 35, 70, 82], 172);
  expect(wrong).toBe(0);
  expect(worstMetres).toBeLessThan(2e-6);
});
