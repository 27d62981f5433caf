import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { INDICATOR_IDS, accessIndicator } from '../../../src/analysis/indicators';
import { packRuleFacts } from '../../../src/analysis/rule-facts';
import { checkRules } from '../../../src/analysis/rules';
import { indexPack } from '../../../src/domain/pack-index';
import { CLAIM_VERDICT_WORDS } from '../../../src/domain/wording';
import { ClaimsContent } from '../../../src/features/claims/claims-dialog';
import type { ClaimsDialogProps } from '../../../src/features/claims/claims-dialog-props';
import { DEFAULT_INDICATOR_SETTINGS } from '../../../src/features/claims/indicator-settings';
import { SETTINGS, type YunchengChecks, yunchengChecks } from './yuncheng-checks';

let made: YunchengChecks;
beforeAll(async () => {
  made = await yunchengChecks();
});

function nothing(): void {
  // A dialog under test calls back into nobody.
}

function render(change: Partial<ClaimsDialogProps> = {}): string {
  const { pack, checks } = made;
  const props: ClaimsDialogProps = {
    open: true,
    tab: 'claims',
    pack,
    checks,
    settings: SETTINGS,
    findings: checkRules(pack.rules, packRuleFacts(pack)),
    indicators: INDICATOR_IDS.map((id) =>
      accessIndicator(id, indexPack(pack), { result: null, weights: null }, 2000),
    ),
    indicatorSettings: DEFAULT_INDICATOR_SETTINGS,
    problem: null,
    maxDistanceMetres: 10_000,
    exporting: null,
    onTab: nothing,
    onJump: nothing,
    onOpenCase: nothing,
    onExport: nothing,
    onIndicatorSettings: nothing,
    onClose: nothing,
    ...change,
  };
  return renderToStaticMarkup(<ClaimsContent {...props} />);
}

describe('the claims tab', () => {
  it('has a row a claim with quote, verdict word and reason', () => {
    const markup = render();
    expect(markup.match(/<th scope="row">/g)).toHaveLength(made.checks.length);
    for (const { claim, verdict, reason } of made.checks) {
      expect(markup).toContain(claim.printed);
      expect(markup).toContain(CLAIM_VERDICT_WORDS[verdict]);
      expect(markup).toContain(reason);
    }
  });

  it('tells readers how columns are sorted and which filter is on', () => {
    const markup = render();
    expect(markup.match(/aria-sort="none"/g)).toHaveLength(6);
    expect(markup).toContain(`aria-pressed="true">全部 ${made.checks.length}`);
  });

  it('leads to the map from every claim, and says where the plan names no object', () => {
    const markup = render();
    const unnamed = made.checks.filter(({ claim }) => claim.objectIds.length === 0).length;
    expect(markup.match(/data-leads="true"/g)).toHaveLength(made.checks.length);
    expect(markup.match(/<tr title="规划没有点名对象：在图上看全部县"/g)).toHaveLength(unnamed);
  });

  it('says a distance that cannot be set and why there is none', () => {
    const markup = render();
    expect(markup).toMatch(/距离 14\.23\s公里 <span[^>]*>超过可设的 10\s公里/);
    expect(markup).toContain('规划没有点名有位置的对象');
  });

  it('waits, or says what went wrong', () => {
    expect(render({ checks: null })).toContain('正在核验');
    const problem = {
      code: 'x',
      severity: 'error',
      where: {},
      text: '甲。',
      mend: '乙。',
    } as const;
    expect(render({ checks: null, problem })).toContain('role="alert"');
  });
});

describe('the other tabs', () => {
  it('list every rule with its chapter, and 缺数据 where data lacks', () => {
    const markup = render({ tab: 'rules' });
    for (const rule of made.pack.rules) {
      expect(markup).toContain(rule.printed);
      expect(markup).toContain(rule.chapter);
    }
    expect(markup).toContain('缺数据：需要');
  });

  it('list indicators or what they need', () => {
    const markup = render({ tab: 'indicators' });
    expect(markup).toContain('农村通达指数');
    expect(markup).toContain('需要全天候通行道路');
  });
});
