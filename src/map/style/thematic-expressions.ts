// Data-driven paint of the choropleth and the timeline: plain inputs → MapLibre expressions.
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { countyCodeOf } from '../../domain/administrative';
import type { TimelineYear } from '../../domain/timeline';
import type { AreaThematic } from '../map-types';
import { statusPattern } from './pattern-images';

const TRANSPARENT = 'rgba(0,0,0,0)';

/** Fill colour by area code; transparent where the area has no class. */
export function classFillColour(thematic: AreaThematic | null): ExpressionSpecification | string {
  if (!thematic) return TRANSPARENT;
  const codesOfClass = thematic.colours.map((): string[] => []);
  for (const [code, index] of thematic.classOf) {
    if (index === null) continue;
    const codes = codesOfClass[index];
    if (!codes)
      throw new Error(`class ${index} of ${code}, but ${thematic.colours.length} colours`);
    codes.push(code);
  }
  const branches = codesOfClass.flatMap((codes, index): [string[], string][] =>
    codes.length > 0 ? [[codes, thematic.colours[index]!]] : [],
  );
  if (branches.length === 0) return TRANSPARENT;
  return [
    'match',
    ['get', 'code'],
    ...branches.flat(),
    TRANSPARENT,
  ] as unknown as ExpressionSpecification;
}

export interface NoDataAreas {
  readonly townshipCodes: readonly string[];
  readonly countyCodes: readonly string[];
}

/**
 * Areas to hatch 无数据: a county with no class of its own and no township in `classOf` is hatched whole;
 * in a county with township figures, the townships without one are. Where nothing is known nothing is hatched.
 */
export function noDataAreas(
  thematic: AreaThematic | null,
  countyCodes: readonly string[],
  townshipCodes: readonly string[],
): NoDataAreas {
  if (!thematic || thematic.classOf.size === 0) return { townshipCodes: [], countyCodes: [] };
  const classed = (code: string): boolean => (thematic.classOf.get(code) ?? null) !== null;
  const withTownships = new Set(
    [...thematic.classOf.keys()].filter((c) => c.length > 6).map(countyCodeOf),
  );
  return {
    countyCodes: countyCodes.filter((code) => !classed(code) && !withTownships.has(code)),
    townshipCodes: townshipCodes.filter(
      (code) =>
        withTownships.has(countyCodeOf(code)) && !classed(countyCodeOf(code)) && !classed(code),
    ),
  };
}

/** Filter matching features whose `code` is listed. */
export function codeFilter(codes: readonly string[]): ExpressionSpecification {
  return ['in', ['get', 'code'], ['literal', [...codes]]];
}

/** Pattern of each county in a year; counties without a status are left out by `statusCounties`. */
export function statusFillPattern(year: TimelineYear): ExpressionSpecification | string {
  const branches = Object.entries(year.statusByCounty).flatMap(([code, status]) => [
    code,
    statusPattern(status),
  ]);
  if (branches.length === 0) return statusPattern('consolidating');
  const fallback = statusPattern('consolidating');
  return ['match', ['get', 'code'], ...branches, fallback] as unknown as ExpressionSpecification;
}

export function statusCounties(year: TimelineYear | null): readonly string[] {
  return year ? Object.keys(year.statusByCounty) : [];
}
