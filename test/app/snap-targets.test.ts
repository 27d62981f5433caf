import { describe, expect, it } from 'vitest';
import { contentTargets, packTargets } from '../../src/app/snap-targets';
import { EMPTY_CONTENT } from '../../src/document/plan-document';
import { planObject, point } from '../features/plan/synthetic-objects';
import { yunchengIndex } from '../features/yuncheng';

describe('what drawing catches', async () => {
  const index = await yunchengIndex();
  const { pack } = index;

  it('is every county before its townships, and water and roads under their kinds', () => {
    const targets = packTargets(pack);
    const counties = targets.slice(0, pack.counties.length);
    expect(counties.map(({ id }) => id)).toEqual(pack.counties.map(({ code }) => code));
    expect(new Set(targets.map(({ kind }) => kind))).toEqual(
      new Set(['boundary', 'river', 'road']),
    );
    const rivers = pack.baseFeatures.filter(({ kind }) => kind === 'river');
    const byId = new Map(targets.map((target) => [target.id, target.kind]));
    expect(rivers.every(({ id }) => byId.get(id) === 'river')).toBe(true);
  });

  it('tells that township borders are only sketched', () => {
    const township = pack.townships.find(({ geometry }) => geometry !== null);
    const target = packTargets(pack).find(({ id }) => id === township?.code);
    expect(target?.name).toBe(`${township?.name}界（示意）`);
  });

  it('is projects that have a line and objects that have a place, each once', () => {
    const drawn = pack.projects.find(({ geometry }) => geometry !== null);
    if (!drawn) throw new Error('the pack has a project with a line');
    const objects = [
      planObject('a', 'site', {}, point(111, 35)),
      planObject('b', 'site'),
      planObject(drawn.id, 'project', {}, point(111, 35)),
    ];
    const content = { ...EMPTY_CONTENT, objects: new Map(objects.map((each) => [each.id, each])) };
    const ids = contentTargets(index, content).map(({ id }) => id);
    expect(ids).toContain('a');
    expect(ids).not.toContain('b');
    expect(ids.filter((id) => id === drawn.id)).toHaveLength(1);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
