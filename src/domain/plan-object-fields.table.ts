// The fields of every kind of plan object: a table. Chapters are those of 运城市“十三五”脱贫攻坚规划 unless another is named;
// choices are the words of those chapters. Ids that a rule speaks of are its fact names (analysis/object-rule-facts.ts).
import type { PlanObjectKind } from './plan-object';
import type { FieldChoice, FieldSpec, FieldType } from './plan-object-field';

type Settings = Partial<Omit<FieldSpec, 'id' | 'label' | 'type'>>;

const choices = (entries: Readonly<Record<string, string>>): readonly FieldChoice[] =>
  Object.entries(entries).map(([id, label]) => ({ id, label }));

const field = (id: string, label: string, type: FieldType, settings: Settings): FieldSpec => ({
  id,
  label,
  type,
  unit: null,
  least: type === 'number' || type === 'integer' ? 0 : type === 'year' ? 1949 : null,
  most: type === 'year' ? 2100 : null,
  choices: [],
  required: false,
  group: '基本情况',
  when: null,
  chapter: '',
  ...settings,
});

const group = (name: string, fields: readonly FieldSpec[]): readonly FieldSpec[] =>
  fields.map((each) => ({ ...each, group: name }));

const STAGE = field('stage', '阶段', 'choice', {
  choices: choices({ planned: '规划', building: '在建', done: '建成', 'in-use': '已投用' }),
});
const YEAR = field('year', '完成年份', 'year', { required: true });
const INVESTMENT = field('investmentYuan', '投资', 'number', {
  unit: 'ten-thousand-yuan',
  required: true,
  group: '资金',
});

const SITE: readonly FieldSpec[] = [
  field('siteKind', '安置点类型', 'choice', {
    required: true,
    chapter: '第五章 三；敬老院、幸福大院见晋城规划专栏1',
    choices: choices({
      'county-town': '县城',
      township: '乡镇',
      'central-village': '中心村',
      'industrial-park': '产业园区',
      'farm-base': '农业产业基地',
      enterprise: '企业开发建设',
      'care-home': '敬老院',
      'happiness-yard': '幸福大院',
    }),
  }),
  YEAR,
  STAGE,
  ...group('人口', [
    field('households', '安置户数', 'integer', {
      unit: 'household',
      required: true,
      chapter: '第五章 一',
    }),
    field('persons', '安置人数', 'integer', {
      unit: 'person',
      required: true,
      chapter: '第五章 一',
    }),
    field('registeredPoorPersons', '其中建档立卡人数', 'integer', {
      unit: 'person',
      required: true,
      chapter: '第五章 一',
    }),
    field('fromVillages', '迁出村', 'villages', { chapter: '第五章 二' }),
  ]),
  ...group('用地和建筑', [
    field('landSquareMetres', '用地面积', 'number', { unit: 'mu' }),
    field('floorSquareMetres', '总建筑面积', 'number', { unit: 'square-metre' }),
    field('registeredHousingSquareMetres', '建档立卡户住房面积', 'number', {
      unit: 'square-metre',
      required: true,
      chapter: '第五章 四',
    }),
  ]),
  ...group('资金', [
    { ...INVESTMENT, chapter: '第五章 一' },
    field('nationalSubsidyYuan', '国家补助资金', 'number', {
      unit: 'ten-thousand-yuan',
      required: true,
      chapter: '第五章 四',
    }),
    field('localFundsYuan', '地方政府资金', 'number', {
      unit: 'ten-thousand-yuan',
      chapter: '第五章 四',
    }),
    field('householdFundsYuan', '搬迁群众自筹', 'number', {
      unit: 'ten-thousand-yuan',
      chapter: '第五章 四',
    }),
    field('enterpriseFundsYuan', '企业和社会资金', 'number', {
      unit: 'ten-thousand-yuan',
      chapter: '第五章 三',
    }),
  ]),
  ...group('配套', [
    field('infrastructure', '基础设施', 'choices', {
      chapter: '第五章 五',
      choices: choices({
        water: '水',
        power: '电',
        road: '路',
        gas: '气',
        heating: '暖',
        telecom: '通信',
        drainage: '排水',
      }),
    }),
    field('services', '公共服务', 'choices', {
      chapter: '第五章 五；服务站见晋城规划第一章 第二节',
      choices: choices({
        education: '教育',
        health: '卫生',
        culture: '文化',
        commerce: '商业',
        'elder-care': '养老',
        'village-organisation': '村级组织',
        'employment-station': '就业创业服务站',
        'welfare-job-station': '公益就业服务站',
      }),
    }),
  ]),
];

