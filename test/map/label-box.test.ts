import { describe, expect, it } from 'vitest';
import { VILLAGE_NAMES_ZOOM, labelBox } from '../../src/map/label-box';

describe('the box of village names', () => {
  const view = [111, 35, 111.4, 35.2] as const;

  it('is the view and as much again on each side', () => {
    const box = labelBox(view, VILLAGE_NAMES_ZOOM, null);
    expect(box?.map((each) => Number(each.toFixed(9)))).toEqual([110.6, 34.8, 111.8, 35.4]);
  });

  it('stays while it holds the view, and moves when it does not', () => {
    const box = labelBox(view, VILLAGE_NAMES_ZOOM, null);
    expect(labelBox([111.2, 35.1, 111.6, 35.3], VILLAGE_NAMES_ZOOM, box)).toBe(box);
    expect(labelBox([111.6, 35, 112, 35.2], VILLAGE_NAMES_ZOOM, box)).not.toBe(box);
  });

  it('is not where no names are printed', () => {
    expect(labelBox(view, VILLAGE_NAMES_ZOOM - 0.01, null)).toBeNull();
  });
});
