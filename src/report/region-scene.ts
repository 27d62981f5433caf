// A scene of the hand-outs made of one answer about coverage: its figures, tables, charts, parameters and sources.
import { countyChart, countyTable } from './coverage-report';
import { type RegionFacts, askedLines, askedText, gapReport, reportSources } from './region-report';
import type { ReportScene } from './report-model';

/** What the answer does not say. */
export type SceneTexts = Pick<ReportScene, 'title' | 'caption' | 'notes' | 'image' | 'legends'>;

/** Without an answer the scene is picture, legend and words alone. */
export function coverageScene(facts: RegionFacts, texts: SceneTexts): ReportScene {
  const { coverage } = facts;
  const given = {
    ...texts,
    asked: askedText(facts),
    parameters: askedLines(facts),
    sources: reportSources(facts),
  };
  if (coverage === null) return { ...given, figures: [], tables: [], charts: [] };
  const { summary, gap, figures } = coverage;
  const hasGap = !facts.isPublic && gap.notCovered.villages.length > 0;
  return {
    ...given,
    figures,
    charts: [countyChart(summary, facts.stateColours)],
    tables: [countyTable(summary), ...(hasGap ? [gapReport(facts, gap)] : [])],
  };
}
