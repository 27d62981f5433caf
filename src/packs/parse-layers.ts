// Layers drawn over the areas: base.geojson, belts.geojson, projects.geojson. An error in one empties that layer only.
import type { Geometry } from 'geojson';
import type { BaseFeature } from '../domain/base-layer';
import type { Belt, BeltShape } from '../domain/belt';
import type { Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import type { GeometryChecker, GeometryRule } from './geometry-check';
import { type ParsedFeature, parseFeatures } from './parse-features';
import { type Parsed, problemAt } from './pack-problem';
import { type AreaCodes, duplicateProblems, unknownMentions } from './references';
import type { ReadFile } from './read-files';
import { baseProperties, beltProperties, projectProperties } from './schemas/pack.1';

const ANY_TYPE: readonly Geometry['type'][] = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];
/** Rivers and canals run on beyond the region, so layers are not held to the pack's bbox. */
const WORLD_RULE = { allowed: ANY_TYPE, bbox: null };

function idsOf(features: readonly ParsedFeature<{ readonly id: string }>[]) {
  return features.map(({ row, properties }) => ({ row, column: 'id', code: properties.id }));
}

interface Scope {
  readonly countyCodes: readonly string[];
  readonly townshipCodes?: readonly string[];
}

function scopeProblems(
  file: string,
  features: readonly ParsedFeature<Scope>[],
  areas: AreaCodes,
): Problem[] {
  return features.flatMap(({ row, properties }) => [
    ...unknownMentions(
      file,
      'error',
      '县',
      areas.counties,
      properties.countyCodes.map((code) => ({ row, column: 'countyCodes', code })),
    ),
    ...unknownMentions(
      file,
      'error',
      '乡镇',
      areas.townships,
      (properties.townshipCodes ?? []).map((code) => ({ row, column: 'townshipCodes', code })),
    ),
  ]);
}

/** Rivers, lakes, relief, roads, in file order. */
export function parseBase(file: ReadFile, check: GeometryChecker): Parsed<readonly BaseFeature[]> {
  const rule: GeometryRule = { ...WORLD_RULE, nullable: false };
  const parsed = parseFeatures(file, baseProperties, rule, check);
  const value = parsed.value.flatMap(({ properties, geometry }): BaseFeature[] =>
    geometry ? [{ ...properties, geometry }] : [],
  );
  const duplicates = duplicateProblems(file.path, 'id', idsOf(parsed.value));
  return { value, problems: [...parsed.problems, ...duplicates] };
}

/** null when the geometry does not suit the kind. */
function beltShape(
  kind: BeltShape['kind'],
  widthMetres: number,
  geometry: Geometry | null,
): BeltShape | null {
  if (kind === 'zone') return geometry === null ? { kind } : null;
  if (kind === 'corridor') {
    return geometry?.type === 'LineString' || geometry?.type === 'MultiLineString'
      ? { kind, centreline: geometry, defaultHalfWidthMetres: widthMetres }
      : null;
  }
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
    ? { kind, outline: geometry, defaultMarginMetres: widthMetres }
    : null;
}

const BELT_GEOMETRY_WORDS: Readonly<Record<BeltShape['kind'], string>> = {
  zone: '空（null）',
  corridor: '线（LineString 或 MultiLineString）',
  upland: '面（Polygon 或 MultiPolygon）',
};

/** Belts, in file order. */
export function parseBelts(
  file: ReadFile,
  areas: AreaCodes,
  check: GeometryChecker,
): Parsed<readonly Belt[]> {
  const rule: GeometryRule = { ...WORLD_RULE, nullable: true };
  const parsed = parseFeatures(file, beltProperties, rule, check);
  const problems: Problem[] = [
    ...parsed.problems,
    ...duplicateProblems(file.path, 'id', idsOf(parsed.value)),
    ...scopeProblems(file.path, parsed.value, areas),
  ];
  const value: Belt[] = [];
  for (const { row, properties, geometry } of parsed.value) {
    const { shapeKind, widthMetres, ...rest } = properties;
    const shape = beltShape(shapeKind, widthMetres, geometry);
    if (shape) value.push({ ...rest, shape });
    else {
      const what = `${rest.name}的图形应为${BELT_GEOMETRY_WORDS[shapeKind]}，实为 ${geometry?.type ?? 'null'}。`;
      const mend = '请使 shapeKind 与图形一致。';
      problems.push(problemAt('error', 'pack-geometry', { file: file.path, row }, what, mend));
    }
  }
  return { value, problems };
}

/** Projects, in file order; `scope-only` projects have no geometry and all others have one. */
export function parseProjects(
  file: ReadFile,
  areas: AreaCodes,
  check: GeometryChecker,
): Parsed<readonly Project[]> {
  const rule: GeometryRule = { ...WORLD_RULE, nullable: true };
  const parsed = parseFeatures(file, projectProperties, rule, check);
  const problems: Problem[] = [
    ...parsed.problems,
    ...duplicateProblems(file.path, 'id', idsOf(parsed.value)),
    ...scopeProblems(file.path, parsed.value, areas),
  ];
  const value = parsed.value.map(({ row, properties, geometry }): Project => {
    const scopeOnly = properties.alignment === 'scope-only';
    const accuracyKnown = properties.alignmentAccuracyMetres !== null;
    if (scopeOnly === (geometry !== null) || scopeOnly === accuracyKnown) {
      const what = scopeOnly
        ? `${properties.name}只有范围（scope-only），图形和线位精度都应为 null。`
        : `${properties.name}的线位为 ${properties.alignment}，必须有图形和线位精度。`;
      const mend = '请使 alignment、alignmentAccuracyMetres 与图形一致。';
      problems.push(problemAt('error', 'pack-geometry', { file: file.path, row }, what, mend));
    }
    return { ...properties, geometry };
  });
  return { value, problems };
}
