import { describe, expect, it } from 'vitest';
import {
  USUAL_PUBLISH,
  audienceWord,
  internalFile,
  publishRule,
} from '../../src/report/publish-rule';

describe('whom a file is for', () => {
  it('stands in its name: internal without a rule, public with one', () => {
    expect(audienceWord(publishRule(USUAL_PUBLISH))).toBe('内部版');
    expect(audienceWord(publishRule({ ...USUAL_PUBLISH, isPublic: true }))).toBe('公开版');
  });

  it('stands in the title of a list that a panel writes without asking', () => {
    const list = { title: '甲表', rows: [1] };
    expect(internalFile(list)).toEqual({ title: '甲表（内部版）', rows: [1] });
  });
});
