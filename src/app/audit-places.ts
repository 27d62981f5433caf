// Where the map shows what a finding of the audit speaks of.
import type { AuditPlace } from '../domain/audit-finding';
import { featuresOf, importedThingId } from '../domain/imported-things';
import type { ImportRecord } from '../domain/imported';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import type { Inspected } from '../features/inspect/inspected';

/** Things of the document that a place may name. */
export interface OwnPlaces {
  readonly imports: ReadonlyMap<string, ImportRecord>;
  readonly objects: ReadonlyMap<string, PlanObject>;
}

function areaThing(index: PackIndex, code: string): Inspected | null {
  if (index.countyByCode.has(code)) return { kind: 'county', code };
  if (index.townshipByCode.has(code)) return { kind: 'township', code };
  return index.villageByCode.has(code) ? { kind: 'village', code } : null;
}

function namedThing(index: PackIndex, { objects }: OwnPlaces, id: string): Inspected | null {
  const area = areaThing(index, id);
  if (area) return area;
  if (objects.has(id)) return { kind: 'plan-object', id };
  if (index.projectById.has(id)) return { kind: 'project', id };
  const { belts, relocations, baseFeatures } = index.pack;
  if (belts.some((each) => each.id === id)) return { kind: 'belt', id };
  if (relocations.some((each) => each.id === id)) return { kind: 'relocation', id };
  return baseFeatures.some((each) => each.id === id) ? { kind: 'base-feature', id } : null;
}

/** Codes of the areas that a figure of the running text, a target or a row of a table speaks of. */
function codesOf(
  { pack }: PackIndex,
  { table: tableId, text, row }: AuditPlace,
): readonly string[] {
  if (tableId !== undefined) {
    const table = pack.tables.find(({ id }) => id === tableId);
    const code = row === undefined ? null : (table?.rows[row - 1]?.areaCode ?? null);
    return [code ?? table?.countyCode].flatMap((each) => each ?? []);
  }
  const stated = [...pack.statements, ...pack.targets].find(({ id }) => id === text);
  return stated?.areaCodes ?? [];
}

/** What to look at on the map; empty where the place is nowhere. */
export function placesOnMap(
  index: PackIndex,
  own: OwnPlaces,
  place: AuditPlace,
): readonly Inspected[] {
  if (place.code !== undefined) {
    const thing = namedThing(index, own, place.code);
    return thing ? [thing] : [];
  }
  const content = own.imports.get(place.layer ?? '')?.content;
  if (content && place.layer !== undefined && place.row !== undefined) {
    const feature = featuresOf(content)[place.row - 1];
    return feature ? [{ kind: 'imported', id: importedThingId(place.layer, feature.id) }] : [];
  }
  return codesOf(index, place).flatMap((code) => areaThing(index, code) ?? []);
}

/** The name of the first of them and how many there are: “常乐镇”, “盐湖区等 3 处”. */
export function placesWord(index: PackIndex, things: readonly Inspected[]): string | null {
  const [first] = things;
  if (!first) return null;
  const areas = { county: index.countyByCode, township: index.townshipByCode } as const;
  const name =
    first.kind === 'county' || first.kind === 'township'
      ? areas[first.kind].get(first.code)?.name
      : first.kind === 'village'
        ? index.villageByCode.get(first.code)?.name
        : undefined;
  if (things.length > 1) return `${name ?? ''}等 ${things.length} 处`;
  return name ?? '';
}
