import { expect, it } from 'vitest';
import { contentFromParts, contentTexts } from '../../src/document/content-text';
import type { ImportContent } from '../../src/domain/imported';
import { importedVillage } from '../features/imports/synthetic-imports';

const readBack = (texts: Iterable<string>) =>
  contentFromParts(Array.from(texts, (text): unknown => JSON.parse(text)));

it('a relocation list is read back as it was, sites and purpose included', () => {
  const content: ImportContent = {
    kind: 'villages',
    purpose: 'relocation',
    villages: [
      { ...importedVillage('1', {}, 2), siteName: '甲安置点' },
      importedVillage('2', {}, 3),
    ],
  };
  expect(readBack(contentTexts(content))).toEqual(content);
});

it('a list with an unknown purpose or a site that is no text is refused', () => {
  const row = importedVillage('1', {}, 2);
  const parts = (purpose: unknown, siteName: unknown) => [
    { kind: 'villages', purpose, rows: 1 },
    [{ ...row, siteName }],
  ];
  expect(contentFromParts(parts('relocation', '甲'))).not.toBeNull();
  expect(contentFromParts(parts('other', '甲'))).toBeNull();
  expect(contentFromParts(parts('relocation', 7))).toBeNull();
});
