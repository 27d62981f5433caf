// How groups of plan objects are called, on screen and in tables.
import type { County } from '../domain/administrative';
import type { PlanObjectKind } from '../domain/plan-object';
import { PLAN_OBJECT_FIELDS } from '../domain/plan-object-fields.table';
import { PLAN_OBJECT_KIND_WORDS } from '../domain/wording';
import { type GroupBy, SEVERAL_COUNTIES, UNKNOWN_GROUP } from './object-totals';

export const GROUP_WORDS: Readonly<Record<GroupBy, string>> = {
  kind: '类型',
  county: '县',
  year: '年份',
  stage: '阶段',
};

/** The word for a group's key. */
export function groupLabel(key: string, by: GroupBy, counties: readonly County[]): string {
  if (key === UNKNOWN_GROUP) return by === 'county' ? '没有位置或在区域外' : '未填';
  if (key === SEVERAL_COUNTIES) return '跨县';
  switch (by) {
    case 'kind':
      return PLAN_OBJECT_KIND_WORDS[key as PlanObjectKind];
    case 'county':
      return counties.find(({ code }) => code === key)?.name ?? key;
    case 'year':
      return `${key}年`;
    case 'stage': {
      const spec = PLAN_OBJECT_FIELDS.site.find(({ id }) => id === 'stage');
      return spec?.choices.find(({ id }) => id === key)?.label ?? key;
    }
  }
}
