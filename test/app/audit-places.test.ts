import { describe, expect, it } from 'vitest';
import { placesOnMap, placesWord } from '../../src/app/audit-places';
import { sampleImport, sampleSite } from '../document/sample-document';
import { yunchengIndex } from '../features/yuncheng';

describe('where the map shows a finding', async () => {
  const index = await yunchengIndex();
  const { pack } = index;
  const record = sampleImport('i1', 2, 'zones');
  const own = {
    imports: new Map([['i1', record]]),
    objects: new Map([['s1', sampleSite('s1')]]),
  };
  const at = (place: Parameters<typeof placesOnMap>[2]) => placesOnMap(index, own, place);
  const table = pack.tables.find(({ rows }) => rows.some(({ areaCode }) => areaCode !== null));
  const row = table?.rows.findIndex(({ areaCode }) => areaCode !== null) ?? -1;

  it('is the area that a row of a table names, or the county of the table', () => {
    const code = table?.rows[row]?.areaCode ?? '';
    const kind = code.length === 6 ? 'county' : 'township';
    expect(at({ table: table?.id ?? '', row: row + 1 })).toEqual([{ kind, code }]);
    const township = pack.tables.find(({ countyCode }) => countyCode !== null);
    expect(at({ table: township?.id ?? '' })).toEqual([
      { kind: 'county', code: township?.countyCode },
    ]);
  });

  it('is the areas that a figure of the text speaks of', () => {
    const stated = pack.statements.find(({ areaCodes }) => areaCodes?.length === 1);
    expect(at({ text: stated?.id ?? '' })).toHaveLength(1);
    expect(at({ text: 'none' })).toEqual([]);
  });

  it('is the thing that it names by code, the document’s own before the pack’s', () => {
    const [village] = pack.villages;
    expect(at({ layer: 'villages.csv', code: village?.code ?? '' })).toEqual([
      { kind: 'village', code: village?.code },
    ]);
    expect(at({ layer: 'objects', code: 's1' })).toEqual([{ kind: 'plan-object', id: 's1' }]);
    const belt = pack.belts[0]?.id ?? '';
    expect(at({ layer: 'belts.json', code: belt })).toEqual([{ kind: 'belt', id: belt }]);
  });

  it('is the feature of an import by its record', () => {
    expect(at({ layer: 'i1', row: 2 })).toEqual([{ kind: 'imported', id: 'i1:z1' }]);
    expect(at({ layer: 'i1', row: 9 })).toEqual([]);
  });

  it('is told by name and number', () => {
    const [county] = pack.counties;
    const things = [{ kind: 'county', code: county?.code ?? '' }] as const;
    expect(placesWord(index, things)).toBe(county?.name);
    expect(placesWord(index, [...things, ...things])).toBe(`${county?.name}等 2 处`);
    expect(placesWord(index, [])).toBeNull();
  });
});
