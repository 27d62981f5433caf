// What a heading says: the role and the unit of its column. Headings are Chinese, English or pinyin, with units in
// brackets, and of two rows joined with "|" ("贫困户|户数").
import type { ColumnRole, ColumnUnit } from './import-choices';

/** Between a group heading and its own. */
export const HEADING_JOINT = '|';

export interface HeadingSays {
  readonly role: ColumnRole;
  /** 0 = the very word for it; larger = less sure. */
  readonly rank: number;
}

/** Exact words per role, surest first; compared by `bareHeading`. */
const WORDS: Readonly<Partial<Record<ColumnRole, readonly (readonly string[])[]>>> = {
  code: [
    [
      '行政区划代码',
      '区划代码',
      '统计用区划代码',
      '村代码',
      '行政村代码',
      '村编码',
      '村级代码',
      'villagecode',
    ],
    [
      'code',
      '代码',
      '编码',
      '行政代码',
      '行政编码',
      'adcode',
      'gbcode',
      'xzqhdm',
      'xzqdm',
      'qhdm',
      'cundm',
      'cunbm',
    ],
    [
      'zldwdm',
      'qsdwdm',
      '座落单位代码',
      '权属单位代码',
      'cundaima',
      'xingzhengquhuadaima',
      'dm',
      'daima',
    ],
  ],
  name: [
    [
      '村名',
      '行政村',
      '行政村名称',
      '行政村名',
      '村名称',
      '建制村',
      '村委会',
      '村居',
      '村社区',
      '村庄名称',
      '贫困村名称',
      '贫困村名',
      '迁出村',
      '迁出村名',
      '迁出行政村',
      '搬迁村',
      '搬迁村名',
      '搬迁行政村',
    ],
    ['项目名称', '工程名称', '线路名称', '站名', '渠道名称', '项目', '园区名称'],
    ['village', 'villagename', 'vname', 'cunming', 'xingzhengcun', 'xzc', 'xzcmc', 'cunmc', 'cm'],
    [
      '名称',
      '单位名称',
      '地名',
      '贫困村',
      '村',
      '村庄',
      '所在村',
      'name',
      'mingcheng',
      'mc',
      'xzqmc',
      'zldwmc',
      '座落单位名称',
    ],
  ],
  county: [
    ['县', '县名', '县区', '区县', '县市区', '所属县', '所在县', '县名称', '县别', '县市', '县级'],
    ['county', 'countyname', 'xian', 'xianming', 'xianqu', 'xmc', '县代码', 'countycode'],
  ],
  township: [
    [
      '乡镇',
      '乡镇名称',
      '乡镇名',
      '乡镇街道',
      '镇',
      '乡',
      '镇街',
      '街道',
      '所属乡镇',
      '所在乡镇',
      '乡镇办',
      '镇办',
      '乡级',
    ],
    [
      'township',
      'town',
      'townname',
      'townshipname',
      'xiangzhen',
      'xz',
      'xzmc',
      'xiang',
      'xiangzhenmingcheng',
      '乡镇代码',
      'townshipcode',
    ],
  ],
  x: [
    [
      '经度',
      'lng',
      'lon',
      'long',
      'longitude',
      '东经',
      'jingdu',
      'jd',
      '坐标',
      '经纬度',
      '坐标经纬度',
      '位置坐标',
    ],
    [
      'x',
      'x坐标',
      '东坐标',
      '横坐标',
      '横坐标x',
      'easting',
      'pointx',
      'xcoord',
      'coordx',
      '坐标x',
      'zbx',
      'e',
    ],
  ],
  y: [
    ['纬度', 'lat', 'latitude', '北纬', 'weidu', 'wd'],
    [
      'y',
      'y坐标',
      '北坐标',
      '纵坐标',
      '纵坐标y',
      'northing',
      'pointy',
      'ycoord',
      'coordy',
      '坐标y',
      'zby',
      'n',
    ],
  ],
  accuracy: [
    ['accuracym', 'accuracy', '位置精度', '坐标精度', '精度', '定位精度', '位置误差', '误差'],
  ],
  site: [
    [
      '安置点名称',
      '安置点',
      '集中安置点',
      '集中安置点名称',
      '安置区',
      '安置地点',
      '安置地',
      '迁入地',
      '迁入点',
      '迁入安置点',
      '搬迁安置点',
    ],
  ],
  households: [
    ['户数', '总户数', '农户数', '全村户数', '家庭户数', '村户数', '农户', '总户', 'households'],
    ['hushu', 'zonghushu', 'hs', 'zhs', '户', 'hh'],
  ],
  persons: [
    [
      '人口',
      '总人口',
      '人口数',
      '人数',
      '总人数',
      '全村人口',
      '户籍人口',
      '人口总数',
      '村人口',
      '总人口数',
      '农业人口',
      '乡村人口',
      'persons',
      'population',
    ],
    ['renkou', 'zongrenkou', 'renshu', 'rk', 'rks', 'zrk', 'pop', '人', '常住人口'],
  ],
  poorHouseholds: [
    [
      '贫困户',
      '贫困户数',
      '建档立卡户',
      '建档立卡户数',
      '建档立卡贫困户',
      '建档立卡贫困户数',
      'poorhouseholds',
    ],
    ['pinkunhu', 'pinkunhushu', 'pkh', 'pkhs', 'jdlkh'],
  ],
  poorPersons: [
    [
      '贫困人口',
      '贫困人口数',
      '贫困人数',
      '建档立卡贫困人口',
      '建档立卡人口',
      '建档立卡贫困人口数',
      'poorpersons',
      'poorpopulation',
    ],
    ['pinkunrenkou', 'pinkunrenshu', 'pkrk', 'pkrks', 'pkrs', 'jdlkrk'],
  ],
  povertyIncidence: [
    ['贫困发生率', '发生率', '贫困率', 'povertyincidence', 'povertyrate', 'incidence'],
    ['pinkunfashenglv', 'pkfsl', 'fsl'],
  ],
  ignore: [
    ['序号', '编号', '行号', '顺序号', 'no', 'num', 'fid', 'objectid', 'oid', 'gid', 'xuhao', 'xh'],
  ],
};

