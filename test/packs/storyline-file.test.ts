import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/packs/load';
import { sealedSource } from './synthetic-pack';

const SCENE = {
  id: 'scene-a',
  title: '甲场景',
  lead: '甲县的图。',
  quotes: [{ subject: '', text: '甲县有2个村', chapter: '第一章' }],
  notes: '',
  view: 'd=3000',
  hasLegend: true,
  highlightCodes: [],
  sourceIds: ['S1'],
};

async function loadWith(records: readonly object[]) {
  const text = JSON.stringify({ records });
  const outcome = await loadPack(sealedSource((files) => void files.set('storyline.json', text)));
  if (!outcome.ok) throw new Error('pack does not load');
  return outcome;
}

describe('storyline.json', () => {
  it('may be missing: a pack of 1.2 has no storyline and no note', async () => {
    const outcome = await loadPack(sealedSource());
    expect(outcome.ok && outcome.value.storyline).toEqual([]);
    expect(outcome.ok && outcome.notes).toEqual([]);
  });

  it('is loaded as written', async () => {
    const { value, notes } = await loadWith([SCENE]);
    expect(notes).toEqual([]);
    expect(value.storyline).toEqual([SCENE]);
  });

  it.each([
    ['a figure outside of a quote', [{ ...SCENE, lead: '甲县有2个村' }]],
    ['a quote without chapter', [{ ...SCENE, quotes: [{ subject: '', text: '甲', chapter: '' }] }]],
    ['an id twice', [SCENE, SCENE]],
    ['a county that does not exist', [{ ...SCENE, highlightCodes: ['999999'] }]],
  ])('with %s empties the storyline only', async (_, broken) => {
    const { value, notes } = await loadWith(broken);
    expect(value.storyline).toEqual([]);
    expect(value.claims).toHaveLength(1);
    expect(notes.at(-1)?.text).toContain('“故事线”没有载入');
  });

  it('tells of a source that does not exist', async () => {
    const { notes } = await loadWith([{ ...SCENE, sourceIds: ['S9'] }]);
    expect(notes.map(({ text }) => text)).toEqual([
      expect.stringContaining('引用的来源「S9」不存在。'),
    ]);
  });
});
