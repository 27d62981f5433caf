// What a pack says that a document prints is found in that document word for word, blanks and the transcription's
// bold marks apart. Runs where the documents are at hand (beside the repository); the packs are whole without them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/claim';
import type { Rule } from '../../src/domain/rule';
import type { NamedList, Relation, Statement } from '../../src/domain/statement';
import type { StoryScene } from '../../src/domain/storyline';
import type { Target } from '../../src/domain/target';
import { PackFolder, ROOT } from './read-pack';

const SEEDS = join(ROOT, '../shared/seeds');
const PROVINCE = '001';
/** Number of the document that a region's pack transcribes. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  yuncheng: '000',
  mianchi: '002',
  yiyuan: '003',
  jincheng: '004',
};

const bare = (text: string): string => text.replaceAll(/[\s*]/g, '');

function documentText(number: string): string {
  const file = readdirSync(SEEDS).find((name) => name.startsWith(number));
  if (file === undefined) throw new Error(`no document ${number}`);
  return bare(readFileSync(join(SEEDS, file), 'utf8'));
}

interface Printed {
  readonly where: string;
  readonly documentId: string;
  readonly printed: string;
}

function printedOf(pack: PackFolder): Printed[] {
  const main = 'P0';
  const of = <T extends { readonly id: string }>(
    file: string,
    wordsOf: (record: T) => readonly string[],
    documentOf: (record: T) => string = () => main,
  ): Printed[] =>
    pack.readRecords<T>(`${file}.json`).flatMap((record) =>
      wordsOf(record).map((printed) => ({
        where: `${file} ${record.id}`,
        documentId: documentOf(record),
        printed,
      })),
    );
  const tables = readdirSync(join(pack.folder)).includes('tables')
    ? readdirSync(join(pack.folder, 'tables')).filter((name) => name.endsWith('.csv'))
    : [];
  return [
    ...of<Statement>(
      'statements',
      (one) => [one.printed],
      (one) => one.documentId,
    ),
    ...of<Claim>('claims', (one) => [one.printed]),
    ...of<Target>(
      'targets',
      (one) => [one.printed],
      (one) => one.documentId,
    ),
    ...of<Relation>('relations', (one) => [one.printed]),
    ...of<NamedList>(
      'lists',
      ({ stated, members }) => [
        ...(stated === null ? [] : [stated.printed]),
        ...members.map(({ printed }) => printed),
      ],
      (one) => one.documentId,
    ),
    ...of<Rule>(
      'rules',
      (one) => [one.printed],
      (one) => one.documentId,
    ),
    ...of<StoryScene>('storyline', ({ quotes }) => quotes.map(({ text }) => text)),
    ...tables.flatMap((name) =>
      pack
        .readRows(`tables/${name}`)
        .flat()
        // A heading of two lines is one cell here; its lines stand apart in the document.
        .flatMap((cell) => cell.split(' '))
        .map((printed) => ({ where: name, documentId: main, printed })),
    ),
  ];
}

describe('printed words', () => {
  it.each(Object.entries(DOCUMENTS))('of %s are in its document', (id, number) => {
    const words = printedOf(new PackFolder(id));
    expect(words.length).toBeGreaterThan(0);
    if (!existsSync(SEEDS)) return;
    const texts = new Map([
      ['P0', documentText(number)],
      ['P1', documentText(PROVINCE)],
    ]);
    const astray = words.filter(
      ({ documentId, printed }) => texts.get(documentId)?.includes(bare(printed)) === false,
    );
    expect(astray).toEqual([]);
  });
});
