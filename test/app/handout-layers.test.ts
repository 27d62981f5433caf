import { describe, expect, it } from 'vitest';
import { pageScene } from '../../src/app/handout-layers';
import { EMPTY_SCENE } from '../../src/map/map-scene';

describe('pageScene', () => {
  it('keeps the layers that the page draws and one fill of areas', () => {
    const layers = EMPTY_SCENE.layers.map((each) => ({ ...each, visible: true }));
    const idsOf = (scene: typeof EMPTY_SCENE) => pageScene(scene).layers.map(({ id }) => id);
    const all = idsOf({ ...EMPTY_SCENE, layers });
    for (const id of [
      'peaks',
      'roads',
      'protected-areas',
      'columns',
      'project-scope',
      'imports',
      'villages',
    ])
      expect(all).not.toContain(id);
    const fills = (ids: readonly string[]) =>
      ids.filter((id) => ['timeline', 'thematic', 'relocations'].includes(id));
    expect(fills(all)).toEqual(['timeline']);
    const still = layers.map((each) => ({ ...each, visible: each.id !== 'timeline' }));
    expect(fills(idsOf({ ...EMPTY_SCENE, layers: still }))).toEqual(['relocations']);
  });
});
