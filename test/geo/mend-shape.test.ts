import fc from 'fast-check';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { mendedShape } from '../../src/geo/mend-shape';
import { shapeFaults } from '../../src/geo/shape-faults';
import { codeOf, COUNTIES, frozen, line, polygon, ringOf, square, valueOf } from './edit-fixtures';

const bowTie = polygon(ringOf([111, 35], [111.1, 35.1], [111.1, 35], [111, 35.1]));

describe('mendedShape', () => {
  it('leaves a sound geometry as it is and says that nothing was changed', () => {
    for (const { geometry } of COUNTIES) {
      const mended = valueOf(mendedShape(geometry));
      expect(mended.geometry).toBe(geometry);
      expect(mended.changes).toEqual([]);
      expect(mended.squareMetresAfter).toBe(polygonAreaSquareMetres(geometry));
    }
  });

  it('opens a bow tie into two triangles that meet where it crossed', () => {
    const { geometry, changes, squareMetresAfter } = valueOf(mendedShape(bowTie));
    expect(geometry.type).toBe('MultiPolygon');
    expect(changes).toEqual(['在自相交处拆开边界（1 处）']);
    const triangle = ringOf([111, 35], [111.05, 35.05], [111, 35.1]);
    const area = polygonAreaSquareMetres(polygon(triangle));
    expect(Math.abs(squareMetresAfter / (2 * area) - 1)).toBeLessThan(1e-3);
  });

  it('keeps a small loop of a freehand border inside, where even-odd counting would make a hole', () => {
    const looped = polygon(
      ringOf(
        [111, 35],
        [111.1, 35],
        [111.1, 35.06],
        [111.08, 35.04],
        [111.11, 35.04],
        [111.1, 35.1],
        [111, 35.1],
      ),
    );
    const { geometry } = valueOf(mendedShape(looped));
    expect(shapeFaults(geometry)).toEqual([]);
    expect(geometry.type === 'Polygon' && geometry.coordinates.length).toBe(1);
  });

  it('tidies repeats, spikes, open rings and bad numbers without touching other vertices', () => {
    const messy: Geometry = frozen({
      type: 'Polygon',
      coordinates: [
        [
          [111, 35],
          [111.1, 35],
          [111.1, 35],
          [Number.NaN, 35],
          [111.1, 35.1],
          [111.3, 35.3],
          [111.1, 35.1],
          [111, 35.1],
        ],
      ],
    });
    const mended = valueOf(mendedShape(messy));
    expect(mended.geometry).toEqual(polygon(square(111, 35, 0.1)));
    expect(mended.changes).toEqual(['删去不是数字的坐标（1 处）']);
    const path = frozen({
      type: 'LineString',
      coordinates: [
        [111, 35],
        [111, 35],
        [112, 35],
      ],
    });
    expect(valueOf(mendedShape(path as Geometry)).geometry).toEqual(line([111, 35], [112, 35]));
  });

  it('unites parts that overlap and takes away holes outside; areas before and after are told', () => {
    const parts: MultiPolygon = frozen({
      type: 'MultiPolygon',
      coordinates: [[square(111, 35, 0.1), square(112, 35, 0.1)], [square(111.05, 35, 0.1)]],
    });
    const mended = valueOf(mendedShape(parts));
    expect(mended.geometry.type).toBe('Polygon');
    expect(mended.changes.join()).toContain('重叠');
    expect(mended.changes.join()).toContain('之外的洞');
    const whole = polygonAreaSquareMetres(
      polygon(ringOf([111, 35], [111.15, 35], [111.15, 35.1], [111, 35.1])),
    );
    expect(Math.abs(mended.squareMetresAfter / whole - 1)).toBeLessThan(1e-4);
    expect(mended.squareMetresBefore).not.toBe(mended.squareMetresAfter);
  });

  it('always gives a geometry without faults, for any scribble', () => {
    const place = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
      .map(([x, y]): Position => [111 + x / 100, 35 + y / 100]);
    const ring = fc.array(place, { minLength: 3, maxLength: 12 }).map((open) => ringOf(...open));
    const scribble = fc
      .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((coordinates): Geometry => frozen({ type: 'MultiPolygon', coordinates }));
    fc.assert(
      fc.property(scribble, (geometry) => {
        const outcome = mendedShape(geometry);
        if (outcome.ok) expect(shapeFaults(outcome.value.geometry)).toEqual([]);
        else expect(codeOf(outcome)).toBe('mend-nothing-left');
      }),
      { seed: 31, numRuns: 60 },
    );
  });

  it('says when nothing is left', () => {
    const point: Geometry = { type: 'Point', coordinates: [Number.NaN, 0] };
    expect(codeOf(mendedShape(point))).toBe('mend-nothing-left');
    expect(codeOf(mendedShape(polygon(ringOf([0, 0], [1, 0]))))).toBe('mend-nothing-left');
  });
});
