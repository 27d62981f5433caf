// Chinese words of the audit's kinds and severities, and the groups that lists put the kinds into.
import type { AuditKind, AuditSeverity } from '../domain/audit-finding';

export const AUDIT_SEVERITIES: readonly AuditSeverity[] = ['error', 'warning', 'note'];

export const AUDIT_SEVERITY_WORDS: Readonly<Record<AuditSeverity, string>> = {
  error: '矛盾',
  warning: '疑点',
  note: '提示',
};

export const AUDIT_KIND_WORDS: Readonly<Record<AuditKind, string>> = {
  'row-sum': '合计不符',
  'column-relation': '列间关系不符',
  relation: '正文关系不符',
  'average-out-of-range': '均值越界',
  'share-over-100': '比例超过 100%',
  'table-table': '两表不一',
  'text-table': '文表不一',
  'text-text': '前后不一',
  'part-over-whole': '部分大于总体',
  'unit-slip': '单位误用',
  'implied-population': '推算人口异常',
  magnitude: '量级异常',
  'money-per-head': '人均资金不合标准',
  'list-length': '名单数目不符',
  'exclusive-lists': '互斥名单重名',
  'list-duplicate': '名单重复',
  'unmatched-name': '对不上名录',
  'same-name': '同名单位',
  'foreign-area': '外地地名',
  year: '年份矛盾',
  'target-exceeded': '目标已超过',
  'target-impossible': '目标不可能',
  blank: '数字空缺',
  'outside-parent': '不在所属范围',
  'outside-region': '在区域之外',
  'missed-area': '未及所述县',
  overlap: '相互重叠',
  'duplicate-position': '位置重复',
  sliver: '碎片',
  'invalid-shape': '图形有误',
  'swapped-axes': '经纬度颠倒',
  'shifted-layer': '图层偏移',
};

export type AuditGroup = 'arithmetic' | 'values' | 'size' | 'names' | 'time' | 'map';

/** In the order of lists. */
export const AUDIT_GROUPS: readonly AuditGroup[] = [
  'arithmetic',
  'values',
  'size',
  'names',
  'time',
  'map',
];

export const AUDIT_GROUP_WORDS: Readonly<Record<AuditGroup, string>> = {
  arithmetic: '算术',
  values: '前后不一',
  size: '单位与量级',
  names: '名称与名单',
  time: '年份与目标',
  map: '位置与图形',
};

const GROUP_OF: Readonly<Record<AuditKind, AuditGroup>> = {
  'row-sum': 'arithmetic',
  'column-relation': 'arithmetic',
  relation: 'arithmetic',
  'average-out-of-range': 'arithmetic',
  'share-over-100': 'arithmetic',
  'table-table': 'values',
  'text-table': 'values',
  'text-text': 'values',
  'part-over-whole': 'values',
  'unit-slip': 'size',
  'implied-population': 'size',
  magnitude: 'size',
  'money-per-head': 'size',
  'list-length': 'names',
  'exclusive-lists': 'names',
  'list-duplicate': 'names',
  'unmatched-name': 'names',
  'same-name': 'names',
  'foreign-area': 'names',
  year: 'time',
  'target-exceeded': 'time',
  'target-impossible': 'time',
  blank: 'time',
  'outside-parent': 'map',
  'outside-region': 'map',
  'missed-area': 'map',
  overlap: 'map',
  'duplicate-position': 'map',
  sliver: 'map',
  'invalid-shape': 'map',
  'swapped-axes': 'map',
  'shifted-layer': 'map',
};

export function auditGroup(kind: AuditKind): AuditGroup {
  return GROUP_OF[kind];
}
