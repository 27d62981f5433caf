// Headings where the user says that they are, in place of the guess.
import { expect, it } from 'vitest';
import { previewImport } from '../../src/io/import-preview';
import { suggestChoices } from '../../src/io/import-suggest';
import { VILLAGES } from '../fixtures/import/villages';
import { sourceOf, tableLayer, yunchengContext } from './import-region';

const context = await yunchengContext();
const [a, b] = VILLAGES;
if (!a || !b) throw new Error('no villages');
const layer = tableLayer([
  ['行政区划代码', '村名', '经度', '纬度'],
  [a.code, a.name, a.lng, a.lat],
  [b.code, b.name, b.lng, b.lat],
]);
const source = sourceOf(layer);

it('are guessed in the first row, and can be nowhere', async () => {
  const guessed = suggestChoices(layer, source.fileName, context).choices;
  expect([guessed.skippedRows, guessed.headingRows]).toEqual([0, 1]);
  const shape = { skippedRows: 0, headingRows: 0 };
  const { choices } = suggestChoices(layer, source.fileName, context, undefined, shape);
  expect(choices).toMatchObject(shape);
  expect(choices.columns.map(({ heading }) => heading)).toEqual([
    '第 1 列',
    '第 2 列',
    '第 3 列',
    '第 4 列',
  ]);
  const { rowsRead } = await previewImport(source, layer, choices, context);
  expect(rowsRead).toBe(3);
});

it('can be further down: the rows above are not read', async () => {
  const shape = { skippedRows: 1, headingRows: 1 };
  const { choices } = suggestChoices(layer, source.fileName, context, undefined, shape);
  expect(choices.columns[1]?.heading).toBe(a.name);
  const { rowsRead } = await previewImport(source, layer, choices, context);
  expect(rowsRead).toBe(1);
});
