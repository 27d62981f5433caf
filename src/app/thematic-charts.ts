// The thematic map's settings as the charts read them: the same classes and colours.
import { areaMeasures } from '../analysis/area-measures';
import type { PackIndex } from '../domain/pack-index';
import type { CountyChart, ThematicChart } from '../features/charts/thematic-chart';
import { isAvailable, shownThematic, thematicMap } from '../features/thematic/thematic-map';
import type { ThematicSettings } from '../features/thematic/thematic-settings';
import {
  LEVEL_WORDS,
  MEASURE_BASIS,
  THEMATIC_MEASURE_WORDS,
} from '../features/thematic/thematic-words';

export function thematicChart(index: PackIndex, chosen: ThematicSettings): ThematicChart {
  const settings = shownThematic(index, chosen);
  const { measure, level } = settings;
  const { area, breaks, unit } = thematicMap(index, settings);
  const table = areaMeasures(index.pack, measure, level);
  return {
    measure: THEMATIC_MEASURE_WORDS[measure],
    basis: MEASURE_BASIS[measure],
    unit,
    level: LEVEL_WORDS[level],
    years: table.years,
    values: [...table.values.values()].map((each) => each?.value ?? null),
    breaks,
    colours: area.colours,
  };
}

/**
 * Counties by the measure in force, in the colours that the map has at county level. Where the plan gives no county that
 * measure, by 贫困人口, which it gives for all.
 */
export function countyChart(
  index: PackIndex,
  settings: ThematicSettings,
): CountyChart & { readonly measure: ThematicChart } {
  const hasMeasure = isAvailable(index, settings.measure, 'county');
  const atCounty: ThematicSettings = hasMeasure
    ? { ...settings, level: 'county' }
    : {
        ...settings,
        level: 'county',
        measure: 'poorPersons',
        method: 'quantile',
        customBreaks: [],
      };
  const { area } = thematicMap(index, atCounty);
  const { values } = areaMeasures(index.pack, atCounty.measure, 'county');
  return {
    measure: thematicChart(index, atCounty),
    insteadOf: hasMeasure ? null : THEMATIC_MEASURE_WORDS[settings.measure],
    counties: index.pack.counties.map(({ code, name }) => ({
      code,
      name,
      value: values.get(code)?.value ?? null,
    })),
    colourOf: new Map(
      [...area.classOf].flatMap(([code, at]) => {
        const colour = at === null ? undefined : area.colours[at];
        return colour === undefined ? [] : [[code, colour] as const];
      }),
    ),
  };
}
