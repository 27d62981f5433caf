// What axe finds wrong on a page (WCAG 2.2 A and AA, best practice), as every test asks it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Impact = 'minor' | 'moderate' | 'serious' | 'critical';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of the whole page, or of the parts that are new in this state: an analysis of everything takes ten seconds. */
export async function axeFindings(
  page: Page,
  parts: readonly string[] = [],
  impacts: readonly Impact[] = ['serious', 'critical'],
): Promise<readonly string[]> {
  // No frame holds another here, so all is done in the page itself; otherwise each analysis would open a tab of its own.
  const builder = new AxeBuilder({ page })
    // Before the tags, which it would take away.
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .setLegacyMode();
  for (const part of parts) builder.include(part);
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact && impacts.includes(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
}
