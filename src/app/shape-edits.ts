// Edits of plan objects' shapes, each one undoable step with a label that names what it does.
import type { Geometry, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { DocumentSession } from '../document/document-session';
import { putObjects, mergeInto } from '../document/edits/object-edits';
import { newId } from '../document/new-id';
import { contentOf } from '../document/plan-document';
import type { PlanObject } from '../domain/plan-object';
import type { Outcome } from '../domain/problem';
import { freeName } from '../features/plan/plan-list';
import { type ShapeChange, sizeOf } from '../features/draw/change-words';
import { isArea, isLine } from '../features/draw/shape-ops';
import { unitedAreas } from '../geo/area-boolean';
import { mergeLines } from '../geo/merge-lines';
import { overlapOf } from '../geo/overlaps';

/** Ends of lines nearer than this are meant to meet. */
const ENDS_MEET_METRES = 1;

function objectsNow(documents: DocumentSession): ReadonlyMap<string, PlanObject> {
  return contentOf(documents.state.getState().doc).objects;
}

/** An object like another, with a name of its own; amounts stay with the other, so that no sum counts them twice. */
function sibling(object: PlanObject, name: string, geometry: Geometry): PlanObject {
  const madeAt = new Date().toISOString();
  return { ...object, id: newId(), name, geometry, values: new Map(), madeAt };
}

/** The largest part keeps the object with its fields; the others are new objects of its kind. Ids of all parts. */
export function splitObject(
  documents: DocumentSession,
  id: string,
  parts: readonly Geometry[],
): readonly string[] {
  const objects = objectsNow(documents);
  const object = objects.get(id);
  const [largest, ...others] = parts.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (!object || !largest) return [];
  const made: PlanObject[] = [{ ...object, geometry: largest }];
  for (const geometry of others) {
    const name = freeName(object.name, [...objects.values(), ...made]);
    made.push(sibling(object, name, geometry));
  }
  documents.commit(putObjects(made, `切开「${object.name}」成 ${made.length} 块`));
  return made.map((each) => each.id);
}

/** A second object of the same shape and fields; its id. */
export function copyObject(documents: DocumentSession, id: string): string | null {
  const objects = objectsNow(documents);
  const object = objects.get(id);
  if (!object) return null;
  const madeAt = new Date().toISOString();
  const copy = { ...object, id: newId(), name: freeName(object.name, objects.values()), madeAt };
  documents.commit(putObjects([copy], `复制「${object.name}」`));
  return copy.id;
}

function joined(geometries: readonly Geometry[]): Outcome<Geometry> {
  if (geometries.every(isArea)) return unitedAreas(geometries as (Polygon | MultiPolygon)[]);
  if (geometries.every(isLine)) {
    return mergeLines(geometries as (LineString | MultiLineString)[], ENDS_MEET_METRES);
  }
  const text = '只能合并同是面或同是线的对象';
  const mend = '只勾选面，或只勾选线';
  return {
    ok: false,
    problems: [{ code: 'merge-mixed', severity: 'error', where: {}, text, mend }],
  };
}

export interface MergePlan {
  readonly label: string;
  /** Keeps its fields. */
  readonly object: PlanObject;
  readonly gone: readonly string[];
  readonly change: ShapeChange;
}

/** One object of all: the first keeps its fields, the others go. */
export function mergePlan(
  objects: ReadonlyMap<string, PlanObject>,
  ids: readonly string[],
): Outcome<MergePlan> {
  const chosen = ids.flatMap((id) => objects.get(id) ?? []);
  const [first, ...others] = chosen;
  const before = chosen.flatMap(({ geometry }) => geometry ?? []);
  if (!first || others.length === 0 || before.length < chosen.length) {
    const text = '合并要有两个以上有位置的对象';
    const problem = {
      code: 'merge-few',
      severity: 'error',
      where: {},
      text,
      mend: '先标绘位置',
    } as const;
    return { ok: false, problems: [problem] };
  }
  const shape = joined(before);
  if (!shape.ok) return shape;
  const value: MergePlan = {
    label: `合并 ${chosen.length} 个对象为「${first.name}」`,
    object: { ...first, geometry: shape.value },
    gone: others.map(({ id }) => id),
    change: { before, after: [shape.value] },
  };
  return { ok: true, value, notes: [] };
}

export function mergeObjects(documents: DocumentSession, plan: MergePlan): void {
  documents.commit(mergeInto(plan.object, plan.gone, plan.label));
}

function touch(a: Geometry, b: Geometry): boolean {
  if (isArea(a) && isArea(b)) {
    const overlap = overlapOf(a, b);
    if (overlap.ok && overlap.value) return true;
    const united = unitedAreas([a, b]);
    const parts = (g: Geometry): number => (g.type === 'MultiPolygon' ? g.coordinates.length : 1);
    return united.ok && parts(united.value) < parts(a) + parts(b);
  }
  if (isLine(a) && isLine(b)) return mergeLines([a, b], ENDS_MEET_METRES).ok;
  return false;
}

/** Objects of the same kind that the object could be joined with. */
export function mergeable(
  objects: ReadonlyMap<string, PlanObject>,
  object: PlanObject,
): readonly string[] {
  const { geometry, kind } = object;
  if (!geometry) return [];
  return [...objects.values()]
    .filter((other) => other.id !== object.id && other.kind === kind)
    .filter((other) => other.geometry && touch(geometry, other.geometry))
    .map(({ id }) => id);
}
