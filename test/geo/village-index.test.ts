import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLATTENING, SEMI_MAJOR_METRES, writeEcef } from '../../src/geo/ellipsoid';
import {
  IndexFormatError,
  STRIP_DEGREES,
  villageIndex,
  villageIndexFrom,
} from '../../src/geo/village-index';

const SEED = 20261122;
const place = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);
/** Few different longitudes and latitudes: equal ones and one crowded strip. */
const crowded = fc.tuple(
  fc.constantFrom(110, 110 + 1e-13, 110.5, -180, 180),
  fc.constantFrom(35, 35.001),
);

function columns(places: readonly (readonly [number, number])[]): [Float64Array, Float64Array] {
  return [Float64Array.from(places, ([x]) => x), Float64Array.from(places, ([, y]) => y)];
}

describe('villageIndex', () => {
  it('holds every village once, by strip, then longitude, then place', () => {
    const lists = fc.oneof(fc.array(place), fc.array(crowded, { maxLength: 60 }));
    fc.assert(
      fc.property(lists, (places) => {
        const [lng, lat] = columns(places);
        const index = villageIndex(lng, lat);
        const strip = (id: number): number =>
          Math.floor(((lat[id] ?? 0) - index.south) / STRIP_DEGREES);
        const wanted = places
          .map((_, id) => id)
          .toSorted((a, b) => strip(a) - strip(b) || (lng[a] ?? 0) - (lng[b] ?? 0) || a - b);
        expect([...index.ids]).toEqual(wanted);
        expect([...index.lng]).toEqual(wanted.map((id) => lng[id]));
        expect(index.stripStart.at(-1)).toBe(places.length);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
  it('is read back from its buffer alone, unchanged', () => {
    const index = villageIndex(
      ...columns([
        [110, 35],
        [111, 36],
        [-179, -84],
      ]),
    );
    expect(villageIndexFrom(structuredClone(index.buffer))).toEqual(index);
    const empty = villageIndex(new Float64Array(), new Float64Array());
    expect(villageIndexFrom(empty.buffer)).toEqual(empty);
  });
  it('refuses other bytes, other versions, cut and damaged buffers, with what it found', () => {
    const { buffer } = villageIndex(
      ...columns([
        [110, 35],
        [111, 36],
      ]),
    );
    const changed = (at: number): ArrayBuffer => {
      const copy = buffer.slice();
      const bytes = new Uint8Array(copy);
      bytes[at] = (bytes[at] ?? 0) + 1;
      return copy;
    };
    expect(() => villageIndexFrom(new ArrayBuffer(7))).toThrow(IndexFormatError);
    expect(() => villageIndexFrom(new ArrayBuffer(64))).toThrow('starts with 0');
    expect(() => villageIndexFrom(changed(4))).toThrow('version 2, want 1');
    expect(() => villageIndexFrom(buffer.slice(0, -4))).toThrow(`want ${buffer.byteLength}`);
    expect(() => villageIndexFrom(changed(40))).toThrow('checksum');
  });
});

describe('writeEcef', () => {
  it("is within 2e-8 m of Math.sin's answer anywhere", () => {
    const anywhere = fc.tuple(
      fc.double({ min: -360, max: 540, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    );
    fc.assert(
      fc.property(anywhere, ([lng, lat]) => {
        const out = new Float64Array(3);
        writeEcef(lng, lat, out, 0);
        const square = FLATTENING * (2 - FLATTENING);
        const [u, v] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
        const normal = SEMI_MAJOR_METRES / Math.sqrt(1 - square * Math.sin(u) ** 2);
        const wanted = [
          normal * Math.cos(u) * Math.cos(v),
          normal * Math.cos(u) * Math.sin(v),
          normal * (1 - square) * Math.sin(u),
        ];
        wanted.forEach((value, axis) =>
          expect(Math.abs((out[axis] ?? 0) - value)).toBeLessThan(2e-8),
        );
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});
