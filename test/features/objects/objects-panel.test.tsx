import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Project } from '../../../src/domain/project';
import type { RegionPack } from '../../../src/domain/region-pack';
import { beltWidth } from '../../../src/features/objects/belt-width';
import {
  groupChoice,
  groupProjects,
  isMeasurable,
  kindsWithoutPlaces,
  matches,
  scopeOnlyCount,
  toggleChosen,
  toggleGroup,
} from '../../../src/features/objects/object-list';
import { ObjectsPanel } from '../../../src/features/objects/objects-panel';
import type { ObjectsPanelProps } from '../../../src/features/objects/objects-panel-props';
import { yunchengPack } from '../yuncheng-pack';

const nothing = (): void => undefined;
const count = (markup: string, text: string): number => markup.split(text).length - 1;

describe('the objects of the shipped pack', () => {
  let pack: RegionPack;
  beforeAll(async () => {
    pack = await yunchengPack();
  });
  const markup = (change: Partial<ObjectsPanelProps> = {}): string =>
    renderToStaticMarkup(
      <ObjectsPanel
        counties={pack.counties}
        projects={pack.projects}
        belts={pack.belts}
        beltsWord={pack.beltsWord}
        beltWidths={new Map()}
        shownBeltIds={new Set()}
        relocations={pack.relocations}
        selected={null}
        chosenIds={[]}
        onSelect={nothing}
        onZoomTo={nothing}
        onChoose={nothing}
        onShowBelts={nothing}
        onBeltWidth={nothing}
        onDrawAlignment={nothing}
        onImportAlignment={nothing}
        onAdjust={nothing}
        {...change}
      />,
    );

  it('puts every project in exactly one group, the nine of 三引六扩 first', () => {
    const groups = groupProjects(pack.projects);
    expect(groups.slice(0, 2).map((g) => [g.title, g.projects.length])).toEqual([
      ['三引', 3],
      ['六扩', 6],
    ]);
    const listed = groups.flatMap((group) => group.projects);
    expect(listed).toHaveLength(pack.projects.length);
    expect(new Set(listed).size).toBe(pack.projects.length);
  });

  it('calls measurable exactly what is not scope-only', () => {
    for (const project of pack.projects) {
      expect(isMeasurable(project), project.id).toBe(project.alignment !== 'scope-only');
    }
    expect(kindsWithoutPlaces(pack.projects)).toContain('power');
  });

  it('filters by text and kind', () => {
    const found = (text: string, kind: Project['kind'] | null): number =>
      pack.projects.filter((project) => matches(project, { text, kind })).length;
    expect(found('', null)).toBe(pack.projects.length);
    expect(found(' 大禹渡 ', null)).toBe(1);
    expect(found('大禹渡', 'road')).toBe(0);
    expect(found('六扩', null)).toBe(6);
  });

  it('chooses one and lets go of it again, in the order chosen', () => {
    expect(toggleChosen(['b'], 'a')).toEqual(['b', 'a']);
    expect(toggleChosen(['b', 'a'], 'b')).toEqual(['a']);
  });

  it('chooses a whole group without its scope-only members, and lets go of it again', () => {
    const water = pack.projects.filter((project) => project.kind === 'water');
    const all = toggleGroup(water, ['own']);
    expect(all).toHaveLength(1 + water.filter(isMeasurable).length);
    expect(groupChoice(water, all)).toBe('all');
    expect(toggleGroup(water, all)).toEqual(['own']);
    expect(groupChoice(water, all.slice(0, 3))).toBe('some');
    expect(
      groupChoice(
        pack.projects.filter((p) => p.kind === 'power'),
        [],
      ),
    ).toBe('impossible');
  });

  it('knows what a belt’s width means, whose it is, and that a zone has none', () => {
    const byKind = (kind: string) => pack.belts.find((belt) => belt.shape.kind === kind)!;
    expect(beltWidth(byKind('zone'), new Map())).toBeNull();
    const river = byKind('corridor');
    expect(beltWidth(river, new Map())).toMatchObject({
      word: '半宽',
      metres: 5000,
      changed: false,
    });
    expect(beltWidth(river, new Map([[river.id, 3000]]))).toMatchObject({
      metres: 3000,
      defaultMetres: 5000,
      changed: true,
    });
    expect(beltWidth(byKind('upland'), new Map())?.word).toBe('外延');
  });

  it('lists scope-only projects, counts them, and offers drawing and import for each', () => {
    const scopeOnly = scopeOnlyCount(pack.projects);
    const html = markup();
    expect(html).toContain(`其中仅有范围 ${scopeOnly} 项`);
    // Two ways for each without a place, one to change each that has only a schematic line or places.
    expect(count(html, '的线位"')).toBe(2 * scopeOnly + (pack.projects.length - scopeOnly));
    expect(count(html, 'disabled=""')).toBe(scopeOnly);
    expect(html).toContain('规划里的电力项目只有县级范围');
  });

  it('shows the relocation programme with the plan’s totals', () => {
    expect(markup()).toContain('17.1');
    expect(markup()).toContain('位置未公布');
  });

  it('marks what is chosen and selected', () => {
    const id = pack.projects[0]!.id;
    const html = markup({ chosenIds: [id], selected: { kind: 'project', id } });
    expect(count(html, 'checked=""')).toBe(1);
    expect(count(html, 'data-selected="true"')).toBe(1);
  });
});