const EXACT: ReadonlyMap<string, HeadingSays> = new Map(
  Object.entries(WORDS).flatMap(([role, ranks]) =>
    ranks.flatMap((words, rank) =>
      words.map((word): [string, HeadingSays] => [word, { role: role as ColumnRole, rank }]),
    ),
  ),
);

/** Figures about something else than all poor people of the village. */
const OTHER_FIGURE =
  /脱贫|退出|返贫|致贫|搬迁|低保|五保|劳动力|培训|就业|残疾|学生|投资|资金|收入|占|比例|比重|新增|计划|目标/;
const POOR = /贫困|建档立卡/;

/** Patterns for what the words miss, on the bare heading; sure enough only after the exact words. */
const PATTERNS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/发生率$|贫困率$/, 'povertyIncidence'],
  [/(区划|村|统计|行政)\S*(代码|编码)$/, 'code'],
  [/经度/, 'x'],
  [/纬度/, 'y'],
  [/^(x|横)坐标|坐标x$/, 'x'],
  [/^(y|纵)坐标|坐标y$/, 'y'],
  [/(行政村|建制村|贫困村|所在村|村社区|村庄)(名称?|全称)?$|村名称?$/, 'name'],
  [/(乡镇|乡镇街道|乡镇办)(名称?)?$/, 'township'],
  [/(县|县区|县市区)(名称?)$/, 'county'],
  [/精度|误差/, 'accuracy'],
];

