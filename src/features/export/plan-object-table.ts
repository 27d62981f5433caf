// 规划对象 of a scenario as one table: what every object has, then each field of the kinds that occur, in form order. Amounts
// are written in the unit of their heading.
import { UNITS } from '../../domain/field-units';
import { fieldText } from '../../domain/field-text';
import type { PackIndex } from '../../domain/pack-index';
import type { FieldSpec } from '../../domain/plan-object-field';
import { PLAN_OBJECT_FIELDS } from '../../domain/plan-object-fields.table';
import { PLAN_OBJECT_KINDS, type PlanObject } from '../../domain/plan-object';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import type { ExportTable } from '../../io/export-table';
import { type Field, field, fieldTable } from './field-table';

/** Fields of one id and label are one column: 投资 of a site and of a road. */
function specsOf(objects: readonly PlanObject[]): readonly FieldSpec[] {
  const kinds = PLAN_OBJECT_KINDS.filter((kind) => objects.some((each) => each.kind === kind));
  const byHeading = new Map<string, FieldSpec>();
  for (const spec of kinds.flatMap((kind) => PLAN_OBJECT_FIELDS[kind])) {
    const known = byHeading.get(spec.label);
    if (!known) byHeading.set(spec.label, spec);
  }
  return [...byHeading.values()];
}

function amount(spec: FieldSpec, object: PlanObject): number | null {
  const value = object.values.get(spec.id);
  if (typeof value !== 'number') return null;
  const factor = spec.unit === null ? 1 : UNITS[spec.unit].factor;
  return Number((value / factor).toPrecision(12));
}

function columnOf(spec: FieldSpec): Field<PlanObject> {
  const has = ({ kind }: PlanObject): boolean =>
    PLAN_OBJECT_FIELDS[kind].some(({ id, label }) => id === spec.id && label === spec.label);
  if (spec.type === 'number' || spec.type === 'integer' || spec.type === 'year') {
    const unit = spec.unit === null ? '' : `(${UNITS[spec.unit].word})`;
    const kind = spec.type === 'number' ? 'number' : 'integer';
    return field(`${spec.label}${unit}`, kind, (object) =>
      has(object) ? amount(spec, object) : null,
    );
  }
  return field(spec.label, 'text', (object) => {
    const value = object.values.get(spec.id);
    return value === undefined || !has(object) ? '' : fieldText(spec, value);
  });
}

export function planObjectTable(
  index: PackIndex,
  objects: readonly PlanObject[],
  footer: readonly string[],
): ExportTable {
  const fields: readonly Field<PlanObject>[] = [
    field('名称', 'text', ({ name }) => name),
    field('编号', 'code', ({ id }) => id),
    field('对象类型', 'text', ({ kind }) => PLAN_OBJECT_KIND_WORDS[kind]),
    field('位置精度(米)', 'number', ({ accuracyMetres }) => accuracyMetres),
    ...specsOf(objects).map(columnOf),
    field('备注', 'text', ({ note }) => note),
  ];
  return fieldTable(fields, objects, {
    title: `${index.pack.name}规划对象`,
    about: ['空白为待补，不是 0；没有位置的对象没有图形', ...footer],
    geometry: ({ geometry }) => geometry,
    label: '名称',
    layer: '对象类型',
  });
}
