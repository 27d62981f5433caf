import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/app/download';

describe('fileName', () => {
  it('leaves out what Windows does not accept', () => {
    expect(fileName(['甲: 乙/丙', '内部版'], 'csv')).toBe('甲乙丙_内部版.csv');
    expect(fileName(['甲 方案'], 'cuntu')).toBe('甲方案.cuntu');
  });

  it('keeps the last part of a name that is too long, for it says whom the file is for', () => {
    const name = fileName(['甲'.repeat(90), '地图', '内部版'], 'png');
    expect(name).toBe(`${'甲'.repeat(76)}_内部版.png`);
    expect(fileName(['甲'.repeat(90)], 'cuntu')).toBe(`${'甲'.repeat(80)}.cuntu`);
  });
});
