import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegionPack } from '../../../src/domain/region-pack';
import { TimelinePanel } from '../../../src/features/timeline/timeline-panel';
import {
  exitingCounties,
  nextYear,
  shownYear,
  statusLegend,
  yearSentence,
} from '../../../src/features/timeline/timeline-view';
import { yunchengPack } from '../yuncheng-pack';

describe('the timeline of the shipped pack', () => {
  let pack: RegionPack;
  let names: ReadonlyMap<string, string>;
  beforeAll(async () => {
    pack = await yunchengPack();
    names = new Map(pack.counties.map((county) => [county.code, county.name]));
  });
  const leaving = (year: number): readonly string[] =>
    exitingCounties(shownYear(pack.timeline, year)!, names).map((county) => county.name);

  it('lets the counties leave in the plan’s order', () => {
    expect(leaving(2017).toSorted()).toEqual(['夏县', '闻喜县'].toSorted());
    expect(leaving(2018).toSorted()).toEqual(['万荣县', '垣曲县'].toSorted());
    expect(leaving(2019)).toEqual(['平陆县']);
    expect(leaving(2020)).toEqual([]);
  });

  it('has every county in the key of every year', () => {
    for (const year of pack.timeline) {
      const { rows } = statusLegend(year, 'standard');
      const sum = rows.reduce((total, row) => total + Number.parseInt(row.count, 10), 0);
      expect(sum, String(year.year)).toBe(pack.counties.length);
    }
  });

  it('shows the first year for none or an unknown one', () => {
    expect(shownYear(pack.timeline, null)?.year).toBe(2016);
    expect(shownYear(pack.timeline, 1999)?.year).toBe(2016);
    expect(shownYear([], 2016)).toBeNull();
  });

  it('plays to the end and no further', () => {
    const played = [2016];
    for (let year = nextYear(pack.timeline, 2016); year !== null;) {
      played.push(year);
      year = nextYear(pack.timeline, year);
    }
    expect(played).toEqual([2016, 2017, 2018, 2019, 2020]);
  });

  it('tells the year in one sentence', () => {
    expect(yearSentence(shownYear(pack.timeline, 2019)!, names)).toBe(
      '2019年：计划摘帽 1 县，平陆县',
    );
    expect(yearSentence(shownYear(pack.timeline, 2020)!, names)).toBe('2020年：没有县计划摘帽');
  });

  it('draws the panel, and says so when there is no timeline', () => {
    const markup = (years: RegionPack['timeline']): string =>
      renderToStaticMarkup(
        <TimelinePanel
          years={years}
          countyNames={names}
          year={2018}
          playing={false}
          onYear={() => undefined}
          onPlaying={() => undefined}
          onSelectCounty={() => undefined}
        />,
      );
    expect(markup(pack.timeline)).toContain('万荣县');
    expect(markup(pack.timeline)).toContain('aria-valuenow="2018"');
    expect(markup([])).toContain('没有时序数据');
  });
});
