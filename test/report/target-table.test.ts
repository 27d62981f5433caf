import { describe, expect, it } from 'vitest';
import type { RegionPack } from '../../src/domain/region-pack';
import type { Target } from '../../src/domain/target';
import { targetAreas } from '../../src/report/target-table';
import { yunchengPack } from '../features/yuncheng-pack';

const areasOf = (pack: RegionPack, areaCodes: readonly string[]): string =>
  targetAreas(pack, { areaCodes } as Target);

describe('areas of a target', async () => {
  const pack = await yunchengPack();

  it('are the region where it names none, else those named', () => {
    expect(areasOf(pack, [])).toBe('运城市');
    expect(areasOf(pack, ['140828', '140823'])).toBe('夏县、闻喜县');
  });

  it('are not the region where it speaks of the whole province', () => {
    expect(areasOf(pack, ['140000'])).toBe('上级合计');
  });
});
