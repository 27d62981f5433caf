// 数据体检: general checks of a plan's own figures, names and shapes. Nothing here knows a particular plan. Findings come in
// a fixed order: by severity, then check by check in the order below.
import type { AuditFinding } from '../domain/audit-finding';
import type { PlanTable } from '../domain/plan-table';
import type { AuditInput } from './audit-input';
import { SEVERITY_ORDER } from './audit-finding-text';
import { columnRelationFindings } from './audit-column-findings';
import { impliedPopulationFindings } from './audit-implied-population';
import { partFindings } from './audit-parts';
import { shareFindings } from './audit-shares';
import { namedFigures } from './audit-figures';
import { resolver } from './audit-references';
import { relationFindings } from './audit-relations';
import { type AuditTable, auditTable } from './audit-table';
import { tableSumFindings } from './audit-table-sums';
import { twoValueFindings } from './audit-two-values';

function unique(findings: readonly AuditFinding[]): AuditFinding[] {
  const seen = new Map<string, number>();
  return findings.map((each) => {
    const count = (seen.get(each.id) ?? 0) + 1;
    seen.set(each.id, count);
    return count === 1 ? each : { ...each, id: `${each.id}:${count}` };
  });
}

function inOrder(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return unique(findings).toSorted(
    (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity],
  );
}

function tableFindings(
  tables: readonly AuditTable[],
  perVillage: readonly number[],
): AuditFinding[] {
  return [
    ...tables.flatMap(tableSumFindings),
    ...tables.flatMap(columnRelationFindings),
    ...tables.flatMap(shareFindings),
    ...tables.flatMap(partFindings),
    ...impliedPopulationFindings(tables, perVillage),
  ];
}

/** Tables alone, as a file of the user's has them. */
export function auditTables(tables: readonly PlanTable[]): readonly AuditFinding[] {
  return inOrder(tableFindings(tables.map(auditTable), []));
}

export function auditPack(input: AuditInput): readonly AuditFinding[] {
  const tables = input.tables.map(auditTable);
  return inOrder([
    ...tableFindings(tables, []),
    ...twoValueFindings(namedFigures(input, tables)),
    ...relationFindings(input.relations, resolver(input, tables)),
  ]);
}
