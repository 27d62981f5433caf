// The Chinese words of the domain's enumerations, in one place: screen, exports and messages must not differ.
import type { PovertyClass, SeatMethod } from './administrative';
import type { AuditWay } from './audit-finding';
import type { BaseFeatureKind } from './base-layer';
import type { Claim, ClaimGap, ClaimVerdict } from './claim';
import type { FigureUnit, Measure, Resolution } from './figure';
import type { PlanObjectKind } from './plan-object';
import type { AlignmentMethod, ProjectKind } from './project';
import type { RuleComparison, RuleResult, RuleSubject } from './rule';
import type { CountyStatus } from './timeline';
import type { PositionMethod, VillageKind } from './village';

export const POVERTY_CLASS_WORDS: Readonly<Record<PovertyClass, string>> = {
  national: '国家级贫困县',
  provincial: '省级贫困县',
  lifted: '脱贫县',
  scattered: '插花型非贫困县',
  'with-task': '有扶贫任务的非贫困县',
  unlisted: '非贫困县',
};

export const SEAT_METHOD_WORDS: Readonly<Record<SeatMethod, string>> = {
  gazetteer: '驻地取自地名资料',
  'median-of-known-villages': '驻地由已知村点的中位推定',
  unknown: '驻地位置未知，单元已并入相邻乡镇',
};

export const VILLAGE_KIND_WORDS: Readonly<Record<VillageKind, string>> = {
  'village-committee': '村委会',
  'residents-committee': '居委会',
  other: '其他单位',
};

export const POSITION_METHOD_WORDS: Readonly<Record<PositionMethod, string>> = {
  surveyed: '实测坐标',
  gazetteer: '地名点',
  'within-township': '乡镇范围内均布',
  'within-county': '县域范围内均布',
  imported: '用户导入的坐标',
};

export const PROJECT_KIND_WORDS: Readonly<Record<ProjectKind, string>> = {
  water: '水利',
  power: '电力',
  road: '道路',
  facility: '设施',
};

export const PLAN_OBJECT_KIND_WORDS: Readonly<Record<PlanObjectKind, string>> = {
  site: '安置点',
  zone: '产业区',
  belt: '产业带',
  project: '项目',
  reference: '参照区',
};

/** Short words, for a badge. */
export const ALIGNMENT_WORDS: Readonly<Record<AlignmentMethod, string>> = {
  surveyed: '实测线位',
  digitised: '数字化线位',
  user: '用户线位',
  schematic: '示意线位',
  places: '已知地点',
  'scope-only': '仅有范围',
};

/** One sentence each: what is known of the alignment, and so what a distance to it means. */
export const ALIGNMENT_SENTENCES: Readonly<Record<AlignmentMethod, string>> = {
  surveyed: '线位来自实测。',
  digitised: '线位由图件数字化得到。',
  user: '线位由用户标绘、录入或导入，不是规划公布的线位。',
  schematic: '线位是示意：按资料给出的先后顺序把地点用直线相连，不是设计线位。',
  places: '只知道受益或经过的地点，没有公布线位，各点不相连。',
  'scope-only': '没有公布线位和地点，只知道规划点名的县（乡镇），不能计算距离。',
};

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  administrativeVillages: '行政村',
  povertyVillages: '贫困村',
  poorHouseholds: '贫困户',
  poorPersons: '贫困人口',
  povertyIncidence: '贫困发生率',
  exitedVillages: '退出贫困村',
  exitedHouseholds: '脱贫户',
  exitedPersons: '脱贫人口',
};

/** Empty for shares, which are written as a percentage. */
export const FIGURE_UNIT_WORDS: Readonly<Record<FigureUnit, string>> = {
  villages: '个',
  households: '户',
  persons: '人',
  share: '',
};

export const RESOLUTION_WORDS: Readonly<Record<Resolution, string>> = {
  village: '村级数据',
  township: '乡镇级数据',
  county: '县级数据',
};

/** 估算: how a village's estimate was spread from the figure that is really known. */
export const SPREAD_WORDS: Readonly<Record<Resolution, string>> = {
  village: '村级实数',
  township: '估算·乡镇均摊',
  county: '估算·县均摊',
};

export const COUNTY_STATUS_WORDS: Readonly<Record<CountyStatus, string>> = {
  poor: '贫困县',
  exiting: '当年摘帽',
  consolidating: '巩固提升',
  'scattered-poor': '插花贫困',
  'scattered-cleared': '插花贫困已清零',
  'with-task': '有脱贫任务',
  'task-done': '脱贫任务已完成',
  unlisted: '无脱贫任务',
};

