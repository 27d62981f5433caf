import { expect, it } from 'vitest';
import type { ReadAnswer, ReadLayer } from '../../src/app/import-task';
import { type ImportState, NOTHING_CHOSEN, stopped } from '../../src/app/use-import';
import type { ImportChoices } from '../../src/io/import-choices';

const layer: ReadLayer = {
  place: { file: 0, layer: 0 },
  fileName: '甲.csv',
  format: 'csv',
  encoding: 'utf-8',
  sha256: '0',
  name: '',
  rowCount: 1,
  head: [],
  headings: null,
  isRemarks: false,
};
const read: ReadAnswer = { layers: [layer], problems: [] };
const choices: ImportChoices = {
  skippedRows: 0,
  headingRows: 1,
  columns: [],
  crs: 'gcj02',
  crsEvidence: '您的选择',
  axesSwapped: false,
  use: 'villages',
  projectKind: 'water',
  accuracyMetres: 10,
  allowOutside: false,
  matches: new Map([[2, '140829000000']]),
  addsUnknown: false,
};
const step = { words: '核对各行', done: 1, total: 9 };
const busy: ImportState = { ...NOTHING_CHOSEN, isBusy: true, step };

it('a cancelled import keeps the files and all that was said of them', () => {
  const after = stopped({ ...busy, stage: 'result', read, layer, choices });
  expect(after).toMatchObject({ read, layer, choices, stage: 'columns' });
  expect([after.isBusy, after.step, after.preview]).toEqual([false, null, null]);
  expect(after.failure).toContain('所选的文件还在');
});

it('a layer of which nothing is known yet can be chosen again; before any was read nothing stays', () => {
  expect(stopped({ ...busy, read, layer })).toMatchObject({ read, layer: null, stage: 'file' });
  expect(stopped(busy)).toEqual({
    ...NOTHING_CHOSEN,
    failure: '已取消，没有导入任何内容。',
  });
});
