// Shares over 100 % in the running text. Growth, interest and the like may be larger, so a figure is a share only by its
// measure (…Share, …Rate, …Incidence, …Coverage) or by the words that print it, and never where the words tell of growth.
import type { AuditFinding } from '../domain/audit-finding';
import { MEND_TEXT, finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { figureText } from './audit-number';

const SHARE_MEASURE = /(Share|Rate|Incidence|Coverage|Ratio)$/;
const SHARE_WORDS =
  /占|覆盖率|普及率|比例|比重|发生率|合格率|达标率|入学率|巩固率|参保率|森林|绿化率/;
const GROWTH = /增长|增幅|增速|提高|翻|增加|上升|超额|完成.{0,6}(任务|计划)|利率|杠杆|倍/;

interface Share {
  readonly id: string;
  readonly chapter: string;
  readonly printed: string;
  readonly measure: string;
  readonly unit: string;
  readonly words: string;
  readonly value: number | null;
  readonly kind: 'share-over-100' | 'target-impossible';
}

export function textShareFindings({
  statements,
  claims,
  targets,
}: AuditInput): readonly AuditFinding[] {
  const shares: Share[] = [
    ...[...statements, ...claims].map((each) => ({
      ...each,
      words: each.subject,
      kind: 'share-over-100' as const,
    })),
    ...targets.map((each) => ({
      ...each,
      words: `指标“${each.name}”`,
      kind: 'target-impossible' as const,
    })),
  ];
  return shares.flatMap(({ id, chapter, printed, measure, unit, words, value, kind }) => {
    const whole = unit === '%' ? 100 : unit === '‰' ? 1000 : null;
    if (whole === null || value === null || value <= whole) return [];
    const isShare = SHARE_MEASURE.test(measure) || SHARE_WORDS.test(`${words}${printed}`);
    if (!isShare || /growth|increase/i.test(measure) || GROWTH.test(words)) return [];
    if (GROWTH.test(printed) && !SHARE_MEASURE.test(measure)) return [];
    return finding({
      kind,
      severity: 'error',
      where: { text: id, chapter },
      against: [],
      stated: value,
      computed: null,
      unit,
      arithmetic: `${figureText(value)}${unit}＞${whole}${unit}`,
      cause: '单位、小数点或分子分母可能写错。',
      text: `${chapter}“${printed}”：${words}为${figureText(value)}${unit}，部分不可能超过全体。`,
      mend: MEND_TEXT,
      canUseComputed: false,
    });
  });
}
