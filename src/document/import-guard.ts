// Is an unknown value the content of an import? A hand-written walk, since a schema library is too slow for 60,000 rows
// and a file may come from anywhere.
import type {
  ImportContent,
  ImportedFeature,
  ImportedVillage,
  VillageFigures,
} from '../domain/imported';
import type { ProjectKind } from '../domain/project';
import type { VillageKind } from '../domain/village';
import { isGeometry } from './geometry-guard';

/** Content made of rows: all but terrain. */
export type RowContent = Exclude<ImportContent, { readonly kind: 'terrain' }>;

type Fields = Readonly<Record<string, unknown>>;

/** The names of a type's members, checked by the compiler to be all of them. */
const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): ReadonlySet<unknown> =>
  new Set(Object.keys(names));

const VILLAGE_KINDS = namesOf<VillageKind>({
  'village-committee': true,
  'residents-committee': true,
  other: true,
});
const PROJECT_KINDS = namesOf<ProjectKind>({
  water: true,
  power: true,
  road: true,
  facility: true,
});
const FIGURES: Readonly<Record<keyof VillageFigures, (value: unknown) => boolean>> = {
  households: isNumberOrNull,
  persons: isNumberOrNull,
  poorHouseholds: isNumberOrNull,
  poorPersons: isNumberOrNull,
  povertyIncidence: isNumberOrNull,
  elevationMetres: isNumberOrNull,
  slopeDegrees: isNumberOrNull,
};
const FIGURE_CHECKS = Object.entries(FIGURES);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
function isNumberOrNull(value: unknown): boolean {
  return value === null || isNumber(value);
}
const isLength = (value: unknown): boolean => isNumber(value) && value >= 0;
const isRow = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;

function isLngLat(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    isNumber(value[0]) &&
    isNumber(value[1]) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  );
}

function isPlace(position: unknown, accuracyMetres: unknown): boolean {
  return position === null
    ? accuracyMetres === null
    : isLngLat(position) && isLength(accuracyMetres);
}

function isAdded(value: unknown): boolean {
  return (
    isFields(value) &&
    VILLAGE_KINDS.has(value['kind']) &&
    isText(value['townshipCode']) &&
    isText(value['countyCode'])
  );
}

function isVillage(value: unknown): value is ImportedVillage {
  if (!isFields(value)) return false;
  const { code, name, position, positionAccuracyMetres, figures, row, siteName, added } = value;
  return (
    isText(code) &&
    isText(name) &&
    isPlace(position, positionAccuracyMetres) &&
    isFields(figures) &&
    FIGURE_CHECKS.every(([figure, isGood]) => isGood(figures[figure])) &&
    isRow(row) &&
    (siteName === undefined || isText(siteName)) &&
    (added === null || (isAdded(added) && position !== null))
  );
}

function isAttribute(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isText);
}

function isFeature(value: unknown): value is ImportedFeature {
  return (
    isFields(value) &&
    isText(value['id']) &&
    isText(value['name']) &&
    isGeometry(value['geometry']) &&
    Array.isArray(value['attributes']) &&
    value['attributes'].every(isAttribute) &&
    isRow(value['row'])
  );
}

/** True for content of rows that everything else may rely on: kind, accuracy, and every row of it. */
export function isRowContent(value: unknown): value is RowContent {
  if (!isFields(value)) return false;
  const { kind, purpose, accuracyMetres, projectKind, villages, features } = value;
  switch (kind) {
    case 'villages':
      if (purpose !== undefined && purpose !== 'relocation') return false;
      return Array.isArray(villages) && villages.every(isVillage);
    case 'projects':
      if (!PROJECT_KINDS.has(projectKind)) return false;
      break;
    case 'sites':
    case 'zones':
    case 'reference':
      break;
    default:
      return false;
  }
  return isLength(accuracyMetres) && Array.isArray(features) && features.every(isFeature);
}
