// 数据体检: general checks of a plan's own figures, names and shapes. Nothing here knows a particular plan. Findings come in
// a fixed order: by severity, then check by check in the order below.
import type { AuditFinding } from '../domain/audit-finding';
import type { PlanTable } from '../domain/plan-table';
import type { AuditInput } from './audit-input';
import { SEVERITY_ORDER } from './audit-finding-text';
import { withoutConsequences } from './audit-consequences';
import { columnRelations } from './audit-column-relations';
import { columnRelationFindings } from './audit-column-findings';
import { impliedPopulationFindings } from './audit-implied-population';
import { partFindings } from './audit-parts';
import { shareFindings } from './audit-shares';
import { type NamedFigure, namedFigures } from './audit-figures';
import { areaNames } from './audit-area-names';
import { tableBlankFindings, textBlankFindings } from './audit-blanks';
import { documentDateFindings } from './audit-document-date';
import { beltGeometryFindings, projectPlaceFindings } from './audit-geometry-belts';
import { type AuditLayer, importLayers, layerFindings } from './audit-geometry-layers';
import { villageGeometryFindings } from './audit-geometry-villages';
import { listFindings } from './audit-lists';
import { magnitudeFindings } from './audit-magnitudes';
import { objectCountyFindings, objectLayers } from './audit-objects';
import { sameNameFindings } from './audit-same-names';
import { tableNameFindings } from './audit-table-names';
import { targetFindings } from './audit-targets';
import { textShareFindings } from './audit-text-shares';
import { moneyFindings } from './audit-money';
import { priceIndexFindings } from './audit-price-index';
import { scopeFindings } from './audit-scopes';
import { unitFindings } from './audit-units';
import { yearFindings } from './audit-years';
import { resolver } from './audit-references';
import { relationFindings } from './audit-relations';
import { type AuditTable, auditTable } from './audit-table';
import { tableRowFindings } from './audit-table-rows';
import { tableSumFindings } from './audit-table-sums';
import { twoValueFindings } from './audit-two-values';

/** Two checks may find the same error at one place: the first tells it. */
function unique(findings: readonly AuditFinding[]): AuditFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

function layersOf({ imports = [], objects = [] }: AuditInput): AuditLayer[] {
  return [...importLayers(imports), ...objectLayers(objects)];
}

function inOrder(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return unique(findings).toSorted(
    (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity],
  );
}

/** Rural people an administrative village, of the units for which the running text gives both. */
function villageSizes(figures: readonly NamedFigure[]): number[] {
  const villages = figures.filter(
    ({ measure, place }) => measure === 'administrativeVillages' && place.text !== undefined,
  );
  return villages.flatMap(({ area, figure }) => {
    const people = figures.find((each) => each.measure === 'ruralPopulation' && each.area === area);
    return people === undefined || figure.value === 0 ? [] : [people.figure.value / figure.value];
  });
}

function tableFindings(
  tables: readonly AuditTable[],
  perVillage: readonly number[],
): readonly AuditFinding[] {
  const related = tables.map((table) => [table, columnRelations(table)] as const);
  return withoutConsequences([
    ...tables.flatMap(tableSumFindings),
    ...related.flatMap(([table, relations]) => columnRelationFindings(table, relations)),
    ...tables.flatMap(shareFindings),
    ...tables.flatMap(partFindings),
    ...impliedPopulationFindings(tables, perVillage),
    ...related.flatMap(([table, relations]) => magnitudeFindings(table, relations)),
    ...tables.flatMap(tableRowFindings),
    ...tables.flatMap(tableBlankFindings),
  ]);
}

/** Tables alone, as a file of the user's has them. */
export function auditTables(tables: readonly PlanTable[]): readonly AuditFinding[] {
  return inOrder(tableFindings(tables.map(auditTable), []));
}

/** `audit` in steps, between which a page may breathe. */
export function* auditSteps(input: AuditInput): Generator<void, readonly AuditFinding[]> {
  const tables = input.tables.map(auditTable);
  const figures = namedFigures(input, tables);
  const names = areaNames(input);
  const found = [...tableFindings(tables, villageSizes(figures))];
  yield;
  found.push(
    ...twoValueFindings(figures),
    ...relationFindings(input.relations, resolver(input, tables)),
    ...textShareFindings(input),
    ...scopeFindings(figures),
    ...unitFindings(figures),
    ...moneyFindings(input),
    ...listFindings(input, names),
    ...tableNameFindings(input, tables, names),
    ...sameNameFindings(input, tables, names),
    ...yearFindings(input, figures),
    ...documentDateFindings(input),
    ...targetFindings(input.targets, figures),
    ...textBlankFindings(input),
    ...priceIndexFindings(input.statements),
  );
  yield;
  found.push(
    ...(yield* villageGeometryFindings(input)),
    ...(yield* beltGeometryFindings(input)),
    ...projectPlaceFindings(input),
    ...(yield* layerFindings(input, layersOf(input))),
    ...(yield* objectCountyFindings(input)),
  );
  return inOrder(found);
}

/** All findings of a pack, or of a document's effective region with its imports and objects. */
export function auditPack(input: AuditInput): readonly AuditFinding[] {
  const steps = auditSteps(input);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
