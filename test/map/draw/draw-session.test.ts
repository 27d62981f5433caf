import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { drawOn } from '../../../src/map/draw/draw-session';
import type { DrawMode, DrawProgress } from '../../../src/map/draw/drawn-shape';
import { FlatAdapter } from './flat-adapter';

function start(mode: DrawMode) {
  const adapter = new FlatAdapter();
  const finished: Geometry[] = [];
  const progress: DrawProgress[] = [];
  let cancelled = 0;
  const session = drawOn(adapter, {
    mode,
    colour: '#0b5cad',
    onFinish: (geometry) => finished.push(geometry),
    onCancel: () => cancelled++,
    onChange: (step) => progress.push(step),
  });
  const counts = () => progress.map((step) => step.vertexCount);
  return { adapter, session, finished, progress, counts, cancelled: () => cancelled };
}

describe('drawing a line', () => {
  it('finishes on a second click at the last vertex, once, without the live vertex', async () => {
    const { adapter, session, finished, counts } = start('linestring');
    await adapter.click(100, 100);
    await adapter.click(300, 100);
    await adapter.click(300, 400);
    adapter.move(305, 402);
    await adapter.click(300, 400);
    expect(counts()).toEqual([1, 2, 3]);
    expect(finished).toEqual([
      {
        type: 'LineString',
        coordinates: [
          [110.1, 35.9],
          [110.3, 35.9],
          [110.3, 35.6],
        ],
      },
    ]);
    expect(session.finish()).toBe(false);
    session.cancel();
    await adapter.click(10, 10);
    expect(finished).toHaveLength(1);
  });

  it('measures on the ellipsoid', async () => {
    const { adapter, progress } = start('linestring');
    await adapter.click(0, 1000);
    await adapter.click(0, 0);
    // One degree of meridian from 35° to 36° N on WGS84.
    expect(progress.at(-1)?.lengthMetres).toBeCloseTo(110_949.8, 0);
    expect(progress.map((step) => step.canFinish)).toEqual([false, true]);
  });

  it('finishes by command at any zoom of the pointer, not below two vertices', async () => {
    const { adapter, session, finished } = start('linestring');
    expect(session.finish()).toBe(false);
    await adapter.click(100, 100);
    adapter.move(500, 500);
    expect(session.finish()).toBe(false);
    await adapter.click(300, 100);
    adapter.move(700, 700);
    expect(session.finish()).toBe(true);
    expect(finished[0]).toMatchObject({
      coordinates: [
        [110.1, 35.9],
        [110.3, 35.9],
      ],
    });
  });

  it('takes vertices back one by one, to none, and goes on', async () => {
    const { adapter, session, counts, finished } = start('linestring');
    await adapter.click(100, 100);
    await adapter.click(300, 100);
    await adapter.click(500, 100);
    for (let i = 0; i < 3; i++) {
      expect(session.undoVertex()).toBe(true);
      await Promise.resolve();
    }
    expect(session.undoVertex()).toBe(false);
    expect(counts()).toEqual([1, 2, 3, 2, 1, 0]);
    await adapter.click(200, 200);
    await adapter.click(400, 200);
    session.finish();
    expect(finished[0]).toMatchObject({
      coordinates: [
        [110.2, 35.8],
        [110.4, 35.8],
      ],
    });
  });

  it('drops the vertex taken back from the result', async () => {
    const { adapter, session, finished } = start('linestring');
    for (const x of [100, 300, 500]) await adapter.click(x, 100);
    session.undoVertex();
    await adapter.click(300, 500);
    session.finish();
    expect(finished[0]).toMatchObject({
      coordinates: [
        [110.1, 35.9],
        [110.3, 35.9],
        [110.3, 35.5],
      ],
    });
  });

  it('begins again after clicks on one spot only', async () => {
    const { adapter, session, counts, finished } = start('linestring');
    for (let i = 0; i < 3; i++) await adapter.click(100, 100);
    expect(finished).toEqual([]);
    expect(counts().at(-1)).toBe(0);
    await adapter.click(200, 200);
    await adapter.click(400, 200);
    expect(session.finish()).toBe(true);
  });

  it('cancels once and leaves nothing behind', async () => {
    const { adapter, session, cancelled, finished } = start('linestring');
    await adapter.click(100, 100);
    await adapter.click(300, 100);
    session.cancel();
    session.cancel();
    expect([cancelled(), finished.length, session.undoVertex()]).toEqual([1, 0, false]);
  });
});

describe('drawing a polygon', () => {
  it('gives a closed ring of the vertices set, whatever the pointer does meanwhile', async () => {
    const { adapter, session, counts, finished } = start('polygon');
    await adapter.click(100, 100);
    await adapter.click(300, 100);
    expect(session.finish()).toBe(false);
    await adapter.click(300, 300);
    adapter.move(120, 700);
    expect(session.finish()).toBe(true);
    expect(counts()).toEqual([1, 2, 3]);
    expect(finished).toEqual([
      {
        type: 'Polygon',
        coordinates: [
          [
            [110.1, 35.9],
            [110.3, 35.9],
            [110.3, 35.7],
            [110.1, 35.9],
          ],
        ],
      },
    ]);
  });

  it('finishes on a click at the first vertex', async () => {
    const { adapter, finished } = start('polygon');
    for (const [x, y] of [
      [100, 100],
      [300, 100],
      [300, 300],
      [100, 300],
      [100, 100],
    ] as const) {
      await adapter.click(x, y);
    }
    expect(finished).toHaveLength(1);
    expect(finished[0]).toMatchObject({ coordinates: [{ length: 5 }] });
  });

  it('takes vertices back', async () => {
    const { adapter, session, counts } = start('polygon');
    for (const [x, y] of [
      [100, 100],
      [300, 100],
      [300, 300],
      [100, 300],
    ] as const)
      await adapter.click(x, y);
    session.undoVertex();
    await Promise.resolve();
    session.undoVertex();
    await Promise.resolve();
    expect(counts()).toEqual([1, 2, 3, 4, 3, 2]);
  });

  it('refuses a vertex that makes the outline cross itself', async () => {
    const { adapter, counts } = start('polygon');
    for (const [x, y] of [
      [100, 100],
      [300, 300],
      [300, 100],
      [100, 300],
    ] as const)
      await adapter.click(x, y);
    expect(counts()).toEqual([1, 2, 3]);
  });
});

describe('drawing a point', () => {
  it('finishes with the first click', async () => {
    const { adapter, finished } = start('point');
    await adapter.click(123, 456);
    expect(finished).toEqual([{ type: 'Point', coordinates: [110.123, 35.544] }]);
  });
});
