// Sheets of what a pack shows and demands beside its figures: belts, base map, relocation programmes, rules, storyline. All
// of them may stay empty.
import {
  BASE_FEATURE_WORDS,
  PROJECT_KIND_WORDS,
  RULE_COMPARISON_WORDS,
  RULE_SUBJECT_WORDS,
} from '../../domain/wording';
import {
  AREAS,
  CHAPTER,
  ID,
  PRINTED,
  SOURCE,
  type TemplateSheet,
  free,
  needed,
} from './template-columns';
import { SHAPES } from './template-files';

export const YES_NO_WORDS = { yes: '是', no: '否' } as const;
export const RANK_WORDS = { 1: '1', 2: '2', 3: '3' } as const;
export const BINDING_WORDS = { binding: '约束', reference: '参考' } as const;
/** 是, 否: a yes/no fact must be so. */
export const DEMAND_WORDS = { ...RULE_COMPARISON_WORDS, ...YES_NO_WORDS } as const;
/** Facts that a pack itself gives (analysis/rule-facts). */
export const FACT_WORDS = {
  povertyVillages: '贫困村',
  poorHouseholds: '贫困户',
  poorPersons: '贫困人口',
  povertyIncidence: '贫困发生率',
  siteCount: '安置点数',
  persons: '人数',
  registeredPoorPersons: '建档立卡人数',
  investmentYuan: '投资',
  isInPovertyCounty: '在贫困县',
} as const;

/** What the condition of a rule asks about. */
export const CONDITION_WORDS = { ...FACT_WORDS, kind: '项目类别', list: '在名单' } as const;

export const SHOWN_SHEETS: readonly TemplateSheet[] = [
  {
    name: '项目地点',
    about: '项目里有名称的地点，如取水口、水厂，一个一行；项目没有填图形的，画有坐标的地点',
    columns: [
      needed('项目', '项目编号'),
      needed('名称', '照文件抄录'),
      free('经度', '与纬度一起填；不知道就空着'),
      free('纬度', ''),
      free('误差（米）', '填了坐标就要填'),
      free('作用', '如取水口、受水区'),
      free('推定', '是：资料没有写明，由填表人判断，不据此画项目；空白为否', YES_NO_WORDS),
      SOURCE,
    ],
  },
  {
    name: '对象数字',
    about: '规划说到某个项目或搬迁的数字，一个一行，在它的详情里照原样显示',
    columns: [
      needed('对象', '项目或搬迁的编号'),
      needed('名称', '如总投资、灌溉面积'),
      needed('原文', '照文件逐字抄录，如 1.2亿元'),
      SOURCE,
    ],
  },
  {
    name: '产业带',
    about: `规划划定的产业带或片区；没有坐标和图形的，是所列各县整县`,
    columns: [
      ID,
      needed('名称', ''),
      free('县', '规划点名的县，名称或代码，用顿号分开'),
      free('坐标', '中心线各点，写作 111.20,35.10；111.35,35.22'),
      free('图形', `${SHAPES}文件里要素的名称：线是中心线，面是山地、片区的轮廓`),
      free('宽度（米）', '有坐标或图形就要填：中心线两侧各多少米，或轮廓向外多少米'),
      free('误差（米）', '有坐标或图形就要填：线位或轮廓的误差'),
      CHAPTER,
      PRINTED,
      SOURCE,
      free('备注', ''),
    ],
  },
  {
    name: '底图',
    about: '河流、道路等，每个文件一行；文件放在文件夹里（任何矢量格式），要素要有名称',
    columns: [
      needed('文件', '文件名，不带后缀，如 河流'),
      needed('类别', '文件里各要素都是什么', BASE_FEATURE_WORDS),
      free('级别', '1 最重要，3 最次要；空白为 2', RANK_WORDS),
      free('误差（米）', '不知道就空着'),
      free('示意', '只画大致走向的填是；空白为否', YES_NO_WORDS),
      SOURCE,
    ],
  },
  {
    name: '搬迁',
    about: '易地搬迁项目，按县表示；规划没有给的数字空着',
    columns: [
      ID,
      needed('名称', ''),
      needed('县', '规划点名的县，名称或代码，用顿号分开'),
      free('安置点数', ''),
      free('人数', ''),
      free('建档立卡人数', ''),
      free('投资（元）', '万、亿写成个位'),
      CHAPTER,
      free('范围说明', '为什么是这个范围'),
      SOURCE,
    ],
  },
  {
    name: '规则',
    about: '文件提出的限制或要求，一条一行；来源的标题和日期取自资料表',
    columns: [
      ID,
      needed('名称', ''),
      needed('对象', '对什么提出', RULE_SUBJECT_WORDS),
      needed('数量', '限制的是什么', FACT_WORDS),
      free('每', '按它平均：人均投资填人数', FACT_WORDS),
      needed('要求', '数量填低于、不超过等，是非填是、否', DEMAND_WORDS),
      free('限值', '要求不是是、否时要填'),
      free('单位', '如 元/人、%；有限值就要填'),
      free('性质', '空白为约束；别的地方的文件填参考', BINDING_WORDS),
      free('完成年', ''),
      CHAPTER,
      PRINTED,
      SOURCE,
      free('备注', ''),
    ],
  },
  {
    name: '规则条件',
    about: '规则只对符合条件的对象有效，一个条件一行；几个条件要同时符合；没有条件的规则不用填',
    columns: [
      needed('规则', '规则编号'),
      needed('数量', '看什么；在名单：是否列在某份村名单里', CONDITION_WORDS),
      free('名单', '数量是在名单时填村名单的编号'),
      needed('要求', '数量填低于、不超过等，是非和在名单填是、否，项目类别填是', DEMAND_WORDS),
      free(
        '限值',
        `要求不是是、否时填数字；项目类别填${Object.values(PROJECT_KIND_WORDS).join('、')}`,
      ),
      free('单位', '限值是百分数的填 %，其余填 户、人、元等'),
    ],
  },
  {
    name: '故事线',
    about: '演示的场景，按行的顺序；一个场景有几句引文就写几行，编号相同，其余各列只看第一行',
    columns: [
      ID,
      free('标题', '第一行要填'),
      free('图面说明', '第一行要填：图上看到什么，不写数字'),
      free('引文', '照文件逐字抄录'),
      free('引文章节', '有引文就要填'),
      free('强调', AREAS),
      free('视图', '在网页里摆好地图后，把地址栏的链接粘贴在这里；空白为全区域'),
      free('图例', '空白为是', YES_NO_WORDS),
      free('备注', '演讲人自己看的'),
      SOURCE,
    ],
  },
];
