import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_PARTS, type PageLayout, pageLayout } from '../../src/report/page-layout';
import { atlasLayout } from '../../src/report/atlas-sheets';
import type { Box } from '../../src/report/page-marks';
import { PAGE_SIZES, pageMillimetres } from '../../src/report/page-size';

const setup = fc.record({
  size: fc.constantFrom(...PAGE_SIZES),
  orientation: fc.constantFrom('landscape' as const, 'portrait' as const),
  hasSecrecy: fc.boolean(),
  parts: fc.record({
    legend: fc.boolean(),
    locator: fc.boolean(),
    scaleBar: fc.boolean(),
    north: fc.boolean(),
    graticule: fc.boolean(),
  }),
});

function overlap(a: Box, b: Box): boolean {
  const least = 1e-6;
  return (
    a.x + a.width > b.x + least &&
    b.x + b.width > a.x + least &&
    a.y + a.height > b.y + least &&
    b.y + b.height > a.y + least
  );
}

function expectApart(boxes: readonly Box[], width: number, height: number): void {
  for (const [at, box] of boxes.entries()) {
    expect(box.width).toBeGreaterThan(0);
    expect(box.height).toBeGreaterThan(0);
    expect(box.x).toBeGreaterThanOrEqual(5);
    expect(box.y).toBeGreaterThanOrEqual(5);
    expect(box.x + box.width).toBeLessThanOrEqual(width - 5);
    expect(box.y + box.height).toBeLessThanOrEqual(height - 5);
    for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
  }
}

function boxesOf(layout: PageLayout): readonly Box[] {
  const { secrecy, title, map, legend, locator, scaleBar, north, credits } = layout;
  return [secrecy, title, map, legend, locator, scaleBar, north, credits].filter(
    (box) => box !== null,
  );
}

describe('layout of a map page', () => {
  it('parts never overlap and stay on the page, for every size, orientation and choice of parts', () => {
    fc.assert(
      fc.property(setup, (given) => {
        const layout = pageLayout(given);
        expectApart(boxesOf(layout), layout.width, layout.height);
      }),
    );
  });

  it('the map has the most room: more than half of the sheet without its margins and lines', () => {
    for (const size of PAGE_SIZES) {
      for (const orientation of ['landscape', 'portrait'] as const) {
        const parts = { legend: true, locator: true, scaleBar: true, north: true, graticule: true };
        const { map, width, height } = pageLayout({ size, orientation, parts, hasSecrecy: true });
        expect((map.width * map.height) / (width * height)).toBeGreaterThan(0.4);
      }
    }
  });

  it('a part that is left out has no box, and the map takes its room', () => {
    const none = { legend: false, locator: false, scaleBar: false, north: false, graticule: false };
    const bare = pageLayout({
      size: 'A4',
      orientation: 'landscape',
      parts: none,
      hasSecrecy: false,
    });
    for (const part of PAGE_PARTS) if (part !== 'graticule') expect(bare[part]).toBeNull();
    expect(bare.map.width).toBe(277);
    expect(bare.secrecy).toBeNull();
  });

  it('paper has the sizes of ISO 216, turned for landscape', () => {
    expect(pageMillimetres('A4', 'portrait')).toEqual([210, 297]);
    expect(pageMillimetres('A3', 'landscape')).toEqual([420, 297]);
    expect(pageMillimetres('A0', 'portrait')).toEqual([841, 1189]);
  });

  it('parts of an atlas sheet do not overlap either', () => {
    for (const size of PAGE_SIZES) {
      const {
        width,
        height,
        title,
        headline,
        map,
        legend,
        north,
        scaleBar,
        firstList,
        nextList,
        credits,
      } = atlasLayout(size);
      expectApart(
        [title, headline, map, legend, north, scaleBar, firstList, credits],
        width,
        height,
      );
      expectApart([title, nextList, credits], width, height);
    }
  });
});
