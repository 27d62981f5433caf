import { describe, expect, it } from 'vitest';
import { pictureFault } from '../../src/report/page-picture-check';

const SIDE = 64;

/** Every pixel of its own colour. */
function drawn(): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let at = 0; at < SIDE * SIDE; at++)
    rgba.set([1 + (at % 200), 1 + (at % 50), 100, 255], at * 4);
  return rgba;
}

describe('picture before printing', () => {
  it('is taken when it is drawn everywhere', () => {
    expect(pictureFault(drawn(), SIDE, SIDE)).toBeNull();
  });

  it('is refused when a part of it is transparent or black', () => {
    const rgba = drawn();
    for (let y = 8; y < 16; y++)
      for (let x = 16; x < 24; x++) rgba.set([0, 0, 0, 0], (y * SIDE + x) * 4);
    expect(pictureFault(rgba, SIDE, SIDE)).toEqual({ kind: 'empty-cells', count: 1 });
    expect(pictureFault(new Uint8ClampedArray(SIDE * SIDE * 4), SIDE, SIDE)).toEqual({
      kind: 'empty-cells',
      count: 64,
    });
  });

  it('is refused when it is nothing but ground', () => {
    const ground = new Uint8ClampedArray(SIDE * SIDE * 4);
    for (let at = 0; at < SIDE * SIDE; at++) ground.set([247, 246, 241, 255], at * 4);
    expect(pictureFault(ground, SIDE, SIDE)).toEqual({ kind: 'one-colour', count: 1 });
  });
});
