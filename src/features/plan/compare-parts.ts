// What differs between two scenarios beside villages, in words: each row can be taken by itself. Pure.
import type { ObjectChange, ObjectChanges, ObjectProperty } from '../../analysis/object-changes';
import type { PartPick } from '../../document/edits/take-parts';
import type { PlanContent, UserAlignment } from '../../document/plan-document';
import type { Assignment } from '../../domain/assignment';
import { amountText, fieldText } from '../../domain/field-text';
import { PLAN_OBJECT_FIELDS } from '../../domain/plan-object-fields.table';
import type { FieldValue, PlanObject } from '../../domain/plan-object';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import { formatDistance, formatInteger } from '../../ui/format';

const PROPERTY_WORDS: Readonly<Record<ObjectProperty, string>> = {
  kind: '类型',
  name: '名称',
  accuracyMetres: '位置精度',
  note: '备注',
};

function valueWords(object: PlanObject, field: string, value: FieldValue | null): string {
  if (value === null) return '未填';
  const spec = PLAN_OBJECT_FIELDS[object.kind].find(({ id }) => id === field);
  return spec ? fieldText(spec, value) : String(value);
}

function placeWords({ geometry, before, after }: ObjectChange): readonly string[] {
  if (geometry === null) return [];
  if (before.geometry === null) return ['有了位置'];
  if (after.geometry === null) return ['位置没有了'];
  const { movedMetres, squareMetres } = geometry;
  const moved = movedMetres === null ? '位置改变' : `位置移动 ${formatDistance(movedMetres)}`;
  const isSame = squareMetres === null || Math.abs(squareMetres) < 1;
  const grown = isSame
    ? ''
    : `，面积${squareMetres > 0 ? '增加' : '减少'} ${amountText(Math.abs(squareMetres), 'mu', 1)}`;
  return [moved + grown];
}

/** What changed of one object, a line each. */
function changeLines(change: ObjectChange): readonly string[] {
  const { before, after, properties, fields } = change;
  return [
    ...placeWords(change),
    ...properties.map((property) => {
      const words = (object: PlanObject): string =>
        property === 'kind' ? PLAN_OBJECT_KIND_WORDS[object.kind] : String(object[property]);
      return `${PROPERTY_WORDS[property]}：${words(before)} → ${words(after)}`;
    }),
    ...fields.map(({ field, before: from, after: to }) => {
      const spec = PLAN_OBJECT_FIELDS[after.kind].find(({ id }) => id === field);
      const label = spec?.label ?? field;
      return `${label}：${valueWords(before, field, from)} → ${valueWords(after, field, to)}`;
    }),
  ];
}

export interface ChangedPart extends PartPick {
  readonly name: string;
  readonly kindWord: string;
  readonly what: '增加' | '删除' | '改动';
  readonly lines: readonly string[];
}

function whatOf(before: unknown, after: unknown): ChangedPart['what'] {
  if (before === undefined) return '增加';
  return after === undefined ? '删除' : '改动';
}

const COUNTED_TYPES: readonly string[] = ['villages', 'counties', 'claims'];

/** What is filled in of an object that only one of the two has, in one line. */
function filledLines({ kind, values }: PlanObject): readonly string[] {
  const filled = PLAN_OBJECT_FIELDS[kind].flatMap((spec) => {
    const value = values.get(spec.id);
    if (value === undefined) return [];
    const isCounted = typeof value === 'object' && COUNTED_TYPES.includes(spec.type);
    return [`${spec.label} ${isCounted ? `${value.length} 个` : fieldText(spec, value)}`];
  });
  return filled.length === 0 ? [] : [filled.join('；')];
}

function objectRows({ added, removed, changed }: ObjectChanges): ChangedPart[] {
  const head = ({ id, name, kind }: PlanObject) => ({
    part: 'object' as const,
    id,
    name,
    kindWord: PLAN_OBJECT_KIND_WORDS[kind],
  });
  return [
    ...added.map((object) => ({
      ...head(object),
      what: '增加' as const,
      lines: filledLines(object),
    })),
    ...removed.map((object) => ({
      ...head(object),
      what: '删除' as const,
      lines: filledLines(object),
    })),
    ...changed.map((change) => ({
      ...head(change.after),
      what: '改动' as const,
      lines: changeLines(change),
    })),
  ];
}

