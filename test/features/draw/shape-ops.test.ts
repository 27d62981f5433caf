import type { LineString, Point, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { changeLines, shownTogether, sizeOf } from '../../../src/features/draw/change-words';
import { areaText, bearingText } from '../../../src/features/draw/draw-words';
import {
  FIRST_FIGURES,
  editedByDrawing,
  editedByFigures,
  figureOpsOf,
  toolOfOp,
} from '../../../src/features/draw/shape-ops';
import { polygonAreaSquareMetres } from '../../../src/geo/area';
import { geodesicDistanceMetres } from '../../../src/geo/geodesic';

const box = (west: number, south: number, side: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });
const point = (...coordinates: Position): Point => ({ type: 'Point', coordinates });
const ZONE = box(111, 35, 0.1);
const WAY = line([111, 35], [111.1, 35], [111.2, 35]);

describe('edits of a shape by a drawn one', () => {
  it('asks for what each edit needs: a place to cut a line, a line to cut an area, nothing for a point', () => {
    expect(toolOfOp('split', WAY)).toBe('point');
    expect(toolOfOp('split', ZONE)).toBe('linestring');
    expect(toolOfOp('cut-hole', ZONE)).toBe('polygon');
    expect(toolOfOp('cut-hole', WAY)).toBeNull();
    expect(toolOfOp('reshape', point(111, 35))).toBeNull();
  });

  it('splits an area in parts that add up, and a line at the place nearest to the click', () => {
    const parts = editedByDrawing('split', ZONE, line([111.04, 34.9], [111.04, 35.2]));
    if (!parts.ok) throw new Error('not split');
    const sizes = parts.value.map(sizeOf);
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((a, b) => a + b)).toBeCloseTo(polygonAreaSquareMetres(ZONE), 0);
    const ways = editedByDrawing('split', WAY, point(111.05, 35.0001));
    expect(ways.ok && ways.value.map(({ type }) => type)).toEqual(['LineString', 'LineString']);
  });

  it('cuts a hole and fills it again', () => {
    const holed = editedByDrawing('cut-hole', ZONE, box(111.04, 35.04, 0.02));
    const [area] = holed.ok ? holed.value : [];
    expect(area && sizeOf(area)).toBeLessThan(polygonAreaSquareMetres(ZONE));
    const filled = area && editedByDrawing('fill-hole', area, point(111.05, 35.05));
    expect(filled?.ok && filled.value).toEqual([ZONE]);
  });

  it('refuses in words what the shape has no such edit for', () => {
    const refused = editedByDrawing('cut-hole', WAY, box(111, 35, 0.1));
    expect(refused.ok || refused.problems[0]?.text).toBe('这个图形不能挖洞');
  });
});

describe('edits of a shape by figures', () => {
  it('offers what fits the shape', () => {
    expect(figureOpsOf(ZONE)).toEqual(['offset', 'move', 'rotate', 'scale']);
    expect(figureOpsOf(WAY)).toContain('widen');
    expect(figureOpsOf(point(111, 35))).toEqual(['widen', 'move']);
  });

  it('widens a line to the area within the half-width, and a point to a circle', () => {
    const belt = editedByFigures('widen', WAY, { amount: 200, bearingDegrees: 0 });
    const metres = geodesicDistanceMetres([111, 35], [111.2, 35]);
    const expected = metres * 400 + Math.PI * 200 * 200;
    expect(belt.ok && sizeOf(belt.value) / expected).toBeCloseTo(1, 2);
    const disc = editedByFigures('widen', point(111, 35), { amount: 200, bearingDegrees: 0 });
    expect(disc.ok && sizeOf(disc.value) / (Math.PI * 200 * 200)).toBeCloseTo(1, 2);
    expect(editedByFigures('widen', ZONE, FIRST_FIGURES.widen).ok).toBe(false);
  });

  it('moves by metres and bearing, and turns and scales with the area that follows', () => {
    const moved = editedByFigures('move', point(111, 35), { amount: 3000, bearingDegrees: 90 });
    const [lng = 0, lat = 0] = moved.ok ? (moved.value as Point).coordinates : [];
    expect(geodesicDistanceMetres([111, 35], [lng, lat])).toBeCloseTo(3000, 3);
    expect(lng).toBeGreaterThan(111);
    const area = polygonAreaSquareMetres(ZONE);
    const turned = editedByFigures('rotate', ZONE, { amount: 30, bearingDegrees: 0 });
    expect(turned.ok && sizeOf(turned.value) / area).toBeCloseTo(1, 5);
    const half = editedByFigures('scale', ZONE, { amount: 50, bearingDegrees: 0 });
    expect(half.ok && sizeOf(half.value) / area).toBeCloseTo(0.25, 4);
    expect(editedByFigures('scale', ZONE, { amount: 0, bearingDegrees: 0 }).ok).toBe(false);
  });

  it('says why an area can not be set off inward beyond its middle', () => {
    const gone = editedByFigures('offset', ZONE, { amount: -50_000, bearingDegrees: 0 });
    expect(gone.ok).toBe(false);
  });
});

describe('what an edit changes, in words', () => {
  it('gives both areas and each part, the largest first', () => {
    const [small, large] = [box(111, 35, 0.02), box(111.1, 35, 0.05)];
    const lines = changeLines({ before: [ZONE], after: [small, large] });
    const text = (shape: Polygon): string => areaText(polygonAreaSquareMetres(shape));
    expect(lines[0]).toBe(`现在：面积 ${text(ZONE)}`);
    expect(lines[2]).toBe(`改后第 1 块：面积 ${text(large)}`);
    expect(lines[3]).toBe(`改后第 2 块：面积 ${text(small)}`);
    expect(lines).toHaveLength(4);
  });

  it('gives the length of lines, and nothing for a point', () => {
    const widened = changeLines({ before: [WAY], after: [ZONE] });
    expect(widened[0]).toMatch(/^现在：长 18\.\d+ 公里$/);
    expect(widened[1]).toMatch(/^改后：面积/);
    expect(changeLines({ before: [point(1, 2)], after: [point(2, 2)] })).toEqual([]);
  });

  it('shows several shapes as one, a single one as it is', () => {
    expect(shownTogether([ZONE])).toBe(ZONE);
    expect(shownTogether([ZONE, WAY]).type).toBe('GeometryCollection');
  });
});

describe('bearings', () => {
  it.each([
    [359.97, '0°'],
    [-90, '270°'],
    [12.34, '12.3°'],
  ])('%d is %s', (degrees, text) => {
    expect(bearingText(degrees)).toBe(text);
  });
});
