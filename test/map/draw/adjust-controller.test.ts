// On a flat ground of 100 pixels a degree, north up. Geometries are plain numbers.
import type { Geometry, LineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { AdjustController, type Grab } from '../../../src/map/draw/adjust-controller';
import type { Pixel } from '../../../src/map/draw/adjust-frame';

const ground = {
  project: ([lng = 0, lat = 0]: Position): Pixel => [lng * 100, -lat * 100],
  unproject: ([x, y]: Pixel): Position => [x / 100, -y / 100],
};
const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });
const LINE = line([0, 0], [1, 0], [2, 0]);
const SQUARE: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
};

function start(geometry: Geometry) {
  const log: string[] = [];
  const changes: Geometry[] = [];
  const controller = new AdjustController(geometry, ground, {
    onBegin: () => log.push('begin'),
    onChange: (next, step) => {
      log.push(step);
      changes.push(next);
    },
    onEnd: () => log.push('end'),
    onCancel: () => log.push('cancel'),
    onState: () => undefined,
  });
  const drag = (grab: Grab, down: Pixel, ...way: Pixel[]): void => {
    controller.grab(grab, down);
    for (const pixel of way) controller.dragTo(pixel);
  };
  return { controller, log, changes, drag };
}
const vertex = (...position: Position): Grab => ({ kind: 'vertex', position });

describe('dragging', () => {
  it('moves a vertex with the pointer, as one drag, keeping hold where it was taken', () => {
    const { controller, log, changes, drag } = start(LINE);
    drag(vertex(1, 0), [103, 2], [110, 2], [153, -98]);
    controller.release();
    expect(log).toEqual(['begin', 'vertex-moved', 'vertex-moved', 'end']);
    expect(changes.at(-1)).toEqual(line([0, 0], [1.5, 1], [2, 0]));
    expect(controller.current).toEqual({ selected: [1.5, 1], isDragging: false, trouble: null });
  });

  it('works every move out from the start: passing over another vertex joins nothing', () => {
    const { changes, drag } = start(LINE);
    drag(vertex(1, 0), [100, 0], [200, 0], [150, 0]);
    expect(changes).toEqual([line([0, 0], [2, 0], [2, 0]), line([0, 0], [1.5, 0], [2, 0])]);
  });

  it('is a click below three pixels: selects and changes nothing', () => {
    const { controller, log, drag } = start(LINE);
    drag(vertex(1, 0), [100, 0], [101, 1]);
    controller.release();
    expect(log).toEqual([]);
    expect(controller.current.selected).toEqual([1, 0]);
  });

  it('moves the whole, cancels to where it began', () => {
    const { controller, log, changes, drag } = start(LINE);
    drag({ kind: 'whole' }, [50, 0], [150, 0]);
    expect(changes).toEqual([line([1, 0], [2, 0], [3, 0])]);
    expect(controller.cancel()).toBe(true);
    expect(log).toEqual(['begin', 'moved', 'cancel']);
    expect(controller.shown).toBe(LINE);
    controller.nudge([10, 0]);
    expect(changes.at(-1)).toEqual(line([0.1, 0], [1.1, 0], [2.1, 0]));
    controller.endNudge();
    log.splice(3);
    controller.release();
    expect(controller.cancel()).toBe(false);
    expect(log).toHaveLength(3);
  });

  it('pulls a vertex out of a middle; a click there puts one', () => {
    const middle: Grab = {
      kind: 'middle',
      position: [0.5, 0],
      ends: [
        [0, 0],
        [1, 0],
      ],
    };
    const pulled = start(LINE);
    pulled.drag(middle, [50, 0], [50, -100]);
    pulled.controller.release();
    expect(pulled.log).toEqual(['begin', 'vertex-added', 'end']);
    expect(pulled.changes).toEqual([line([0, 0], [0.5, 1], [1, 0], [2, 0])]);
    const clicked = start(LINE);
    clicked.drag(middle, [50, 0]);
    clicked.controller.release();
    expect(clicked.log).toEqual(['vertex-added']);
    expect(clicked.controller.current.selected).toEqual([0.5, 0]);
  });

  it('shows a crossing but does not hand it out, and falls back to the last sound place', () => {
    const { controller, log, changes, drag } = start(SQUARE);
    drag(vertex(4, 4), [400, -400], [410, -400], [-200, -100]);
    expect(log).toEqual(['begin', 'vertex-moved']);
    expect(controller.current).toMatchObject({
      isDragging: true,
      trouble: { kind: 'fault', fault: { kind: 'self-crossing' } },
    });
    expect(controller.shown).not.toBe(changes[0]);
    controller.release();
    expect(controller.shown).toBe(changes[0]);
    expect(controller.current).toMatchObject({ isDragging: false, selected: [4.1, 4] });
    expect(controller.current.trouble).not.toBeNull();
    expect(log.at(-1)).toBe('end');
  });

  it('heeds no geometry from outside while it runs, and any afterwards', () => {
    const { controller, drag } = start(LINE);
    const other = line([5, 5], [6, 6]);
    drag(vertex(1, 0), [100, 0], [150, 0]);
    controller.setGeometry(other);
    expect(controller.shown).not.toBe(other);
    controller.release();
    controller.setGeometry(other);
    expect(controller.shown).toBe(other);
    expect(controller.current.selected).toBeNull();
  });
});

describe('keys', () => {
  it('step from the whole through the vertices and out at both ends', () => {
    const { controller } = start(LINE);
    expect(controller.stepSelection(-1)).toBe(false);
    const seen = [1, 1, 1].map((by) => {
      controller.stepSelection(by as 1);
      return controller.current.selected;
    });
    expect(seen).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(controller.stepSelection(1)).toBe(false);
    controller.select([0, 0]);
    expect(controller.stepSelection(-1)).toBe(true);
    expect(controller.current.selected).toBeNull();
  });

  it('nudge the vertex in hand; what one press holds is one step', () => {
    const { controller, log, changes } = start(LINE);
    controller.select([2, 0]);
    controller.nudge([1, 0]);
    controller.nudge([0, 10]);
    controller.endNudge();
    expect(log).toEqual(['begin', 'vertex-moved', 'vertex-moved', 'end']);
    expect(changes.at(-1)).toEqual(line([0, 0], [1, 0], [2.01, -0.1]));
  });

  it('nudge the whole when no vertex is in hand', () => {
    const { controller, log, changes } = start(LINE);
    controller.nudge([10, 0]);
    controller.endNudge();
    expect(log).toEqual(['begin', 'moved', 'end']);
    expect(changes).toEqual([line([0.1, 0], [1.1, 0], [2.1, 0])]);
  });

  it('remove the vertex in hand, and say when it cannot be', () => {
    const { controller, log, changes } = start(LINE);
    controller.remove();
    expect(log).toEqual([]);
    controller.remove([1, 0]);
    expect(changes).toEqual([line([0, 0], [2, 0])]);
    controller.remove([2, 0]);
    expect(log).toEqual(['vertex-removed']);
    expect(controller.current.trouble).toEqual({ kind: 'removal', refusal: 'line-too-short' });
  });
});
