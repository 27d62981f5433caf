import { type ClaimBullet, claimBullets } from '../../analysis/chart-claims';
import type { ClaimCheck } from '../../analysis/claim-check';
import { CLAIM_VERDICT_WORDS, claimMeasureWord } from '../../domain/wording';
import { computedText, rangeText, statedText, verdictsText } from '../../report/claim-words';
import type { ChartWords } from './chart-model';

export interface BulletRow extends ClaimBullet {
  readonly label: string;
  readonly statedText: string;
  readonly computedText: string;
  readonly rangeText: string;
  readonly verdictText: string;
}

export interface ClaimsChartView extends ChartWords {
  readonly rows: readonly BulletRow[];
}

export function claimsChartView(checks: readonly ClaimCheck[]): ClaimsChartView {
  const { bullets, without } = claimBullets(checks);
  const byId = new Map(checks.map((check) => [check.claim.id, check]));
  const rows = bullets.map((bullet): BulletRow => {
    const check = byId.get(bullet.id)!;
    return {
      ...bullet,
      label: `${check.claim.subject}·${claimMeasureWord(check.claim.measure)}`,
      statedText: statedText(check.claim),
      computedText: computedText(check),
      rangeText: rangeText(check),
      verdictText: CLAIM_VERDICT_WORDS[bullet.verdict],
    };
  });
  return {
    rows,
    title: '规划口径与计算值',
    summary: `${verdictsText(checks)}；图中 ${rows.length} 条能算出数`,
    table: {
      headings: ['口径', '规划值', '计算值', '区间', '判定'],
      rows: rows.map((row) => [
        row.label,
        row.statedText,
        row.computedText,
        row.rangeText,
        row.verdictText,
      ]),
    },
    notes: [
      '竖线为规划值，粗条为计算值，浅条为区间（“最多”只有上限，画虚框）；各条单位不同，各用自己的比例尺，箭头表示区间超出图框。',
      ...(without > 0 ? [`${without} 条口径没有可计算的数据，不在图内，见“核验”。`] : []),
    ],
  };
}
