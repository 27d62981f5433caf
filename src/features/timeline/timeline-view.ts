// One year of the plan as the panel tells it. Pure.
import type { CountyStatus, TimelineYear } from '../../domain/timeline';
import { COUNTY_STATUS_WORDS } from '../../domain/wording';
import type { MapTheme } from '../../map/map-types';
import { statusSwatch } from '../../map/legend';
import type { LegendModel } from '../../ui/legend-model';

export interface NamedCounty {
  readonly code: string;
  readonly name: string;
}

const STATUS_ORDER: readonly CountyStatus[] = [
  'poor',
  'exiting',
  'consolidating',
  'scattered-poor',
  'scattered-cleared',
  'with-task',
  'task-done',
  'unlisted',
];

/** The shown year: the asked one if the pack has it, else the first; null without any. */
export function shownYear(
  years: readonly TimelineYear[],
  year: number | null,
): TimelineYear | null {
  return years.find((candidate) => candidate.year === year) ?? years[0] ?? null;
}

/** The year that playing goes to; null at the end. */
export function nextYear(years: readonly TimelineYear[], year: number): number | null {
  return years.find((candidate) => candidate.year > year)?.year ?? null;
}

/** Counties that leave the poverty list in the year, by name. */
export function exitingCounties(
  year: TimelineYear,
  names: ReadonlyMap<string, string>,
): readonly NamedCounty[] {
  return year.exitingCountyCodes.map((code) => ({ code, name: names.get(code) ?? code }));
}

/** Key of the year's county states, only those that occur, with the number of counties. */
export function statusLegend(year: TimelineYear, theme: MapTheme): LegendModel {
  const states = Object.values(year.statusByCounty);
  const rows = STATUS_ORDER.flatMap((status) => {
    const count = states.filter((state) => state === status).length;
    if (count === 0) return [];
    return [
      {
        key: status,
        swatch: statusSwatch(theme, status),
        label: COUNTY_STATUS_WORDS[status],
        count: `${count} 县`,
      },
    ];
  });
  return {
    title: `${year.year}年各县（市、区）状态`,
    rows,
    notes: year.note === '' ? [] : [year.note],
  };
}

/** One sentence for screen readers and the headline. */
export function yearSentence(year: TimelineYear, names: ReadonlyMap<string, string>): string {
  const exiting = exitingCounties(year, names).map((county) => county.name);
  if (exiting.length === 0) return `${year.year}年：没有县计划摘帽`;
  return `${year.year}年：计划摘帽 ${exiting.length} 县，${exiting.join('、')}`;
}