function assignedTo(content: PlanContent, siteId: string): readonly Assignment[] {
  return [...content.assignments.values()].filter((each) => each.siteId === siteId);
}

function assignedText(assignments: readonly Assignment[]): string {
  const lines = assignments.map(({ villageCode, persons, households }) =>
    [villageCode, persons, households].join(),
  );
  return lines.sort().join(';');
}

function assignedWords(assignments: readonly Assignment[]): string {
  const persons = assignments.reduce((sum, each) => sum + (each.persons ?? 0), 0);
  return `${assignments.length} 村 ${formatInteger(persons)} 人`;
}

/** Sites that are in both and do not take the same villages or numbers. Those of other sites come with the site. */
function assignmentRows(from: PlanContent, to: PlanContent): ChangedPart[] {
  if (from.assignments === to.assignments) return [];
  const ids = [...from.assignments.values(), ...to.assignments.values()].map((each) => each.siteId);
  return [...new Set(ids)].flatMap((id): ChangedPart[] => {
    const site = to.objects.get(id);
    const [before, after] = [assignedTo(from, id), assignedTo(to, id)];
    if (!site || !from.objects.has(id) || assignedText(before) === assignedText(after)) return [];
    const lines = [`${assignedWords(before)} → ${assignedWords(after)}`];
    return [
      { part: 'assignments', id, name: site.name, kindWord: '迁入村名单', what: '改动', lines },
    ];
  });
}

/** Ids of either map whose values differ; those of the first map come first. */
function differing<T>(
  from: ReadonlyMap<string, T>,
  to: ReadonlyMap<string, T>,
  textOf: (value: T) => string,
): readonly string[] {
  if (from === to) return [];
  const text = (value: T | undefined): string | null =>
    value === undefined ? null : textOf(value);
  const ids = [...new Set([...from.keys(), ...to.keys()])];
  return ids.filter((id) => text(from.get(id)) !== text(to.get(id)));
}

function alignmentRows(
  from: PlanContent,
  to: PlanContent,
  nameOf: (projectId: string) => string,
): ChangedPart[] {
  const textOf = ({ geometry, accuracyMetres, note }: UserAlignment): string =>
    JSON.stringify([geometry, accuracyMetres, note]);
  const accuracy = (one: UserAlignment | undefined): string =>
    one ? `自定线位（精度 ±${formatDistance(one.accuracyMetres)}）` : '数据包线位';
  return differing(from.alignments, to.alignments, textOf).map((id) => {
    const [before, after] = [from.alignments.get(id), to.alignments.get(id)];
    return {
      part: 'alignment',
      id,
      name: nameOf(id),
      kindWord: '项目线位',
      what: whatOf(before, after),
      lines: [`${accuracy(before)} → ${accuracy(after)}`],
    };
  });
}

function beltRows(
  from: PlanContent,
  to: PlanContent,
  nameOf: (beltId: string) => string,
): ChangedPart[] {
  const words = (metres: number | undefined): string =>
    metres === undefined ? '默认宽度' : formatDistance(metres);
  return differing(from.beltWidths, to.beltWidths, String).map((id) => {
    const [before, after] = [from.beltWidths.get(id), to.beltWidths.get(id)];
    return {
      part: 'belt-width',
      id,
      name: nameOf(id),
      kindWord: '产业带宽度',
      what: whatOf(before, after),
      lines: [`${words(before)} → ${words(after)}`],
    };
  });
}

/** Objects, villages of sites, alignments of projects and widths of belts that differ. */
export function changedParts(
  from: PlanContent,
  to: PlanContent,
  objects: ObjectChanges,
  names: {
    readonly project: (id: string) => string;
    readonly belt: (id: string) => string;
  },
): readonly ChangedPart[] {
  return [
    ...objectRows(objects),
    ...assignmentRows(from, to),
    ...alignmentRows(from, to, names.project),
    ...beltRows(from, to, names.belt),
  ];
}
