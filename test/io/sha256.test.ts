import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256Hex, sha256HexPlain } from '../../src/io/sha256';

it('is the platform’s digest for every length round a block, and of a view into a buffer', async () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = Uint8Array.from({ length: length + 8 }, (_, i) => (i * 31) % 251).subarray(8);
    const truth = createHash('sha256').update(bytes).digest('hex');
    expect(sha256HexPlain(bytes)).toBe(truth);
    expect(await sha256Hex(bytes)).toBe(truth);
  }
});
