import { expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/features/search/search-index';
import { searchItems } from '../../../src/features/search/search-items';
import { importRecord, SQUARE, ZONES } from '../imports/synthetic-imports';
import { yunchengIndex } from '../yuncheng';

it('finds zones and reference features by name, and says what they are and whence; projects are found as projects', async () => {
  const { pack } = await yunchengIndex();
  const zone = { ...SQUARE, id: 'k1', name: '壬癸片区' };
  const accuracyMetres = 20;
  const zones = { ...ZONES, content: { kind: 'zones', accuracyMetres, features: [zone] } } as const;
  const points = [
    { ...zone, id: 'k2', name: '壬癸测点' },
    { ...zone, id: 'k3', name: '' },
  ];
  const reference = importRecord('r', { kind: 'reference', accuracyMetres, features: points });
  const sites = importRecord('s', { kind: 'sites', accuracyMetres, features: [zone] });
  const imports = new Map([zones, reference, sites].map((each) => [each.id, each]));
  const few = { ...pack, villages: [] };
  const items = searchItems(few, [], imports);
  const index = await buildSearchIndex(
    items,
    () => [],
    () => Promise.resolve(),
  );
  const found = index.search('壬癸', 9).results;
  expect(found).toEqual([
    { kind: 'imported', id: 'z:k1', title: '壬癸片区', subtitle: `片区 · ${zones.title}` },
    { kind: 'imported', id: 'r:k2', title: '壬癸测点', subtitle: '参考图层 · 导入r' },
  ]);
});