/** Lower case, blanks, underscores and what stands in brackets dropped; the joint of two rows kept. */
function bareHeading(heading: string): string {
  return narrow(heading)
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replaceAll(/[\s_\-*:：、,，./\\·'"“”]/g, '')
    .toLowerCase();
}

function narrow(heading: string): string {
  return heading.replaceAll(/[\uFF01-\uFF5E]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** "2016年", "截至2016年底" in front say when, not what. */
function withoutYear(bare: string): string {
  return bare.replace(/^(截至|截止)?(19|20)\d{2}年?(末|底|度)?(全村)?/, '');
}

/** Households or persons, by the last word of a joined heading or the unit in brackets. */
function countedIn(bare: string, heading: string): 'households' | 'persons' | null {
  const brackets = /\(([^)]*)\)/.exec(narrow(heading))?.[1] ?? '';
  if (/户数?$|户籍户数$/.test(bare) || /^户$/.test(brackets)) return 'households';
  if (/人口?数?$|人口$/.test(bare) || /^万?人$/.test(brackets)) return 'persons';
  return null;
}

function poorFigure(bare: string, heading: string): HeadingSays | null {
  if (!POOR.test(bare) || /村数?$/.test(bare)) return null;
  if (/发生率|贫困率/.test(bare)) return { role: 'povertyIncidence', rank: 2 };
  const counted = countedIn(bare, heading);
  if (counted === null) return null;
  return { role: counted === 'households' ? 'poorHouseholds' : 'poorPersons', rank: 2 };
}

/** What a heading alone says; null when it says nothing that we know. */
export function roleOfHeading(heading: string): HeadingSays | null {
  const bare = withoutYear(bareHeading(heading));
  const exact = EXACT.get(bare);
  if (exact !== undefined) return exact;
  if (OTHER_FIGURE.test(bare)) return null;
  const poor = poorFigure(bare, heading);
  if (poor !== null) return poor;
  if (bare.includes(HEADING_JOINT)) return joinedRole(bare, heading);
  const pattern = PATTERNS.find(([form]) => form.test(bare));
  return pattern === undefined ? null : { role: pattern[1], rank: 5 };
}

/** "坐标|经度", "人口情况|户数": the own part decides, when the group is not about something else. */
function joinedRole(bare: string, heading: string): HeadingSays | null {
  const own = bare.slice(bare.lastIndexOf(HEADING_JOINT) + 1);
  const exact = EXACT.get(own);
  if (exact !== undefined) return { role: exact.role, rank: exact.rank + 1 };
  const group = EXACT.get(bare.slice(0, bare.indexOf(HEADING_JOINT)));
  if (group?.role === 'povertyIncidence') return { role: group.role, rank: 3 };
  const counted = countedIn(own, heading);
  return counted === null ? null : { role: counted, rank: 4 };
}

/** The unit that a heading or a "单位：" remark prints; null for none. */
export function unitOfText(text: string): ColumnUnit | null {
  const plain = narrow(text);
  if (plain.includes('‰')) return 'permille';
  if (/%|百分之/.test(plain)) return 'percent';
  if (/万\s*(人|户|口)/.test(plain)) return 'ten-thousand';
  const brackets = /\(([^)]*)\)/.exec(plain)?.[1]?.trim() ?? '';
  return /^(户|人|口|个|名)$/.test(brackets) ? 'one' : null;
}

/** True for a heading of counts of poor people whose own part does not say households or persons. */
export function isVaguePoorHeading(heading: string): boolean {
  const bare = withoutYear(bareHeading(heading)).replaceAll(HEADING_JOINT, '');
  return /^(贫困|建档立卡|贫困情况|贫困户人口|贫困数量|贫困规模)+$/.test(bare);
}

/** One key for the same set of headings, whatever their order, case and blanks: corrections are remembered under it. */
export function headingKey(headings: readonly string[]): string {
  return headings
    .map((heading) => narrow(heading).replaceAll(/\s/g, '').toLowerCase())
    .toSorted()
    .join('\n');
}
