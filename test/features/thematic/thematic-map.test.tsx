import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexPack, type PackIndex } from '../../../src/domain/pack-index';
import {
  isAvailable,
  shownThematic,
  thematicMap,
} from '../../../src/features/thematic/thematic-map';
import { ThematicPanel } from '../../../src/features/thematic/thematic-panel';
import {
  DEFAULT_THEMATIC_SETTINGS,
  type ThematicMeasure,
  type ThematicSettings,
} from '../../../src/features/thematic/thematic-settings';
import { noDataAreas } from '../../../src/map/style/thematic-expressions';
import { yunchengPack } from '../yuncheng-pack';

const MEASURES: readonly ThematicMeasure[] = [
  'povertyIncidence',
  'poorHouseholds',
  'poorPersons',
  'povertyVillageShare',
];
const with_ = (change: Partial<ThematicSettings>): ThematicSettings => ({
  ...DEFAULT_THEMATIC_SETTINGS,
  ...change,
});
const leading = (text: string): number => Number(text.replaceAll(',', '').match(/\d+/)?.[0]);

describe('the thematic map of the shipped pack', () => {
  let index: PackIndex;
  beforeAll(async () => {
    index = indexPack(await yunchengPack());
  });

  it('counts every area once: the legend adds up to all areas of the level', () => {
    for (const measure of MEASURES) {
      for (const level of ['township', 'county'] as const) {
        for (const method of ['quantile', 'natural', 'equal'] as const) {
          for (const classCount of [3, 4, 5, 6, 7]) {
            const { legend } = thematicMap(index, with_({ measure, level, method, classCount }));
            const sum = legend.rows.reduce((total, row) => total + leading(row.count), 0);
            const isCounty = level === 'county' && isAvailable(index, measure, level);
            const areas = isCounty ? index.pack.counties : index.pack.townships;
            expect(sum, `${measure} ${level} ${method} ${classCount}`).toBe(areas.length);
          }
        }
      }
    }
  });

  it('gives the map a colour for every class it uses', () => {
    for (const customBreaks of [
      [],
      [0.01],
      [0.05, 0.1],
      [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07],
    ]) {
      const { area } = thematicMap(index, with_({ method: 'custom', customBreaks }));
      const used = [...new Set(area.classOf.values())].filter((at) => at !== null);
      expect(used.map((at) => area.colours[at]).every((c) => /^#[0-9A-F]{6}$/.test(c ?? ''))).toBe(
        true,
      );
      expect(area.colours).toHaveLength(Math.min(customBreaks.length, 6) + 1);
    }
  });

  it('hatches the eight counties without township figures, whole, and never puts county totals into township classes', () => {
    const { area, legend } = thematicMap(index, with_({ measure: 'poorHouseholds' }));
    const counties = index.pack.counties.map((county) => county.code);
    const townships = index.pack.townships.map((township) => township.code);
    expect([...area.classOf.keys()].every((code) => code.length === 9)).toBe(true);
    expect(noDataAreas(area, counties, townships).countyCodes).toHaveLength(8);
    expect(legend.notes[0]).toContain('8 县');
    expect(legend.notes[0]).toContain('只有县级数字');
  });

  it('says unit, year and denominator in the title', () => {
    expect(thematicMap(index, with_({})).legend.title).toBe(
      '贫困发生率（2016年，按乡镇，%，分母规划未列）',
    );
    const share = thematicMap(index, with_({ measure: 'povertyVillageShare' }));
    expect(share.legend.title).toContain('贫困村 ÷ 行政村');
  });

  it('tells that 闻喜 was read as ‰, with the evidence, on the measure concerned only', () => {
    const { readings, legend } = thematicMap(index, with_({}));
    expect(legend.notes.some((note) => note.startsWith('闻喜县：') && note.includes('‰'))).toBe(
      true,
    );
    expect(readings.find((reading) => reading.text.startsWith('闻喜县'))?.evidence).toContain(
      '13个乡镇',
    );
    const persons = thematicMap(index, with_({ measure: 'poorPersons' }));
    expect(persons.legend.notes.some((note) => note.includes('‰'))).toBe(false);
  });

  it('counts the printed row that names no unit', () => {
    const { notes } = thematicMap(index, with_({})).legend;
    expect(notes.some((note) => note.includes('平陆县') && note.includes('开发区'))).toBe(true);
  });

  it('knows at which level the plan gives a measure', () => {
    expect(isAvailable(index, 'povertyIncidence', 'township')).toBe(true);
    expect(isAvailable(index, 'povertyIncidence', 'county')).toBe(false);
    expect(isAvailable(index, 'poorPersons', 'county')).toBe(true);
  });

  it('draws the panel, and explains an empty map instead of drawing an empty key', () => {
    const markup = (settings: ThematicSettings, of = index): string =>
      renderToStaticMarkup(
        <ThematicPanel index={of} settings={settings} onChange={() => undefined} />,
      );
    expect(markup(with_({}))).toContain('aria-label="专题图例"');
    expect(markup(with_({}))).toContain('规划没有县级的贫困发生率');
    expect(markup(with_({ level: 'county' }))).toContain('aria-label="专题图例"');
    expect(markup(with_({ method: 'custom', customBreaks: [0.1, 0.05] }))).toContain('未采用');
    const none = indexPack({ ...index.pack, figures: [] });
    expect(markup(with_({}), none)).toContain('没有可分级的数字');
  });
});

describe('a plan that gives only some measures', () => {
  let index: PackIndex;
  beforeAll(async () => {
    const pack = await yunchengPack();
    const isCounty = ({ areaCode }: { readonly areaCode: string }): boolean =>
      areaCode.length === 6;
    const figures = pack.figures.filter((each) => each.measure === 'poorPersons' && isCounty(each));
    index = indexPack({ ...pack, figures });
  });

  it('is shown by the first measure and level that it gives, whatever was asked for', () => {
    const custom = with_({ method: 'custom', customBreaks: [0.1], ramp: 'PuBu' });
    expect(shownThematic(index, custom)).toEqual({
      ...custom,
      measure: 'poorPersons',
      level: 'county',
      method: 'quantile',
      customBreaks: [],
    });
    expect(thematicMap(index, with_({})).legend.title).toContain('贫困人口');
  });

  it('is not hatched, and has no key, where it gives none', () => {
    const { area, legend, known } = thematicMap(
      indexPack({ ...index.pack, figures: [] }),
      with_({}),
    );
    expect([known, legend.rows]).toEqual([0, []]);
    const counties = index.pack.counties.map((county) => county.code);
    expect(noDataAreas(area, counties, [])).toEqual({ townshipCodes: [], countyCodes: [] });
  });
});
