import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { editFault } from '../../src/geo/edit-check';
import { moveVertex } from '../../src/geo/edit-vertices';

const ring = (shift: number): Position[] =>
  [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ].map(([lng = 0, lat = 0]) => [lng + shift > 180 ? lng + shift - 360 : lng + shift, lat]);
const square = (shift = 0): Polygon => ({ type: 'Polygon', coordinates: [ring(shift)] });

describe('editFault', () => {
  it('lets a sound change pass', () => {
    expect(editFault(square(), moveVertex(square(), [4, 4], [5, 6]))).toBeNull();
  });

  it('names the edge that crosses', () => {
    const crossed = moveVertex(square(), [4, 4], [-2, 1]);
    expect(editFault(square(), crossed)).toEqual({
      kind: 'self-crossing',
      edge: [
        [0, 4],
        [0, 0],
      ],
    });
  });

  it('does not hold up mending a ring that came crossing', () => {
    const crossed = moveVertex(square(), [4, 4], [-2, 1]);
    expect(editFault(crossed, moveVertex(crossed, [-2, 1], [-1, 1]))).toBeNull();
  });

  it('sees rings across the antimeridian as they lie', () => {
    const across = square(178);
    expect(editFault(across, moveVertex(across, [-178, 4], [-177, 5]))).toBeNull();
    expect(editFault(across, moveVertex(across, [-178, 4], [176, 1]))).toMatchObject({
      kind: 'self-crossing',
    });
  });

  it('refuses what the engine refuses', () => {
    expect(editFault(square(), moveVertex(square(), [4, 4], [4, 86]))).toEqual({
      kind: 'refused',
      refusal: 'latitude',
      value: '86°',
    });
  });
});