const ZONE: readonly FieldSpec[] = [
  field('industry', '产业', 'choice', {
    required: true,
    chapter: '第四章 二',
    choices: choices({
      grain: '优质粮食',
      fruit: '优质水果（苹果、梨、桃）',
      livestock: '畜牧水产养殖',
      vegetables: '无公害蔬菜',
      'dry-fruit': '干果经济林',
      fungi: '食用菌',
      'special-fruit': '特色水果',
      medicine: '中药材',
      saplings: '苗木',
    }),
  }),
  field('crops', '作物或畜种', 'choices', {
    required: true,
    chapter: '第四章 二',
    choices: choices({
      wheat: '小麦',
      apple: '苹果',
      pear: '酥梨',
      peach: '桃',
      'beef-cattle': '肉牛',
      'meat-sheep': '肉羊',
      pigs: '生猪',
      'laying-hens': '蛋鸡',
      broilers: '肉鸡',
      aquatic: '水产',
      'open-vegetables': '露地蔬菜',
      'sheltered-vegetables': '设施蔬菜',
      walnut: '核桃',
      'pagoda-tree': '双季槐',
      'sichuan-pepper': '花椒',
      jujube: '红枣',
      mushrooms: '食用菌',
      cherry: '大樱桃',
      hawthorn: '山楂',
      strawberry: '草莓',
      grape: '葡萄',
      watermelon: '西瓜',
      'medicinal-herbs': '中药材',
      'tree-saplings': '苗木',
    }),
  }),
  field('landUse', '地类', 'choice', {
    required: true,
    chapter: '第八章 二',
    choices: choices({
      cultivated: '耕地',
      orchard: '园地',
      forest: '林地',
      grass: '草地',
      'river-flat': '滩地',
      construction: '建设用地',
      other: '其他',
    }),
  }),
  field('declaredSquareMetres', '计划面积', 'number', {
    unit: 'mu',
    required: true,
    chapter: '第四章 二',
  }),
  field('counties', '涉及县（市、区）', 'counties', {}),
  YEAR,
  STAGE,
  ...group('带动', [
    field('ledHouseholds', '带动贫困户', 'integer', { unit: 'household', required: true }),
    field('ledPersons', '带动贫困人口', 'integer', { unit: 'person' }),
    field('enterprise', '龙头企业或合作社', 'text', { chapter: '第四章 二 3' }),
  ]),
  INVESTMENT,
];

const BELT: readonly FieldSpec[] = [
  field('halfWidthMetres', '半宽', 'number', { unit: 'kilometre' }),
  field('counties', '涉及县（市、区）', 'counties', { required: true, chapter: '第四章 一' }),
  field('focus', '重点产业', 'text', { chapter: '第四章 一' }),
  field('ledPersons', '带动贫困人口', 'integer', { unit: 'person', chapter: '第四章 一' }),
  field('claims', '对应的规划口径', 'claims', { chapter: '第四章 一' }),
  STAGE,
];

const WATER = { when: { field: 'projectKind', values: ['water'] }, chapter: '第十一章 二' };
const POWER = { when: { field: 'projectKind', values: ['power'] }, chapter: '第十一章 三' };
const ROAD = { when: { field: 'projectKind', values: ['road'] }, chapter: '第十一章 一' };
const FACILITY = { when: { field: 'projectKind', values: ['facility'] } };

