// The workbook that an office fills in, as data: its sheets, their columns and what may stand in them. Reader, writer and
// the words of refusals all follow it.
import {
  ALIGNMENT_WORDS,
  COUNTY_STATUS_WORDS,
  POVERTY_CLASS_WORDS,
  PROJECT_KIND_WORDS,
  VILLAGE_KIND_WORDS,
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
import { OUTLINES, SHAPES } from './template-files';
import { SHOWN_SHEETS } from './template-shown';

export const QUALIFIER_WORDS = {
  exact: '等于',
  about: '约',
  atLeast: '不少于',
  atMost: '不超过',
} as const;
export const POSITION_WORDS = { surveyed: '实测坐标', gazetteer: '地名点' } as const;
export const LEVEL_WORDS = { county: '县', township: '乡镇', none: '无' } as const;
export const RELATION_WORDS = {
  equal: '相等',
  sum: '合计',
  ratio: '比例',
  growth: '年均增长',
  atMost: '不超过',
} as const;
export const NATURE_WORDS = { binding: '约束性', expected: '预期性' } as const;
export const BETTER_WORDS = { more: '越多越好', less: '越少越好' } as const;
export const MEMBER_WORDS = {
  county: '县',
  township: '乡镇',
  village: '村',
  site: '安置点',
  project: '项目',
  other: '其他',
} as const;
const { user: _user, ...PACK_ALIGNMENT_WORDS } = ALIGNMENT_WORDS;
export { PACK_ALIGNMENT_WORDS };

const MEASURE = needed(
  '口径',
  '数的是什么，如贫困户、贫困人口、行政村；同一件事用同一个词，体检才能互相核对',
);
const QUALIFIER = free('限定', '空白为等于', QUALIFIER_WORDS);
const YEAR = free('年份', '数字所属的年份，没有就空着');
const UNIT = free('单位', '数值的单位，万、亿写成个位：3.2万人填 32000，单位填人');

export const SHEETS: readonly TemplateSheet[] = [
  {
    name: '区域',
    about: '只填一行',
    columns: [
      needed('标识', '英文小写字母开头，可含数字和短横；也是数据包文件夹的名称'),
      needed('名称', '市或县的名称'),
      needed('规划名称', '规划文件的全称'),
      needed('版本', '改动后请改版本'),
      needed('日期', '年-月-日'),
      needed('起始年', '规划期第一年'),
      needed('结束年', '规划期最后一年'),
      free(
        '坐标系',
        '本工作簿和同文件夹图形文件的坐标系：wgs84（空白即是）、gcj02、bd09、cgcs2000:zone37 等',
      ),
    ],
  },
  {
    name: '县',
    about: `每个县一行；图形取自文件夹里的${OUTLINES}文件，按代码或名称对应`,
    columns: [
      needed('代码', '6 位行政区划代码'),
      needed('名称', '与规划一致'),
      needed('类别', '规划对该县的定位', POVERTY_CLASS_WORDS),
    ],
  },
  {
    name: '乡镇',
    about: '每个乡镇、街道一行；不知道驻地的留空，不画范围',
    columns: [
      needed('代码', '9 位代码，前 6 位是县'),
      needed('名称', '全称'),
      free('驻地经度', '与驻地纬度一起填'),
      free('驻地纬度', ''),
      free('驻地误差（米）', '填了驻地就要填'),
      SOURCE,
    ],
  },
  {
    name: '村',
    about: '每个行政村、社区一行；没有坐标的在乡镇范围内均匀摆放，并写明误差',
    columns: [
      needed('代码', '12 位代码，前 9 位是乡镇'),
      needed('名称', ''),
      free(
        '类型',
        '空白时按名称判断：以村、村委会结尾的是村委会，以居委会、社区结尾的是居委会',
        VILLAGE_KIND_WORDS,
      ),
      free('经度', '与纬度一起填'),
      free('纬度', ''),
      free('误差（米）', '填了坐标就要填'),
      free('定位方式', '填了坐标就要填', POSITION_WORDS),
      SOURCE,
    ],
  },
  {
    name: '资料',
    about: '坐标、项目和数字的出处；P0 是本规划，不要删',
    columns: [
      needed('编号', '字母和数字'),
      needed('标题', ''),
      free('日期', ''),
      free('许可', '可否转用'),
      free('引用', '怎样注明出处'),
      free('备注', ''),
    ],
  },
  {
    name: '项目',
    about: `每个项目一行；有图形的放在文件夹里的${SHAPES}文件中，按图形名称对应`,
    columns: [
      ID,
      needed('名称', ''),
      needed('类别', '', PROJECT_KIND_WORDS),
      free('分组', '规划中的分组'),
      free('章节', ''),
      free('县', '规划点名的县，名称或代码，用顿号分开'),
      free('乡镇', '规划点名的乡镇，名称或代码，用顿号分开'),
      free('图形', `${SHAPES}文件里要素的名称；没有图形就空着`),
      free('线位', '有图形就要填', PACK_ALIGNMENT_WORDS),
      free('线位误差（米）', '有图形就要填'),
      free('范围说明', '为什么是这个范围'),
      free('起始年', ''),
      free('结束年', ''),
      free('服务距离（米）', '空白为 2000，只是起算值'),
      SOURCE,
    ],
  },
  {
    name: '表格',
    about: '规划里每张表一行；表本身照原样放在另一张工作表里，第一行是表头',
    columns: [
      ID,
      needed('标题', ''),
      needed('工作表', '放这张表的工作表名称'),
      CHAPTER,
      free('年份', '表中数字所属的年份'),
      needed('层级', '各行是县还是乡镇；都不是填无', LEVEL_WORDS),
      free('县', '乡镇表属于哪个县，名称或代码'),
      free('来源', '资料表中的编号，空白为 P0（本规划）'),
      free('备注', ''),
    ],
  },
  {
    name: '表格列',
    about: '要读数的列，一列一行；没有列出的列只照样显示',
    columns: [
      needed('表格', '表格编号'),
      needed('表头', '与表中的表头完全一样'),
      MEASURE,
      free('表头单位', '表头印的单位，如户、人、%'),
      needed('实际单位', '各行数字的单位'),
      free('依据', '实际单位与表头不同时说明根据'),
    ],
  },
  {
    name: '规划口径',
    about: '规划对项目等对象说的数字，地图可以核对',
    columns: [
      ID,
      needed('对象', '说的是什么'),
      free('相关项目', '项目、产业带、搬迁或名单的编号，用顿号分开；写了名单的，按名单数'),
      MEASURE,
      needed('数值', ''),
      QUALIFIER,
      UNIT,
      YEAR,
      CHAPTER,
      PRINTED,
    ],
  },
  {
    name: '正文数字',
    about: '正文里的数字，供体检互相核对；原文空着的数字，数值也空着',
    columns: [
      ID,
      needed('内容', '说的是什么'),
      free('范围', `${AREAS}；空白是全区域，不属于任何单位填无`),
      MEASURE,
      free('条件', '限定数字的词，如建档立卡、其中五保户'),
      free('数值', ''),
      free('上限', '原文写成一个区间时的上端'),
      QUALIFIER,
      UNIT,
      YEAR,
      CHAPTER,
      PRINTED,
      SOURCE,
    ],
  },
  {
    name: '数字关系',
    about:
      '文件自己说出的关系。数字写作 正文:编号、口径:编号、指标:编号、基期:编号、名单:编号、格:表格编号/行/表头、列:表格编号/表头',
    columns: [
      ID,
      needed('关系', '', RELATION_WORDS),
      needed('甲', '合计、比例、年均增长率、较小的一个，或相等的第一个'),
      needed('乙', '各部分；分子、分母；基期、末期；较大的一个；用顿号分开'),
      free('年数', '年均增长经过几年'),
      CHAPTER,
      PRINTED,
    ],
  },
  {
    name: '指标',
    about: '规划要达到的指标',
    columns: [
      ID,
      free('分组', ''),
      needed('名称', ''),
      MEASURE,
      free('范围', `${AREAS}；空白是全区域`),
      UNIT,
      free('性质', '', NATURE_WORDS),
      free('方向', '', BETTER_WORDS),
      free('基期年', '与基期值一起填'),
      free('基期值', ''),
      needed('目标年', ''),
      free('目标值', ''),
      QUALIFIER,
      CHAPTER,
      PRINTED,
      SOURCE,
      free('备注', ''),
    ],
  },
  {
    name: '名单',
    about: '规划按名称列出的名单，每份一行',
    columns: [
      ID,
      needed('标题', ''),
      CHAPTER,
      needed('成员', '', MEMBER_WORDS),
      free('年份', ''),
      free('所说个数', '文件说名单有几个'),
      free('所说章节', '在哪里说的'),
      free('所说原文', '照文件逐字抄录'),
      free('互斥名单', '不能有相同成员的名单编号，用顿号分开'),
      SOURCE,
    ],
  },
  {
    name: '名单成员',
    about: '名单里的每一个，一个一行',
    columns: [
      needed('名单', '名单编号'),
      needed('名称', '照文件抄录'),
      free('代码', '空白时按名称在所在单位里找，找到唯一一个就用'),
      free('所在单位', '名单写的县或乡镇，名称或代码'),
      free('备注', ''),
    ],
  },
  {
    name: '时间表',
    about: '各县各年的状态，每县每年一行；没有就不填',
    columns: [
      needed('年份', ''),
      needed('县', '名称或代码'),
      needed('状态', '', COUNTY_STATUS_WORDS),
    ],
  },
  ...SHOWN_SHEETS,
];
