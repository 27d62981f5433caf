import type { Position } from 'geojson';
import { TerraDraw } from 'terra-draw';
import { describe, expect, it } from 'vitest';
import type { Pixel } from '../../../src/map/draw/adjust-frame';
import { SketchMode } from '../../../src/map/draw/sketch-mode';
import { FlatAdapter } from './flat-adapter';

function start() {
  const clicks: Pixel[] = [];
  const adapter = new FlatAdapter();
  const mode = new SketchMode(
    {
      onMove: () => undefined,
      onClick: (pixel) => clicks.push(pixel),
      onPress: () => false,
      onLift: () => undefined,
    },
    '#0b5cad',
  );
  const terra = new TerraDraw({ adapter, modes: [mode] });
  terra.start();
  terra.setMode(mode.mode);
  return { adapter, clicks, mode, terra };
}

const A: Position = [110.1, 35.9];
const B: Position = [110.2, 35.8];
const C: Position = [110.3, 35.9];

describe('the mode given to terra-draw', () => {
  it('hands clicks on by their pixels', async () => {
    const { adapter, clicks } = start();
    await adapter.click(120, 340);
    expect(clicks).toEqual([[120, 340]]);
  });

  it('keeps the shape and the places in the store, of whichever type, and nothing after the end', () => {
    const { mode, terra } = start();
    const types = () => terra.getSnapshot().map(({ geometry }) => geometry.type);
    const places = [A, B];
    mode.show([{ type: 'LineString', coordinates: [A, B, C] }], places);
    mode.show([{ type: 'LineString', coordinates: [A, B, [110.31, 35.9]] }], places);
    expect(types()).toEqual(['LineString', 'Point', 'Point']);
    expect(terra.getSnapshot()[0]?.geometry.coordinates[2]).toEqual([110.31, 35.9]);
    mode.show([{ type: 'MultiPolygon', coordinates: [[[A, B, C, A]], [[A, C, B, A]]] }], [A]);
    expect(types().toSorted()).toEqual(['Point', 'Polygon', 'Polygon']);
    mode.show([], []);
    expect(types()).toEqual([]);
    terra.stop();
  });
});
