import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/packs/load';
import { sealedSource } from './synthetic-pack';

const STATEMENT = {
  id: 'households',
  documentId: 'S1',
  subject: '甲县贫困户',
  areaCodes: ['990001'],
  measure: 'poorHouseholds',
  scope: '',
  value: 303,
  most: null,
  qualifier: 'exact',
  unit: '户',
  year: 2016,
  chapter: '一',
  printed: '贫困户303户',
};
const TARGET = {
  id: 'target-a',
  documentId: 'S1',
  group: '',
  name: '贫困户',
  measure: 'poorHouseholds',
  areaCodes: [],
  unit: '户',
  nature: null,
  better: 'less',
  base: { year: 2016, value: 303 },
  year: 2020,
  value: 0,
  qualifier: 'exact',
  chapter: '一',
  printed: '贫困户降为0',
  note: '',
};
const LIST = {
  id: 'list-a',
  title: '甲名单',
  documentId: 'S1',
  chapter: '附件',
  memberKind: 'village',
  year: null,
  stated: null,
  excludes: [],
  members: [{ printed: '甲村', code: '990001001001', withinCode: '990001001', note: '' }],
};
const FIGURES = [
  'statement:households',
  'claim:claim-a',
  'target:target-a',
  'target-base:target-a',
  'list:list-a',
  'cell:table1/4/贫困户（户）',
  'column:table1/贫困户（户）',
];
const RELATION = {
  id: 'relation-a',
  chapter: '一',
  printed: '同上',
  kind: 'equal',
  figures: FIGURES,
};

interface AuditFiles {
  readonly statements?: object;
  readonly relations?: object;
  readonly lists?: object;
  readonly targets?: object;
}

async function loadWith(changed: AuditFiles) {
  const records = {
    statements: STATEMENT,
    relations: RELATION,
    lists: LIST,
    targets: TARGET,
    ...changed,
  };
  const outcome = await loadPack(
    sealedSource((files) => {
      for (const [name, record] of Object.entries(records)) {
        files.set(`${name}.json`, JSON.stringify({ records: [record] }));
      }
    }),
  );
  if (!outcome.ok) throw new Error('pack does not load');
  return outcome;
}

describe('statements, relations, lists and targets', () => {
  it('may be missing', async () => {
    const outcome = await loadPack(sealedSource());
    expect(outcome.ok && outcome.notes).toEqual([]);
    expect(outcome.ok && outcome.value.statements).toEqual([]);
  });

  it('are loaded as written when every reference leads somewhere', async () => {
    const { value, notes } = await loadWith({});
    expect(notes).toEqual([]);
    expect(value.relations).toEqual([RELATION]);
    expect([value.statements, value.lists, value.targets]).toEqual([[STATEMENT], [LIST], [TARGET]]);
  });

  it.each([
    'statement:other',
    'claim:other',
    'target:other',
    'target-base:other',
    'list:other',
    'cell:table9/1/贫困户（户）',
    'cell:table1/5/贫困户（户）',
    'cell:table1/0/贫困户（户）',
    'cell:table1/1/另一列',
    'column:table1/另一列',
  ])('tell of the reference %s that leads nowhere', async (figure) => {
    const relations = { ...RELATION, figures: [...FIGURES, figure] };
    const { notes } = await loadWith({ relations });
    expect(notes.map(({ text }) => text)).toEqual([
      expect.stringContaining(
        `relations.json 第 1 条记录「figures」：引用的数字「${figure}」不存在`,
      ),
    ]);
  });

  it('tell of the base of a target that has none', async () => {
    const { notes } = await loadWith({ targets: { ...TARGET, base: null } });
    expect(notes.map(({ text }) => text)).toEqual([
      expect.stringContaining('「target-base:target-a」不存在'),
    ]);
  });

  it.each(['990000', '990001'])('know %s: a unit of the pack, or one above it', async (code) => {
    const { notes } = await loadWith({ targets: { ...TARGET, areaCodes: [code] } });
    expect(notes).toEqual([]);
  });

  it.each([
    ['statements.json', { statements: { ...STATEMENT, documentId: 'S9' } }, 'S9'],
    ['targets.json', { targets: { ...TARGET, areaCodes: ['980000'] } }, '980000'],
    ['statements.json', { statements: { ...STATEMENT, areaCodes: ['990009'] } }, '990009'],
    ['targets.json', { targets: { ...TARGET, areaCodes: ['990001009'] } }, '990001009'],
    ['lists.json', { lists: { ...LIST, excludes: ['list-b'] } }, 'list-b'],
    [
      'lists.json',
      { lists: { ...LIST, members: [{ ...LIST.members[0], code: '990001001009' }] } },
      '990001001009',
    ],
    [
      'lists.json',
      { lists: { ...LIST, members: [{ ...LIST.members[0], withinCode: '990009' }] } },
      '990009',
    ],
  ])('of %s tell of an unknown document, unit or list (%#)', async (file, changed, code) => {
    const { notes } = await loadWith(changed);
    expect(notes.map(({ text }) => text)).toEqual([
      expect.stringMatching(new RegExp(`^${file} 第 1 条记录.*「${code}」不存在`)),
    ]);
  });
});
