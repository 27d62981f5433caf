// A flat camera: 100 pixels a degree, north up, 0°/0° at the top left.
import type { Geometry, LineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  type Camera,
  MOST_HANDLES,
  adjustFrame,
  roundedPosition,
} from '../../../src/map/draw/adjust-frame';

const camera: Camera = {
  project: ([lng = 0, lat = 0]) => [lng * 100, -lat * 100],
  width: 1000,
  height: 800,
};
const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });

describe('adjustFrame', () => {
  it('has a handle a vertex and a middle an edge, on the geodesic', () => {
    const frame = adjustFrame(line([1, -1], [3, -1], [3, -1.2]), camera, null);
    expect(frame.handles.map(({ position }) => position)).toEqual([
      [1, -1],
      [3, -1],
      [3, -1.2],
    ]);
    expect(frame.handles[1]?.pixel).toEqual([300, 100]);
    // The short edge of 20 pixels has no room for one.
    expect(frame.middles).toHaveLength(1);
    const [middle] = frame.middles;
    expect(middle?.ends).toEqual([
      [1, -1],
      [3, -1],
    ]);
    expect(middle?.position[0]).toBe(2);
    // South of the equator the geodesic between equal latitudes bulges south.
    expect(middle?.position[1]).toBeLessThan(-1);
    expect(middle?.position[1]).toBeGreaterThan(-1.001);
  });

  it('joins vertices of one place into one handle, the closing of a ring too', () => {
    const geometry: Geometry = {
      type: 'GeometryCollection',
      geometries: [
        line([1, -1], [2, -2]),
        line([2, -2], [3, -1]),
        {
          type: 'Polygon',
          coordinates: [
            [
              [5, -5],
              [6, -5],
              [6, -6],
              [5, -5],
            ],
          ],
        },
      ],
    };
    const frame = adjustFrame(geometry, camera, null);
    expect(frame.handles).toHaveLength(6);
    expect(frame.middles).toHaveLength(5);
    expect(frame.areas).toMatch(/^M500 500.*Z$/u);
    expect(frame.lines).toMatch(/^M100 100/u);
  });

  it('counts only what is in view, and shows no handles when they are too many but the one in hand', () => {
    const many = line(
      ...Array.from({ length: MOST_HANDLES + 1 }, (_, i): Position => [i / 100, -1]),
      [50, -1],
    );
    const frame = adjustFrame(many, camera, [0.05, -1]);
    expect(frame.verticesInView).toBe(MOST_HANDLES + 1);
    expect(frame.handles.map(({ position }) => position)).toEqual([[0.05, -1]]);
    expect(frame.middles).toEqual([]);
    const near = adjustFrame(many, { ...camera, width: 100 }, null);
    expect(near.handles).toHaveLength(near.verticesInView);
  });

  it('draws a path across the antimeridian without a jump', () => {
    const wide: Camera = { ...camera, project: ([lng = 0, lat = 0]) => [lng - 170, -lat] };
    const frame = adjustFrame(line([179, 0], [-179, -1]), wide, null);
    expect(frame.lines).toBe('M9 0L11 1');
  });

  it('rounds to a centimetre and within 180 degrees', () => {
    expect(roundedPosition([110.123456789, 34.00000004])).toEqual([110.1234568, 34]);
    expect(roundedPosition([181, 0])).toEqual([-179, 0]);
  });
});
