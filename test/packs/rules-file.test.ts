import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/packs/load';
import { sealedSource } from './synthetic-pack';

const RULE = {
  id: 'rule-a',
  name: '甲规则',
  documentId: 'S1',
  documentTitle: '甲资料',
  documentDate: '2016',
  chapter: '一',
  printed: '不超过25平方米',
  binding: 'binding',
  subject: 'relocation-site',
  when: [{ field: 'persons', op: '>=', value: 500 }],
  check: {
    kind: 'limit',
    quantity: { field: 'squareMetres', per: 'persons' },
    op: '<=',
    limit: 25,
    unit: '平方米/人',
    references: [],
  },
  dueYear: null,
  needs: ['面积'],
  note: '',
};

async function loadWith(records: readonly object[]) {
  const text = JSON.stringify({ records });
  const outcome = await loadPack(sealedSource((files) => void files.set('rules.json', text)));
  if (!outcome.ok) throw new Error('pack does not load');
  return outcome;
}

describe('rules.json', () => {
  it('may be missing: a pack of 1.0 has no rules and no note', async () => {
    const outcome = await loadPack(sealedSource());
    expect(outcome.ok && outcome.value.rules).toEqual([]);
    expect(outcome.ok && outcome.notes).toEqual([]);
  });

  it('is loaded as written', async () => {
    const { value, notes } = await loadWith([RULE]);
    expect(notes).toEqual([]);
    expect(value.rules).toEqual([RULE]);
  });

  it.each([
    ['an unknown kind of check', { ...RULE, check: { kind: 'guess' } }],
    ['no needs', { ...RULE, needs: [] }],
    ['an unknown comparison', { ...RULE, check: { ...RULE.check, op: '~' } }],
  ])('with %s empties the rules only', async (_, broken) => {
    const { value, notes } = await loadWith([broken]);
    expect(value.rules).toEqual([]);
    expect(value.claims).toHaveLength(1);
    expect(notes.at(-1)?.text).toContain('“规则”没有载入');
  });
});
