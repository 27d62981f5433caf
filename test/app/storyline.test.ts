// The storyline that the 运城 pack comes with: it says what the plan says, and shows what the pack has.
import { describe, expect, it } from 'vitest';
import { readPermalink } from '../../src/app/permalink';
import { storyCaption } from '../../src/domain/storyline';
import { yunchengIndex } from '../features/yuncheng';

const { pack } = await yunchengIndex();
const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

describe('the storyline of 运城', () => {
  it('goes from the city to the gap', () => {
    expect(pack.storyline.map(({ title }) => title)).toEqual([
      '市情',
      '贫困分布',
      '一区五带',
      '脱贫时序',
      '三引六扩覆盖',
      '易地搬迁',
      '缺口与口径核验',
    ]);
  });

  it('quotes what the pack’s claims, years and programmes print; only the city’s own lines stand here alone', () => {
    const printed = squeezed(
      [
        ...pack.claims.map((claim) => claim.printed),
        ...pack.timeline.flatMap(({ targets }) => targets.map(({ text }) => text)),
        ...pack.relocations.flatMap(({ figures }) => figures.map(({ text }) => text)),
        ...pack.belts.map(({ chapterText }) => chapterText),
      ].join('\n'),
    );
    const alone = pack.storyline.flatMap(({ id, quotes }) =>
      quotes.filter(({ text }) => !printed.includes(squeezed(text))).map(() => id),
    );
    expect(alone).toEqual(['shiqing', 'shiqing']);
  });

  it.each(pack.storyline.map((scene) => [scene.title, scene] as const))(
    '%s: figures stand in quotes with a chapter, and the view names what the pack has',
    (_, scene) => {
      const outside = storyCaption(scene).replaceAll(/(“[^“”]*”)+（[^\n]*）/g, '');
      expect(outside).not.toMatch(/\d/);
      expect(scene.quotes.every(({ text }) => !/[“”]/.test(text))).toBe(true);
      const view = readPermalink(scene.view);
      const projects = new Set(pack.projects.map(({ id }) => id));
      expect(view.chosenProjectIds?.filter((id) => !projects.has(id)) ?? []).toEqual([]);
      expect(view.layers?.some(({ visible }) => visible)).toBe(true);
      if (view.year !== undefined)
        expect(pack.timeline.map(({ year }) => year)).toContain(view.year);
    },
  );

  it('tells in its captions nothing that holds only on a live screen: they go onto paper and slides', () => {
    const live = /拖动|点选|点击|点一下|按 ?[A-Z]|点越大|见下|见右|可在|栏里/;
    const found = pack.storyline.filter((scene) => live.test(storyCaption(scene)));
    expect(found.map(({ lead }) => lead)).toEqual([]);
  });

  it('chooses the nine works 三引六扩 by their group in the pack', () => {
    const nine = pack.projects.filter(({ group }) => group === '三引' || group === '六扩');
    const scene = pack.storyline.find(({ id }) => id === 'sanyin-liukuo');
    expect(readPermalink(scene?.view ?? '').chosenProjectIds).toEqual(nine.map(({ id }) => id));
  });
});
