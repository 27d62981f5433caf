// Key of 规划对象: a sample for each kind and shape that is drawn, and of the lines of who moves where.
import type { PlanObject } from '../../domain/plan-object';
import { PLAN_OBJECT_KIND_WORDS, PROJECT_KIND_WORDS } from '../../domain/wording';
import { planFlowSwatch, planObjectSwatch } from '../../map/legend';
import type { MapTheme } from '../../map/map-types';
import { featureShapes } from '../../map/sources/feature-shape';
import { type PlanMark, planMark } from '../../map/sources/plan-object-features';
import { PLAN_MARKS } from '../../map/style/plan-marks';
import { formatInteger } from '../../ui/format';
import type { LegendModel } from '../../ui/legend-model';

const SHAPES = ['area', 'line', 'point'] as const;

function word(mark: PlanMark): string {
  switch (mark) {
    case 'site':
    case 'zone':
    case 'belt':
    case 'reference':
      return PLAN_OBJECT_KIND_WORDS[mark];
    default:
      return `${PROJECT_KIND_WORDS[mark]}项目`;
  }
}

export function planObjectLegend(
  theme: MapTheme,
  objects: readonly PlanObject[],
  flowCount: number,
): LegendModel {
  const drawn = objects.flatMap((object) =>
    object.geometry === null
      ? []
      : [{ mark: planMark(object), shapes: featureShapes(object.geometry) }],
  );
  const rows = PLAN_MARKS.flatMap((mark) =>
    SHAPES.flatMap((shape) => {
      const count = drawn.filter((each) => each.mark === mark && each.shapes.has(shape)).length;
      if (count === 0) return [];
      const swatch = planObjectSwatch(theme, mark, shape);
      return [{ key: `${mark} ${shape}`, swatch, label: word(mark), count: formatInteger(count) }];
    }),
  );
  const flows = {
    key: 'flows',
    swatch: planFlowSwatch(theme),
    label: '迁出村到安置点',
    count: formatInteger(flowCount),
  };
  return {
    title: '',
    rows: flowCount > 0 ? [...rows, flows] : rows,
    notes: rows.length === 0 ? ['还没有规划对象：在“规划”栏中新建'] : [],
  };
}
