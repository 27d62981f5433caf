import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBytes } from '../../src/cli/text-bytes';

const SEED = 20261123;

function written(fill: (bytes: TextBytes) => void): string {
  const bytes = new TextBytes();
  fill(bytes);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.take());
}

describe('text as bytes', () => {
  it('is UTF-8, characters of two halves and lone halves included', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (texts) => {
        const bytes = new TextBytes();
        for (const text of texts) bytes.text(text);
        expect(Buffer.compare(bytes.take(), new TextEncoder().encode(texts.join('')))).toBe(0);
      }),
      { seed: SEED },
    );
    const odd = '\uFEFF甲é\u{20BB7}\uD800村';
    const wanted = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      new TextEncoder().encode(odd),
    );
    expect(written((bytes) => bytes.text(odd))).toBe(wanted);
  });

  it('grows, and begins anew when taken', () => {
    const bytes = new TextBytes();
    const long = '村'.repeat(100_000);
    bytes.text('1');
    bytes.text(long);
    expect(new TextDecoder().decode(bytes.take())).toBe(`1${long}`);
    expect(bytes.take()).toHaveLength(0);
    const metres = written((fresh) => {
      for (let k = 0; k < 30_000; k++) fresh.metres(1000);
    });
    expect(metres).toBe('1000.000'.repeat(30_000));
  });

  it('prints metres as toFixed(3) does', () => {
    const same = (metres: number): void => {
      expect(written((bytes) => bytes.metres(metres))).toBe(metres.toFixed(3));
    };
    for (const whole of [0, 1, 9, 10, 99, 100, 999, 1000, 9_999_999, 10_000_000, 99_999_999]) {
      for (const rest of [0, 0.0004, 0.0005, 0.0015, 0.1, 0.9994, 0.9995, 0.9999]) {
        same(whole + rest);
        // The numbers next to a tie.
        same((whole + rest) * (1 + Number.EPSILON));
        same((whole + rest) * (1 - Number.EPSILON));
      }
    }
    for (const odd of [1e8, 1e21, -0, -1.5, NaN]) same(odd);
    const distance = fc.double({ min: 0, max: 2.1e7, noNaN: true });
    fc.assert(fc.property(distance, same), { seed: SEED, numRuns: 1000 });
  });
});
