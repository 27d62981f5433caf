import { describe, expect, it } from 'vitest';
import { type LinkedView, linkCameras } from '../../src/map/camera-link';
import type { MapCamera } from '../../src/map/map-types';

const at = (zoom: number): MapCamera => ({ center: [111, 35], zoom, bearing: 10, pitch: 20 });

/** A map without a screen: tells of every step, as MapLibre does while it jumps, and goes no further than it may. */
function plainMap(camera: MapCamera, deepest = 22) {
  const listeners = new Set<() => void>();
  let now = camera;
  let steps = 0;
  const view: LinkedView = {
    getCamera: () => now,
    setCamera: (next) => {
      now = { ...next, zoom: Math.min(next.zoom, deepest) };
      steps += 1;
      for (const listener of listeners) listener();
    },
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { view, steps: () => steps, listeners };
}

describe('linked cameras', () => {
  it('begin with the first and follow both ways, one step for one step', () => {
    const [first, second] = [plainMap(at(8)), plainMap(at(3))];
    linkCameras(first.view, second.view);
    expect(second.view.getCamera()).toEqual(at(8));
    first.view.setCamera(at(9));
    expect(second.view.getCamera()).toEqual(at(9));
    second.view.setCamera({ ...at(10), bearing: 45, pitch: 30 });
    expect(first.view.getCamera()).toEqual({ ...at(10), bearing: 45, pitch: 30 });
    expect([first.steps(), second.steps()]).toEqual([2, 3]);
  });

  it('a map that may not go as far does not pull the other one back', () => {
    const [first, second] = [plainMap(at(8)), plainMap(at(8), 9)];
    linkCameras(first.view, second.view);
    first.view.setCamera(at(12));
    expect(first.view.getCamera()).toEqual(at(12));
    expect(second.view.getCamera()).toEqual(at(9));
  });

  it('go their own ways once the link ends, and nothing listens any more', () => {
    const [first, second] = [plainMap(at(8)), plainMap(at(8))];
    linkCameras(first.view, second.view)();
    first.view.setCamera(at(11));
    expect(second.view.getCamera()).toEqual(at(8));
    expect(first.listeners.size + second.listeners.size).toBe(0);
  });
});
