import { expect, test } from 'vitest';
import { csvRowPieces, csvRows } from '../../src/packs/csv-rows';

const TEXTS = [
  'a,b\n1,2\n3,4\n',
  'a,b\n1,2\n3,4',
  'a,b\r\n1,2\r\n3,4\r\n',
  'a,b\n"1\n1","2,2"\n"3""\n""3",4\n',
  'a\n\n1\n',
  '"never closed\n1,2\n3,4\n',
  '',
];

test.each(TEXTS)('pieces of any length hold the rows of the whole: %j', (text) => {
  for (let length = 0; length <= text.length + 1; length++) {
    expect([...csvRowPieces(text, length)].flat()).toEqual(csvRows(text));
  }
});

test('a text longer than a piece comes in several', () => {
  const text = 'a,b\n'.repeat(100);
  expect([...csvRowPieces(text, 40)].length).toBeGreaterThan(5);
});
