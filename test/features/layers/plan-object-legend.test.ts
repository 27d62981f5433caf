import { expect, it } from 'vitest';
import { planObjectLegend } from '../../../src/features/layers/plan-object-legend';
import { planObject, point } from '../plan/synthetic-objects';

it('names the lines of who moves where, and only where there are some', () => {
  const site = planObject('s', 'site', {}, point(111, 35));
  const labels = (flowCount: number) =>
    planObjectLegend('standard', [site], flowCount).rows.map(({ label, count }) => [label, count]);
  expect(labels(0)).toEqual([['安置点', '1']]);
  expect(labels(8)).toEqual([
    ['安置点', '1'],
    ['迁出村到安置点', '8'],
  ]);
});
