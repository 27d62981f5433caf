import { describe, expect, it } from 'vitest';
import { positionByKey, positionByPointer, positionWords } from '../../../src/features/plan/swipe';

describe('the divider of two maps', () => {
  const press = (key: string, percent: number, shiftKey = false): number | null =>
    positionByKey({ key, shiftKey }, percent);

  it('moves by the keys of a slider and stays within the map', () => {
    expect([press('ArrowRight', 50), press('ArrowLeft', 50)]).toEqual([52, 48]);
    expect([press('ArrowUp', 50), press('ArrowDown', 50)]).toEqual([52, 48]);
    expect([press('ArrowRight', 50, true), press('PageDown', 50)]).toEqual([60, 40]);
    expect([press('Home', 50), press('End', 50)]).toEqual([0, 100]);
    expect([press('ArrowLeft', 1), press('PageUp', 95)]).toEqual([0, 100]);
    expect([press('Enter', 50), press('a', 50)]).toEqual([null, null]);
  });

  it('stands under the pointer, wherever the map lies', () => {
    const box = { left: 200, width: 800 };
    expect(positionByPointer(400, box)).toBe(25);
    expect([positionByPointer(0, box), positionByPointer(2000, box)]).toEqual([0, 100]);
    expect(positionByPointer(5, { left: 0, width: 0 })).toBe(50);
  });

  it('says which scenario shows where', () => {
    expect(positionWords(30.4, '基本方案', '东移')).toBe(
      '左侧 30% 显示甲「基本方案」，右侧 70% 显示乙「东移」',
    );
    expect(positionWords(0, '基本方案', '东移')).toBe('全幅显示乙「东移」');
    expect(positionWords(100, '基本方案', '东移')).toBe('全幅显示甲「基本方案」');
  });
});