export const BASE_FEATURE_WORDS: Readonly<Record<BaseFeatureKind, string>> = {
  river: '河流',
  canal: '渠道',
  lake: '湖泊',
  reservoir: '水库',
  dam: '水利枢纽',
  mountain: '山地',
  tableland: '台塬',
  hill: '丘陵',
  ridge: '山脊',
  peak: '山峰',
  road: '道路',
  'protected-area': '保护区',
};

/** Set before the number of a claim; exact claims have no word. */
export const CLAIM_QUALIFIER_WORDS: Readonly<Record<Claim['qualifier'], string>> = {
  exact: '',
  atLeast: '不少于',
  about: '约',
  atMost: '不超过',
};

/** The verdict is about the plan's figure: 偏低 = the plan states less than the map gives. */
export const CLAIM_VERDICT_WORDS: Readonly<Record<ClaimVerdict, string>> = {
  consistent: '相符',
  low: '偏低',
  high: '偏高',
  unverifiable: '无法核验',
};

/** Belts together, of a plan that has no word of its own for them. */
export const BELTS_WORD = '产业带';

/** What keeps a claim from being checked, or from being checked better. */
export const CLAIM_GAP_WORDS: Readonly<Record<ClaimGap, string>> = {
  'village-poverty-list': '没有村级贫困村名单',
  'no-alignment': '没有公布线位',
  'no-county': '规划没有点名县',
  'no-object': '规划没有点名对象',
  'county-without-figure': '有的县没有贫困村数',
  'own-words-only': '记录只来自同一句话，没有名册可对',
  precision: '位置精度不足以判定',
  'future-target': '是目标，要用脱贫台账核对',
  'other-data': '数据包里没有这类数据',
};

const CLAIM_MEASURE_WORDS: Readonly<Record<string, string>> = {
  ...MEASURE_WORDS,
  poorPersonsLifted: '带动脱贫人口',
  poorPersonsShare: '贫困人口占比',
  poorPersonsEmployed: '吸纳贫困人口就业',
  poorPersonsTrained: '培训贫困人口',
  povertyVillagesShare: '贫困村占比',
  poorHamlets: '贫困自然村',
  householdsWithIndustryShare: '有产业支撑的贫困户占比',
  areaMu: '面积',
  areaShare: '占区域面积',
  irrigatedMu: '灌溉面积',
  works: '工程处数',
  projects: '项目数',
  dwellings: '改造房屋',
  relocationSites: '集中安置点',
  persons: '搬迁人口',
  investmentYuan: '投资',
  incomeIncreaseYuan: '人均增收',
  centralWaterShare: '集中供水率',
  tapWaterShare: '自来水普及率',
  pickingGardens: '采摘园',
  ecommerceVillageShare: '有电商服务站点的村占比',
  deepPovertyVillages: '深度贫困村',
  heavyTaskVillages: '任务较重的非贫困村',
  ledHouseholds: '带动贫困户',
  servedVillages: '覆盖村',
  townships: '乡镇',
  subdistricts: '办事处',
  communities: '社区',
  sewageVillageShare: '污水治理覆盖率',
  roadKilometres: '公路里程',
  busStations: '客运站点',
  beeYards: '蜂场',
  greenedVillages: '绿化村庄',
};

/** The Chinese word of a claim's measure; a pack's own word stays as it is. */
export function claimMeasureWord(measure: string): string {
  return CLAIM_MEASURE_WORDS[measure] ?? measure;
}

/** The measure of a Chinese word; null for a word that is none of ours. */
export function measureOfWord(word: string): string | null {
  return Object.entries(CLAIM_MEASURE_WORDS).find(([, each]) => each === word)?.[0] ?? null;
}

export const RULE_RESULT_WORDS: Readonly<Record<RuleResult, string>> = {
  met: '符合',
  broken: '不符合',
  'missing-data': '缺数据',
  'not-applicable': '不适用',
};

export const RULE_SUBJECT_WORDS: Readonly<Record<RuleSubject, string>> = {
  region: '全区域',
  county: '县',
  township: '乡镇',
  village: '村',
  project: '项目',
  'relocation-programme': '搬迁项目',
  'relocation-site': '安置点',
  'industry-zone': '产业区',
};

export const RULE_COMPARISON_WORDS: Readonly<Record<RuleComparison, string>> = {
  '<': '低于',
  '<=': '不超过',
  '>=': '不少于',
  '>': '高于',
};

export const AUDIT_WAY_WORDS: Readonly<Record<AuditWay, string>> = {
  accept: '按原文',
  'use-computed': '采用计算值',
  exclude: '不计入',
};
