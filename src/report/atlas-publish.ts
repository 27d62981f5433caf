// The public version of an atlas: small figures of people withheld in the lists of villages and in the headlines of the areas
// together, county by county, for no sum of several counties is printed.
import { countyCodeOf } from '../domain/administrative';
import type { AtlasArea, AtlasRow } from './atlas-areas';
import { metresOnGrid } from './publish-grid';
import {
  type PeopleVillages,
  isSumWithheld,
  publicFigure,
  publicTenth,
  withheldOf,
} from './publish-people';
import type { PublishRule } from './publish-rule';

interface CountyWithheld {
  /** Codes of villages. */
  readonly villages: ReadonlySet<string>;
  readonly isSumWithheld: (area: string, total: 'certain' | 'drawn' | 'most') => boolean;
}

function withheldIn(
  county: string,
  areas: readonly AtlasArea[],
  villages: PeopleVillages,
  states: string,
  n: number,
): CountyWithheld {
  const places = [...villages.codes.keys()].filter(
    (at) => countyCodeOf(villages.codes[at] ?? '') === county,
  );
  const own = {
    codes: places.map((at) => villages.codes[at] ?? ''),
    households: places.map((at) => villages.households[at] ?? null),
    persons: places.map((at) => villages.persons[at] ?? null),
  };
  const answer = {
    states: places.map((at) => states[at]).join(''),
    areas: areas.map(({ code }) => code).filter((code) => countyCodeOf(code) === county),
    isRange: true,
    hasRegion: false,
  };
  const withheld = withheldOf(own, [answer], n);
  return {
    villages: new Set([...withheld.villages].map((at) => own.codes[at] ?? '')),
    isSumWithheld: (area, total) => isSumWithheld(withheld, 0, area, total),
  };
}

function publicRow(row: AtlasRow, isWithheld: boolean, { threshold, grid }: PublishRule): AtlasRow {
  const { distanceMetres } = row;
  return {
    ...row,
    distanceMetres: distanceMetres === null ? null : metresOnGrid(distanceMetres, grid),
    households: publicTenth(row.households, isWithheld, threshold),
    persons: publicTenth(row.persons, isWithheld, threshold),
  };
}

/** `states`: of the answer, one digit a village of `villages`. */
export function publicAtlas(
  areas: readonly AtlasArea[],
  villages: PeopleVillages,
  states: string,
  rule: PublishRule,
): readonly AtlasArea[] {
  const counties = [...new Set(areas.map(({ code }) => countyCodeOf(code)))];
  const byCounty = new Map(
    counties.map((county) => [county, withheldIn(county, areas, villages, states, rule.threshold)]),
  );
  return areas.map((area) => {
    const own = byCounty.get(countyCodeOf(area.code));
    return {
      ...area,
      figures: area.figures.map((figure) =>
        publicFigure(
          figure,
          (total) => own?.isSumWithheld(area.code, total) ?? true,
          rule.threshold,
        ),
      ),
      uncovered: area.uncovered.map((row) =>
        publicRow(row, own?.villages.has(row.code) ?? true, rule),
      ),
    };
  });
}
