import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/app/download';

describe('fileName', () => {
  it('leaves out what Windows does not accept', () => {
    expect(fileName(['甲: 乙/丙', '内部版'], 'csv')).toBe('甲乙丙_内部版.csv');
    expect(fileName(['甲 方案'], 'cuntu')).toBe('甲方案.cuntu');
  });

  it('cuts only the longest parts of a name that is too long: whom the file is for and its day stay, in any place', () => {
    const long = '甲'.repeat(90);
    expect(fileName([long, '地图', '内部版'], 'png')).toBe(`${'甲'.repeat(73)}_地图_内部版.png`);
    expect(fileName([long, '分析报告', '公开版', '20261122'], 'docx')).toBe(
      `${'甲'.repeat(62)}_分析报告_公开版_20261122.docx`,
    );
    expect(fileName(['情景比较', long, long, '内部版'], 'csv')).toBe(
      `情景比较_${'甲'.repeat(35)}_${'甲'.repeat(35)}_内部版.csv`,
    );
    expect(fileName([long], 'cuntu')).toBe(`${'甲'.repeat(80)}.cuntu`);
  });
});
