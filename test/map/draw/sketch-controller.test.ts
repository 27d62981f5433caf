import type { LineString, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../../src/geo/area';
import { geodesicDistanceMetres, legBetween, legEnd } from '../../../src/geo/geodesic';
import { shapeFaults } from '../../../src/geo/shape-faults';
import { catching, sketch } from './flat-ground';

/** 6 vertices that are not on the pixel grid, 7 decimals or round numbers. */
const BORDER: Position[] = [
  [110.1, 35.90000000012345],
  [110.2000000001, 35.95],
  [110.3, 35.91],
  [110.4, 35.93333333333],
  [110.45, 35.8],
  [110.12, 35.75],
];
const COUNTY: Polygon = { type: 'Polygon', coordinates: [[...BORDER, BORDER[0] as Position]] };
const target = { id: 'c', kind: 'boundary', name: '甲县界', geometry: COUNTY } as const;

describe('drawing a line', () => {
  it('ends by a click at the last place, once, without the place under the pointer', () => {
    const { controller, click, finished } = sketch('linestring');
    click(100, 100);
    click(300, 100);
    click(300, 400);
    controller.move([305, 402], false);
    click(303, 398);
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
    expect(controller.finish()).toBe(false);
    controller.cancel();
    click(10, 10);
    expect(finished).toHaveLength(1);
  });

  it('tells bearing, length of the leg and of the whole on the ellipsoid', () => {
    const { controller, click } = sketch('linestring');
    click(0, 1000);
    controller.move([0, 0], false);
    const { live } = controller.view;
    // One degree of meridian from 35° to 36° N on WGS84.
    expect(live?.leg?.metres).toBeCloseTo(110_949.8, 0);
    expect(live?.leg?.bearingDegrees).toBe(0);
    expect(live?.measure.metres).toBeCloseTo(110_949.8, 0);
    expect(controller.view.measure.metres).toBe(0);
  });

  it('needs two places, and takes them back one by one to none', () => {
    const { controller, click, finished } = sketch('linestring');
    expect(controller.finish()).toBe(false);
    click(100, 100);
    expect(controller.finish()).toBe(false);
    click(300, 100);
    expect(controller.undo()).toBe(true);
    click(300, 500);
    click(400, 500);
    controller.undo();
    expect(controller.finish()).toBe(true);
    expect((finished[0] as LineString).coordinates).toEqual([
      [110.1, 35.9],
      [110.3, 35.5],
    ]);
    const other = sketch('linestring');
    other.click(1, 1);
    expect([other.controller.undo(), other.controller.undo()]).toEqual([true, false]);
  });

  it('does not set a place twice, and cancels once', () => {
    const { controller, click, cancelled } = sketch('linestring');
    for (let i = 0; i < 3; i++) click(100, 100);
    expect(controller.view.places).toHaveLength(1);
    controller.cancel();
    controller.cancel();
    expect(cancelled()).toBe(1);
  });

  it('takes typed places as they are, and legs from the last one', () => {
    const { controller, finished } = sketch('linestring');
    expect(controller.type({ bearingDegrees: 90, metres: 10 })).toBe(false);
    const start = [111.123456789012, 34.9];
    controller.type(start);
    controller.type({ bearingDegrees: 120, metres: 1500 });
    controller.finish();
    const [a, b] = (finished[0] as LineString).coordinates as [Position, Position];
    expect(a).toEqual(start);
    expect(b).toEqual(legEnd(start, { bearingDegrees: 120, metres: 1500 }));
  });
});

describe('drawing an area', () => {
  it('closes by a click at the first place', () => {
    const { click, finished } = sketch('polygon');
    for (const [x, y] of [
      [100, 100],
      [300, 100],
      [300, 300],
      [102, 103],
    ] as const)
      click(x, y);
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

  it('tells the area with the place under the pointer, as the finished shape has it', () => {
    const { controller, click, finished } = sketch('polygon');
    click(100, 100);
    click(300, 100);
    controller.move([300, 300], false);
    const told = controller.view.live?.measure.squareMetres ?? 0;
    click(300, 300);
    controller.finish();
    expect(told).toBeCloseTo(polygonAreaSquareMetres(finished[0] as Polygon), 0);
    expect(told).toBeGreaterThan(1e8);
  });

  it('shows where the outline crosses itself and hands it out only mended', () => {
    const { controller, click, finished } = sketch('polygon');
    for (const [x, y] of [
      [100, 100],
      [300, 300],
      [300, 100],
      [100, 320],
    ] as const)
      click(x, y);
    expect(controller.view.faults.map(({ kind }) => kind)).toEqual(['self-crossing']);
    expect(controller.finish()).toBe(false);
    expect(finished).toEqual([]);
    const mended = controller.mended();
    if (!mended?.ok) throw new Error('not mended');
    expect(mended.value.changes).not.toEqual([]);
    controller.end(mended.value.geometry);
    expect(shapeFaults(finished[0] as Polygon)).toEqual([]);
  });

  it('makes rectangles and circles by their last click, and measures them before it', () => {
    const rectangle = sketch('rectangle');
    rectangle.click(100, 100);
    rectangle.controller.move([200, 200], false);
    const told = rectangle.controller.view.live?.measure.squareMetres;
    rectangle.click(200, 200);
    expect(told).toBe(polygonAreaSquareMetres(rectangle.finished[0] as Polygon));
    const circle = sketch('circle');
    circle.click(100, 100);
    circle.controller.type({ bearingDegrees: 0, metres: 800 });
    const corner = (circle.finished[0] as Polygon).coordinates[0]?.[5] as Position;
    expect(geodesicDistanceMetres([110.1, 35.9], corner)).toBeCloseTo(800, 6);
    const slanted = sketch('slanted-rectangle');
    slanted.click(100, 100);
    slanted.click(200, 150);
    slanted.click(180, 300);
    expect((slanted.finished[0] as Polygon).coordinates[0]).toHaveLength(5);
  });

  it('simplifies a freehand path by the pixels of tremor', () => {
    const { controller, finished } = sketch('freehand');
    controller.move([100, 100], false);
    expect(controller.press([100, 100])).toBe(true);
    for (let x = 100; x <= 300; x += 5) controller.move([x, 100 + (x % 2)], false);
    for (let y = 100; y <= 300; y += 5) controller.move([300, y], false);
    controller.lift();
    const ring = (finished[0] as Polygon).coordinates[0] ?? [];
    expect(ring.length).toBeGreaterThan(3);
    expect(ring.length).toBeLessThan(8);
  });

  it('widens a line to a corridor', () => {
    const { controller, click, finished } = sketch('corridor', { halfWidthMetres: 500 });
    click(100, 100);
    click(200, 100);
    controller.finish();
    const metres = geodesicDistanceMetres([110.1, 35.9], [110.2, 35.9]);
    const area = polygonAreaSquareMetres(finished[0] as Polygon);
    expect(area / (metres * 1000 + Math.PI * 500 * 500)).toBeCloseTo(1, 2);
  });
});

describe('what the map is given', () => {
  it('does not change what is set while the pointer moves, and what is to come begins at the last place', () => {
    const { controller, click } = sketch('polygon');
    click(100, 100);
    click(300, 100);
    click(300, 300);
    const { kept } = controller.shown;
    expect(kept.map(({ type }) => type)).toEqual(['Polygon', 'LineString']);
    for (let x = 0; x < 200; x += 50) controller.move([x, 350], false);
    expect(controller.shown.kept).toBe(kept);
    const last = [110.3, 35.7];
    const first = [110.1, 35.9];
    expect(controller.shown.coming).toEqual({
      type: 'LineString',
      coordinates: [last, [110.15, 35.65], first],
    });
    controller.leave();
    expect(controller.shown.coming).toEqual({ type: 'LineString', coordinates: [last, first] });
    controller.undo();
    expect(controller.shown.kept.map(({ type }) => type)).toEqual(['LineString']);
  });

  it('shows a rectangle whole before its last corner, and closes a measured ring', () => {
    const { controller, click } = sketch('rectangle');
    click(100, 100);
    controller.move([200, 300], false);
    expect(controller.shown.coming?.type).toBe('Polygon');
    const ring = sketch('polygon', {}, true);
    ring.click(100, 100);
    ring.click(300, 100);
    ring.click(300, 300);
    ring.controller.finish();
    const line = ring.controller.shown.kept.at(-1) as LineString;
    expect(line.coordinates).toHaveLength(4);
    expect(ring.controller.shown.coming).toBeNull();
  });
});

describe('catching', () => {
  it('takes the very numbers of a vertex, and a place on an edge, with the name', () => {
    const { controller, click } = sketch('linestring', { snapping: catching([target]) });
    controller.move([203, 52], false);
    const { caught } = controller.view.live ?? {};
    expect([caught?.on, caught?.target.name]).toEqual(['vertex', '甲县界']);
    click(203, 52);
    expect(controller.view.places[0]).toEqual(BORDER[1]);
  });

  it('is off while asked, and beyond the tolerance', () => {
    const { controller } = sketch('linestring', { snapping: catching([target], 10) });
    controller.move([203, 52], true);
    expect(controller.view.live?.caught).toBeNull();
    controller.move([203, 80], false);
    expect(controller.view.live?.caught).toBeNull();
    controller.move([203, 58], false);
    expect(controller.view.live?.caught).not.toBeNull();
  });

  it('follows the border between two caught places by its own vertices, as one step', () => {
    const settings = { snapping: catching([target]), tracing: 'shorter' as const };
    const { controller, click } = sketch('polygon', settings);
    click(100, 100);
    controller.move([400, 67], false);
    expect(controller.view.live?.isTraced).toBe(true);
    click(400, 67);
    expect(controller.view.places).toEqual(BORDER.slice(0, 4));
    controller.undo();
    expect(controller.view.places).toEqual(BORDER.slice(0, 1));
    controller.set({ tracing: 'other' });
    click(400, 67);
    expect(controller.view.places).toEqual(
      [BORDER[0], ...BORDER.slice(3).toReversed()].filter(
        (place, at, all) => all.indexOf(place) === at,
      ),
    );
  });

  it('measures the followed stretch as the set one', () => {
    const settings = { snapping: catching([target]), tracing: 'shorter' as const };
    const { controller, click } = sketch('polygon', settings);
    click(100, 100);
    click(400, 67);
    controller.move([450, 200], false);
    const told = controller.view.live?.measure;
    click(450, 200);
    const set = controller.view.measure;
    expect(told?.metres).toBeCloseTo(set.metres, 6);
    expect(told?.squareMetres).toBeCloseTo(set.squareMetres, 1);
    const ring = [...controller.view.places, controller.view.places[0] as Position];
    expect(set.squareMetres).toBeCloseTo(
      polygonAreaSquareMetres({ type: 'Polygon', coordinates: [ring] }),
      0,
    );
  });

  it('follows the border of the second of two that lie in one place', () => {
    const line: LineString = {
      type: 'LineString',
      coordinates: [BORDER[3] as Position, [110.9, 35.2]],
    };
    const other = { id: 'r', kind: 'river', name: '乙河', geometry: line } as const;
    const settings = { snapping: catching([other, target]), tracing: 'shorter' as const };
    const { controller, click } = sketch('polygon', settings);
    click(100, 100);
    click(400, 67);
    expect(controller.view.places).toEqual(BORDER.slice(0, 4));
  });
});

describe('measuring', () => {
  it('stays when it is finished, and the next click begins anew', () => {
    const { controller, click, finished } = sketch('linestring', {}, true);
    click(100, 100);
    click(300, 100);
    click(300, 100);
    const { isFinished, measure, live } = controller.view;
    expect([isFinished, live]).toEqual([true, null]);
    expect(measure.metres).toBeCloseTo(legBetween([110.1, 35.9], [110.3, 35.9]).metres, 6);
    controller.move([500, 500], false);
    expect(controller.view.live).toBeNull();
    click(400, 400);
    expect([controller.view.isFinished, controller.view.places.length]).toEqual([false, 1]);
    expect(finished).toEqual([]);
  });
});
