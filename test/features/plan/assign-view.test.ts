import { describe, expect, it } from 'vitest';
import { assignNearest } from '../../../src/analysis/assign-villages';
import { assignmentId, type Assignment } from '../../../src/domain/assignment';
import {
  MOST_FOUND,
  findVillages,
  loadWords,
  parseCount,
  siteLoad,
} from '../../../src/features/plan/assign-view';
import {
  changeFor,
  movingVillages,
  receivingSites,
  stayingAt,
} from '../../../src/features/plan/nearest-view';
import { yunchengIndex } from '../yuncheng';
import { planObject, point } from './synthetic-objects';

describe('villages of a site', async () => {
  const index = await yunchengIndex();
  const [a, b, c] = index.pack.villages;
  if (!a || !b || !c) throw new Error('the pack has villages');
  const site = planObject('s', 'site', { persons: 50 }, point(...a.position));
  const far = planObject('t', 'site', { persons: 500 }, point(112, 35.5));
  const objects = new Map([site, far].map((object) => [object.id, object]));
  const moves = (...list: readonly Assignment[]) =>
    new Map(list.map((each) => [assignmentId(each), each]));
  const move = (villageCode: string, siteId: string, persons: number | null): Assignment => ({
    villageCode,
    siteId,
    persons,
    households: null,
  });
  const none = () => null;
  const sources = { importedPersons: none, importedPoorPersons: none, estimate: none };

  it('adds up known numbers only, says how many are open, and names other sites of a village', () => {
    const load = siteLoad(
      site,
      moves(move(a.code, 's', 30), move(b.code, 's', null), move(a.code, 't', 5)),
      objects,
      index,
    );
    expect(load).toMatchObject({ persons: 30, withoutPersons: 1, capacity: 50 });
    expect(load.rows.map(({ name, elsewhere }) => [name, elsewhere])).toEqual([
      [a.name, ['甲t']],
      [b.name, []],
    ]);
  });

  it('says what is known of who comes, and never 0 for what nobody filled in', () => {
    const words = (...list: readonly Assignment[]): string =>
      loadWords(siteLoad(site, moves(...list), objects, index));
    expect(words()).toBe('还没有迁入的村；安置人数 50 人');
    const known = { ...move(a.code, 's', 30), households: 9 };
    expect(words(known)).toBe('1 村，30 人，9 户；安置人数 50 人');
    expect(words(known, move(b.code, 's', null))).toBe(
      '2 村，30 人（另有 1 村未填人数，没有计入），9 户（另有 1 村未填户数，没有计入）；安置人数 50 人',
    );
    expect(words(move(b.code, 's', 20))).toBe('1 村，20 人，户数未填；安置人数 50 人');
  });

  it('keeps a village that the pack does not know, by its code', () => {
    const { rows } = siteLoad(site, moves(move('999999999999', 's', 1)), objects, index);
    expect(rows[0]).toMatchObject({ name: '999999999999', area: '本区域没有这个村' });
  });

  it('finds by code and by name, at most as many as are shown', () => {
    expect(findVillages('', index)).toEqual([]);
    expect(findVillages(a.code, index)).toMatchObject([{ code: a.code, name: a.name }]);
    expect(findVillages(a.code.slice(0, 6), index)).toHaveLength(MOST_FOUND);
    expect(findVillages(a.name, index)[0]?.name).toBe(a.name);
    expect(findVillages('没有这样的村名', index)).toEqual([]);
  });

  it('reads whole numbers, full width too, and nothing else', () => {
    expect([parseCount(' １２ '), parseCount(''), parseCount('1.5'), parseCount('-1')]).toEqual([
      12,
      null,
      undefined,
      undefined,
    ]);
  });

  it('distributes anew what was typed, without giving room away twice', () => {
    const assignments = [move(a.code, 't', 40), move(b.code, 's', 20), move(c.code, 's', null)];
    const moving = movingVillages('typed', new Set(), assignments, index, sources);
    expect(moving.map(({ code, persons, source }) => [code, persons, source])).toEqual([
      [a.code, 40, 'typed'],
      [b.code, 20, 'typed'],
    ]);
    const onlyA = moving.filter(({ code }) => code === a.code);
    const [near] = receivingSites(objects.values(), assignments, onlyA, () => null);
    expect(near?.capacityPersons).toBe(30);
    const sites = receivingSites(objects.values(), assignments, moving, () => null);
    const answer = assignNearest(moving, sites, { isSameCounty: false, isWhole: true });
    const change = changeFor(answer, assignments);
    expect(change.put).toMatchObject([
      { villageCode: a.code, siteId: 's', persons: 40 },
      { villageCode: b.code, siteId: 't', persons: 20 },
    ]);
    expect(change.removed).toEqual([assignments[0], assignments[1]]);
  });

  it('keeps villages that find no room where they were, and says which and where', () => {
    const assignments = [move(a.code, 's', 40), move(b.code, 's', 40), move(c.code, 't', 1)];
    const moving = movingVillages('typed', new Set(), assignments, index, sources);
    const only = [a, b].map(({ code }) => code);
    const two = moving.filter(({ code }) => only.includes(code));
    const sites = receivingSites([site], assignments, two, () => null);
    const answer = assignNearest(two, sites, { isSameCounty: false, isWhole: true });
    expect(answer.unassigned.map(({ villageCode }) => villageCode)).toEqual([b.code]);
    expect(changeFor(answer, assignments).removed).toEqual([]);
    expect([...stayingAt(answer, assignments)]).toEqual([[b.code, ['s']]]);
    expect(stayingAt(answer, [move(a.code, 's', 40), move(c.code, 't', 1)]).size).toBe(0);
  });

  it('takes imported numbers of the chosen counties only, and leaves villages without one out', () => {
    const known = {
      ...sources,
      importedPersons: ({ code }: { code: string }) => (code === a.code ? 12 : null),
    };
    expect(
      movingVillages('importedPersons', new Set([a.countyCode]), [], index, known),
    ).toMatchObject([{ code: a.code, persons: 12, source: 'imported' }]);
    expect(movingVillages('importedPersons', new Set(), [], index, known)).toEqual([]);
  });
});