const PROJECT: readonly FieldSpec[] = [
  field('projectKind', '项目类别', 'choice', {
    required: true,
    choices: choices({ water: '水利', power: '电力', road: '道路', facility: '设施' }),
  }),
  field('startYear', '开工年份', 'year', {}),
  YEAR,
  STAGE,
  field('serviceMetres', '服务距离', 'number', { unit: 'kilometre' }),
  ...group('水利', [
    field('waterKind', '工程类型', 'choice', {
      ...WATER,
      required: true,
      choices: choices({
        diversion: '引水',
        irrigation: '灌区扩建',
        'water-supply': '饮水安全',
        river: '河道治理',
        'soil-conservation': '水土保持',
        'county-network': '县域小水网',
      }),
    }),
    field('isNewWaterSupply', '是否新建供水工程', 'choice', {
      ...WATER,
      chapter: '山西省三年行动实施意见 四（四）',
      choices: choices({ yes: '是', no: '否' }),
    }),
    field('flowCubicMetresPerSecond', '设计流量', 'number', {
      ...WATER,
      unit: 'cubic-metre-per-second',
    }),
    field('annualCubicMetres', '年引（供）水量', 'number', { ...WATER, unit: 'cubic-metre' }),
    field('irrigatedSquareMetres', '灌溉面积', 'number', { ...WATER, unit: 'ten-thousand-mu' }),
  ]),
  ...group('电力', [
    field('lineKilovolt', '线路电压', 'number', { ...POWER, unit: 'kilovolt', required: true }),
    field('lineMetres', '高压线路长度', 'number', { ...POWER, unit: 'kilometre' }),
    field('lowVoltageMetres', '低压线路长度', 'number', { ...POWER, unit: 'kilometre' }),
    field('transformers', '配变台数', 'integer', { ...POWER, unit: 'piece' }),
    field('transformerKilovoltAmpere', '配变容量', 'number', { ...POWER, unit: 'kilovolt-ampere' }),
    field('generationKilowatt', '光伏、风能接入容量', 'number', { ...POWER, unit: 'kilowatt' }),
  ]),
  ...group('道路', [
    field('roadKind', '道路类型', 'choice', {
      ...ROAD,
      required: true,
      choices: choices({
        'county-township': '县乡公路',
        village: '通村公路',
        tourism: '旅游公路',
        production: '生产便道',
        industrial: '产业园区路',
      }),
    }),
    field('roadGrade', '技术等级', 'choice', {
      ...ROAD,
      required: true,
      choices: choices({ '1': '一级', '2': '二级', '3': '三级', '4': '四级', none: '等外' }),
    }),
    field('roadMetres', '里程', 'number', { ...ROAD, unit: 'kilometre' }),
    field('roadbedMetres', '路基宽度', 'number', {
      ...ROAD,
      chapter: '第十二章 一',
      unit: 'metre',
    }),
  ]),
  ...group('设施', [
    field('facilityKind', '设施类型', 'choice', {
      ...FACILITY,
      chapter: '第六章、第七章、第九章 四、第十二章 七',
      required: true,
      choices: choices({
        'village-clinic': '村卫生所（室）',
        'township-hospital': '乡镇卫生院',
        kindergarten: '幼儿园',
        'primary-school': '小学',
        'middle-school': '初中',
        'care-home': '敬老院',
        'day-care': '老年日间照料中心',
        culture: '文化活动室',
        logistics: '电商和物流站点',
      }),
    }),
    field('facilityFloorSquareMetres', '建筑面积', 'number', {
      ...FACILITY,
      chapter: '第七章 二',
      unit: 'square-metre',
    }),
  ]),
  ...group('受益', [
    field('servedVillages', '受益村', 'villages', { chapter: '第十一章 二' }),
    field('servedPersons', '受益人口', 'integer', { unit: 'person' }),
  ]),
  INVESTMENT,
];

const REFERENCE: readonly FieldSpec[] = [
  field('referenceKind', '类别', 'choice', {
    required: true,
    choices: choices({
      redline: '生态红线',
      'basic-farmland': '永久基本农田',
      'protected-area': '自然保护区',
      'water-source': '饮用水水源保护区',
    }),
  }),
  field('protectedPart', '分区', 'choice', {
    required: true,
    when: { field: 'referenceKind', values: ['protected-area'] },
    chapter: '自然保护区条例（2026年修订）第二十六条',
    choices: choices({ core: '核心保护区', general: '一般控制区' }),
  }),
  field('waterSourceGrade', '级别', 'choice', {
    required: true,
    when: { field: 'referenceKind', values: ['water-source'] },
    chapter: '水污染防治法（2017年修正）第六十五条',
    choices: choices({ first: '一级', second: '二级', outer: '准保护区' }),
  }),
  field('authority', '划定机关', 'text', { required: true }),
  field('documentNumber', '文号', 'text', {}),
  field('dataYear', '数据年份', 'year', { required: true }),
];

/** Fields in form order; ids are unique in a kind. */
export const PLAN_OBJECT_FIELDS: Readonly<Record<PlanObjectKind, readonly FieldSpec[]>> = {
  site: SITE,
  zone: ZONE,
  belt: BELT,
  project: PROJECT,
  reference: REFERENCE,
};
