// 专题: settings and the plan's figures → what the map fills and what the key says. Pure.
// County totals are never put into township classes: a county that has nothing finer is hatched, with the reason.
import { areaMeasures, type AreaMeasureTable } from '../../analysis/area-measures';
import { classify, FEWEST_CLASSES, MOST_CLASSES } from '../../analysis/classify';
import { countyCodeOf } from '../../domain/administrative';
import type { FigureUnit } from '../../domain/figure';
import type { PackIndex } from '../../domain/pack-index';
import { FIGURE_UNIT_WORDS } from '../../domain/wording';
import type { AreaThematic } from '../../map/map-types';
import { noDataSwatch } from '../../map/legend';
import { rampColours, type RampName } from '../../map/style/ramps';
import { formatInteger } from '../../ui/format';
import type { LegendModel, LegendRow } from '../../ui/legend-model';
import { classTexts } from './class-rows';
import { missingReasons } from './missing-reasons';
import { THEMATIC_LEVELS, THEMATIC_MEASURES, type ThematicSettings } from './thematic-settings';
import { LEVEL_WORDS, MEASURE_BASIS, THEMATIC_MEASURE_WORDS } from './thematic-words';

/** A note on how printed figures were read; `evidence` may be long. */
export interface ReadingNote {
  readonly text: string;
  readonly evidence: string;
}

export interface ThematicMap {
  /** For the map canvas. */
  readonly area: AreaThematic;
  readonly legend: LegendModel;
  readonly unit: FigureUnit;
  /** Inner breaks as drawn. */
  readonly breaks: readonly number[];
  /** Areas with a figure. */
  readonly known: number;
  readonly readings: readonly ReadingNote[];
}

/** Colours for any number of classes: fewer than three take the ends of the shortest ramp. */
export function classColours(ramp: RampName, count: number): readonly string[] {
  if (count >= FEWEST_CLASSES) return rampColours(ramp, count);
  const shortest = rampColours(ramp, FEWEST_CLASSES);
  return count === 2 ? [shortest[0]!, shortest[2]!] : shortest.slice(1, 1 + count);
}

/** Notes of the values that are drawn; notes of county figures behind a township map are not. */
function readingNotes(index: PackIndex, table: AreaMeasureTable): readonly ReadingNote[] {
  return table.notes.flatMap((note) => {
    const codes = [...table.values.values()].flatMap((value) =>
      value?.note === note ? [countyCodeOf(value.areaCode)] : [],
    );
    if (codes.length === 0) return [];
    const counties = [...new Set(codes)].map((code) => index.countyByCode.get(code)?.name ?? code);
    const where = counties.length < index.pack.counties.length ? `${counties.join('、')}：` : '';
    const [text = note, ...rest] = note.split('：');
    return [{ text: `${where}${text}`, evidence: rest.join('：') }];
  });
}

function title(table: AreaMeasureTable, { measure, level }: ThematicSettings): string {
  const years = table.years.length > 0 ? `${table.years.join('、')}年，` : '';
  return `${THEMATIC_MEASURE_WORDS[measure]}（${years}按${LEVEL_WORDS[level]}，${MEASURE_BASIS[measure]}）`;
}

/** As chosen where the plan gives that, else the first measure and level that it gives; as chosen where it gives none. */
export function shownThematic(index: PackIndex, settings: ThematicSettings): ThematicSettings {
  if (isAvailable(index, settings.measure, settings.level)) return settings;
  for (const measure of [settings.measure, ...THEMATIC_MEASURES]) {
    const level = THEMATIC_LEVELS.find((each) => isAvailable(index, measure, each));
    // Own breaks belong to the numbers that they were made for.
    const method = settings.method === 'custom' ? 'quantile' : settings.method;
    if (level) return { ...settings, measure, level, method, customBreaks: [] };
  }
  return settings;
}

/**
 * `shownThematic` as a map. `classOf` has a key for each area of a county in which any figure is known; the rest is hatched
 * by county. A plan that gives no figure at all has no classes and no rows in the key.
 * Own breaks beyond the six that seven classes need are left out.
 */
export function thematicMap(index: PackIndex, chosen: ThematicSettings): ThematicMap {
  const settings = shownThematic(index, chosen);
  const table = areaMeasures(index.pack, settings.measure, settings.level);
  const values = [...table.values.values()].map((value) => value?.value ?? null);
  const classes = classify(values, {
    method: settings.method,
    classCount: settings.classCount,
    customBreaks: settings.customBreaks.slice(0, MOST_CLASSES - 1),
  });
  const colours = classColours(settings.ramp, classes.counts.length);
  const informed = new Set(
    [...table.values].flatMap(([code, value]) => (value === null ? [] : [countyCodeOf(code)])),
  );
  const classOf = new Map(
    [...table.values].flatMap(([code, value]) =>
      informed.has(countyCodeOf(code))
        ? [[code, classes.classOf(value?.value ?? null)] as const]
        : [],
    ),
  );
  const readings = readingNotes(index, table);
  const unitWord = LEVEL_WORDS[settings.level];
  const rows = classTexts(classes, table.unit).map((text, at): LegendRow => ({
    key: String(at),
    swatch: { kind: 'fill', color: colours[at]! },
    label: `${text}${table.unit === 'share' ? '' : ` ${FIGURE_UNIT_WORDS[table.unit]}`}`,
    count: `${formatInteger(classes.counts[at] ?? 0)} ${unitWord}`,
  }));
  const known = values.length - classes.missing;
  if (classes.missing > 0 && known > 0) rows.push(missingRow(classes.missing, unitWord));
  return {
    area: { level: settings.level, classOf, colours },
    legend: {
      title: title(table, settings),
      rows,
      notes: [...missingReasons(index, table), ...readings.map((reading) => reading.text)],
    },
    unit: table.unit,
    breaks: classes.breaks,
    known,
    readings,
  };
}

function missingRow(missing: number, unitWord: string): LegendRow {
  return {
    key: 'missing',
    swatch: noDataSwatch('standard'),
    label: '无数据',
    count: `${formatInteger(missing)} ${unitWord}`,
  };
}

/** True when the plan gives the measure at the level for at least one area. */
export function isAvailable(
  index: PackIndex,
  measure: ThematicSettings['measure'],
  level: ThematicSettings['level'],
): boolean {
  return [...areaMeasures(index.pack, measure, level).values.values()].some((v) => v !== null);
}
