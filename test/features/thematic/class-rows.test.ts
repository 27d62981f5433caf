import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/analysis/classify';
import { classTexts } from '../../../src/features/thematic/class-rows';

const own = (values: readonly number[], customBreaks: readonly number[]) =>
  classify(values, { method: 'custom', classCount: 3, customBreaks });

describe('class ranges as text', () => {
  it('writes counts without overlap', () => {
    expect(classTexts(own([1, 5, 9, 1200], [5, 9.5]), 'persons')).toEqual([
      '1–4',
      '5–9',
      '10–1,200',
    ]);
  });

  it('writes a class of one number as that number', () => {
    expect(classTexts(own([1, 2, 3], [2, 3]), 'persons')).toEqual(['1', '2', '3']);
  });

  it('writes shares in per cent with the digits that the breaks need', () => {
    expect(classTexts(own([0, 0.5, 1], [0.2, 0.4]), 'share')).toEqual([
      '0–20%',
      '20–40%',
      '40–100%',
    ]);
    expect(classTexts(own([0.01, 0.5], [0.025, 0.1]), 'share')).toEqual([
      '1.0–2.5%',
      '2.5–10.0%',
      '10.0–50.0%',
    ]);
  });

  it('leaves the ends open where own breaks lie outside the values', () => {
    expect(classTexts(own([10, 20], [5, 30]), 'persons')).toEqual(['＜ 5', '5–29', '≥ 30']);
  });

  it('has nothing to write without values', () => {
    expect(classTexts(own([], [1, 2]), 'persons')).toEqual([]);
  });
});
