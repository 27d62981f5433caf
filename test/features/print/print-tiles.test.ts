import { describe, expect, it } from 'vitest';
import { sheetPlan } from '../../../src/features/print/print-plan';
import { type TiledPicture, tiledPicture } from '../../../src/features/print/print-tiles';
import { DEFAULT_PRINT_SETTINGS } from '../../../src/features/print/print-settings';
import { type MapFrame, onPage } from '../../../src/report/page-scale';
import { PAGE_SIZES, type PageSize, pixelMillimetres } from '../../../src/report/page-size';

const EXTENT = [110.2, 34.6, 112.1, 35.85] as const;

function planned(size: PageSize, mostSidePx = 16_384): readonly [MapFrame, TiledPicture] {
  const { frame } = sheetPlan({ ...DEFAULT_PRINT_SETTINGS, size }, EXTENT);
  return [frame, tiledPicture(frame, size, mostSidePx)];
}

describe('parts of a large map', () => {
  it('every paper has 300 dpi, in pictures that a card draws; up to A1 in one', () => {
    for (const size of PAGE_SIZES) {
      const [, { size: still, dpi, tiles }] = planned(size);
      const [width, height] = [still.width, still.height].map((side) => side * still.pixelRatio);
      expect(Math.max(width!, height!)).toBeLessThanOrEqual(8192);
      expect(width! * height!).toBeLessThanOrEqual(56_000_000);
      expect(dpi).toBeGreaterThanOrEqual(300);
      expect(tiles.length > 1).toBe(size === 'A0');
    }
  });

  it('leave no gap, lie over each other by a little, and end at the frame', () => {
    const [, { tiles }] = planned('A0');
    for (const { place } of tiles) {
      const [right, bottom] = [place.x + place.width, place.y + place.height];
      for (const end of [right, bottom]) expect(end).toBeLessThan(1.001);
      const next = tiles.find((each) => each.place.y === place.y && each.place.x > place.x);
      if (next) expect(right).toBeGreaterThan(next.place.x);
      else expect(right).toBeCloseTo(1, 3);
    }
  });

  it('show the ground where the one map would: the middle of each part lies there on paper', () => {
    const [frame, { size, tiles }] = planned('A0');
    const pixelMm = pixelMillimetres('A0');
    for (const { camera, crop, place } of tiles) {
      // Of the drawn picture's middle from the part's corner, in millimetres.
      const [right, down] = [
        size.width / 2 - crop.x / size.pixelRatio,
        size.height / 2 - crop.y / size.pixelRatio,
      ].map((pixels) => pixels * pixelMm) as [number, number];
      const [x, y] = onPage(frame, camera.center);
      expect(x).toBeCloseTo(frame.x + place.x * frame.width + right, 0);
      expect(y).toBeCloseTo(frame.y + place.y * frame.height + down, 0);
    }
  });

  it('are cut between pixels: sides, margins and ratio go together', () => {
    const [, { size, tiles }] = planned('A0');
    for (const side of [size.width, size.height]) expect((side * size.pixelRatio) % 1).toBe(0);
    for (const { crop } of tiles) for (const side of Object.values(crop)) expect(side % 1).toBe(0);
  });

  it('are more on a small card, and coarser only on one that could not draw them', () => {
    const [, small] = planned('A3', 3000);
    expect(small.dpi).toBeGreaterThanOrEqual(300);
    expect(small.tiles.length).toBeGreaterThan(1);
    const [, tiny] = planned('A0', 2048);
    expect(tiny.dpi).toBeLessThan(300);
    expect(tiny.size.width * tiny.size.pixelRatio).toBeLessThanOrEqual(2048);
  });
});
