// A row of no village with a code of a known township may become a new village, on the user's word alone.
import { expect, it } from 'vitest';
import type { ImportChoices, ImportPreview } from '../../src/io/import-choices';
import { previewImport } from '../../src/io/import-preview';
import { suggestChoices } from '../../src/io/import-suggest';
import { VILLAGES } from '../fixtures/import/villages';
import { sourceOf, tableLayer, yunchengContext } from './import-region';

const context = await yunchengContext();
const TOWNSHIP = '140829100';
const [known] = VILLAGES.filter(({ code }) => code.startsWith(TOWNSHIP));
if (!known) throw new Error('no village');
const PLACE = [known.lng, known.lat] as const;

const layer = tableLayer([
  ['行政区划代码', '村名', '经度', '纬度'],
  [known.code, known.name, ...PLACE],
  [`${TOWNSHIP}998`, '甲村', ...PLACE],
  [`${TOWNSHIP}999`, '乙村', null, null],
  ['140829999001', '丙村', ...PLACE],
]);
const source = sourceOf(layer);

function preview(matches: ImportChoices['matches'], addsUnknown = false): Promise<ImportPreview> {
  const { choices } = suggestChoices(layer, source.fileName, context);
  return previewImport(source, layer, { ...choices, crs: 'wgs84', matches, addsUnknown }, context);
}

it('is offered with a known township and a position only, and added when chosen', async () => {
  const { unmatched, content } = await preview(new Map());
  expect(unmatched.map(({ row, newCode }) => [row, newCode])).toEqual([
    [3, `${TOWNSHIP}998`],
    [4, null],
    [5, null],
  ]);
  expect(content?.kind === 'villages' && content.villages.map(({ added }) => added)).toEqual([
    null,
  ]);

  const chosen = await preview(new Map([[3, `${TOWNSHIP}998`]]));
  expect(chosen.unmatched.map(({ row }) => row)).toEqual([4, 5]);
  const villages = chosen.content?.kind === 'villages' ? chosen.content.villages : [];
  expect(villages.find(({ row }) => row === 3)).toMatchObject({
    code: `${TOWNSHIP}998`,
    name: '甲村',
    position: PLACE,
    added: { townshipCode: TOWNSHIP, countyCode: '140829' },
  });
});

it('is every row that can be one when the user says so, and none besides', async () => {
  const { unmatched, content, rowsOk, rowsRefused } = await preview(new Map(), true);
  expect(unmatched.map(({ row }) => row)).toEqual([4, 5]);
  const villages = content?.kind === 'villages' ? content.villages : [];
  expect(villages.map(({ row, added }) => [row, added !== null])).toEqual([
    [2, false],
    [3, true],
  ]);
  expect([rowsOk, rowsRefused]).toEqual([2, 2]);
});

it('gives way to what the user chose for the row', async () => {
  const { content } = await preview(new Map([[3, known.code]]), true);
  const villages = content?.kind === 'villages' ? content.villages : [];
  expect(villages.filter(({ added }) => added !== null)).toEqual([]);
});
