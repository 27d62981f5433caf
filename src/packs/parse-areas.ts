// counties.geojson and townships.geojson → County[], Township[].
import type { MultiPolygon, Polygon } from 'geojson';
import type { County, Township } from '../domain/administrative';
import type { BoundingBox, LngLat } from '../domain/lng-lat';
import type { Problem } from '../domain/problem';
import type { GeometryChecker } from './geometry-check';
import { type ParsedFeature, parseFeatures } from './parse-features';
import { type Parsed, problemAt } from './pack-problem';
import { duplicateProblems, inCodeOrder, prefixProblem, unknownMentions } from './references';
import type { ReadFile } from './read-files';
import { countyProperties, townshipProperties } from './schemas/pack.1';

const AREA_TYPES = ['Polygon', 'MultiPolygon'] as const;

export function isInside(bbox: BoundingBox, [lng, lat]: LngLat): boolean {
  return lng >= bbox[0] && lng <= bbox[2] && lat >= bbox[1] && lat <= bbox[3];
}

/** The geometry rule allows areas only, so anything else here is our own mistake. */
function asArea(feature: ParsedFeature<unknown>): Polygon | MultiPolygon {
  const { geometry } = feature;
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') return geometry;
  throw new Error(`expected Polygon or MultiPolygon, got ${geometry?.type ?? 'null'}`);
}

function outsideProblem(file: string, row: number, column: string, [lng, lat]: LngLat): Problem {
  const what = `坐标 ${lng}, ${lat} 在数据包范围之外。`;
  const mend = '请核对经纬度（先经度后纬度，WGS84），或改正 pack.json 的 bbox。';
  return problemAt('error', 'pack-outside-bbox', { file, row, column }, what, mend);
}

function codesOf(features: readonly ParsedFeature<{ readonly code: string }>[]) {
  return features.map(({ row, properties }) => ({ row, column: 'code', code: properties.code }));
}

/** Counties in code order. */
export function parseCounties(
  file: ReadFile,
  bbox: BoundingBox,
  check: GeometryChecker,
): Parsed<readonly County[]> {
  const rule = { allowed: AREA_TYPES, nullable: false, bbox };
  const parsed = parseFeatures(file, countyProperties, rule, check);
  const problems: Problem[] = [
    ...parsed.problems,
    ...duplicateProblems(file.path, 'code', codesOf(parsed.value)),
  ];
  const counties = parsed.value.map((feature): County => {
    const { code, name, povertyClass, labelPoint } = feature.properties;
    if (!isInside(bbox, labelPoint))
      problems.push(outsideProblem(file.path, feature.row, 'labelPoint', labelPoint));
    return { code, name, povertyClass, labelPoint, geometry: asArea(feature) };
  });
  const ordered = inCodeOrder(file.path, counties);
  return { value: ordered.value, problems: [...problems, ...ordered.problems] };
}

/** Townships in code order; `countyCodes` null skips the look-up when the counties themselves are damaged. */
export function parseTownships(
  file: ReadFile,
  bbox: BoundingBox,
  countyCodes: ReadonlySet<string> | null,
  check: GeometryChecker,
): Parsed<readonly Township[]> {
  const rule = { allowed: AREA_TYPES, nullable: true, bbox };
  const parsed = parseFeatures(file, townshipProperties, rule, check);
  const problems: Problem[] = [
    ...parsed.problems,
    ...duplicateProblems(file.path, 'code', codesOf(parsed.value)),
  ];
  const townships = parsed.value.map((feature): Township => {
    const { row, properties } = feature;
    const { code, name, countyCode, seat, seatAccuracyMetres, seatMethod } = properties;
    const wrongPrefix = prefixProblem(file.path, { row, column: 'code', code }, countyCode, '县');
    if (wrongPrefix) problems.push(wrongPrefix);
    if (countyCodes) {
      const mention = { row, column: 'countyCode', code: countyCode };
      problems.push(...unknownMentions(file.path, 'error', '县', countyCodes, [mention]));
    }
    if (seat && !isInside(bbox, seat)) problems.push(outsideProblem(file.path, row, 'seat', seat));
    const geometry = feature.geometry === null ? null : asArea(feature);
    return { code, name, countyCode, seat, seatAccuracyMetres, seatMethod, geometry };
  });
  const ordered = inCodeOrder(file.path, townships);
  return { value: ordered.value, problems: [...problems, ...ordered.problems] };
}
