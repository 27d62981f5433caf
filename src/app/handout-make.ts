// 单文件成果: goes through the scenes and writes the one file. All numbers are the engine's answers to the scenes' own questions.
import { HANDOUT_ASSETS } from 'virtual:handout-client';
import type { ClaimCheck } from '../analysis/claim-check';
import { COVERED_CERTAIN, NOT_COVERED } from '../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../analysis/coverage-words';
import { estimateBasis, estimateBasisText } from '../analysis/estimate-basis';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import { coverageSymbols, weightRadii, weightRadius } from '../map/layers/village-attributes';
import { mapPalette } from '../map/style/palette';
import { type ExportStamp, exportFooter } from '../report/export-footer';
import { baseOf, countyAreas, handoutVillages, townshipAreas } from '../report/handout-build';
import type { HandoutModel, HandoutScene } from '../report/handout-model';
import { handoutPage } from '../report/handout-page';
import { publishHandout } from '../report/handout-publish';
import type { PublishRule } from '../report/publish-rule';
import { claimsReport } from '../report/plan-report';
import { claimSettingsOf, claimsOf } from './claim-answers';
import { handoutScene } from './handout-scene';
import { type AnswerSources, sourcesOfScenario } from './report-answer';
import type { SceneWish } from './report-wish';
import type { FileCall } from './use-file-run';

export interface HandoutTexts {
  readonly title: string;
  readonly organisation: string;
  readonly mapNumber: string;
  readonly date: string;
}

/** Sources and the lines that every list carries, of all projects in any scene. */
export function handoutSources(
  { index, estimate }: AnswerSources,
  stamp: ExportStamp,
): readonly string[] {
  const { pack } = index;
  const ids = pack.projects.flatMap(({ sourceIds }) => sourceIds);
  return [
    ...exportFooter(pack, stamp, ids),
    `估算：${estimateBasisText(estimateBasis(pack, estimate))}`,
  ];
}

/** Steps of size, smallest to largest. */
const SIZES = 10;
const SYMBOLS = coverageSymbols(mapPalette('standard'));
const COVERED_RADIUS = SYMBOLS[COVERED_CERTAIN]?.radius ?? 1;
const MOST = SYMBOLS[NOT_COVERED]?.largest ?? COVERED_RADIUS;
const LEAST = weightRadius(0, 0, MOST);
const DOT_SHARES = Array.from(
  { length: SIZES },
  (_, at) =>
    Math.round(((LEAST + ((MOST - LEAST) * at) / (SIZES - 1)) / COVERED_RADIUS) * 100) / 100,
);

/** By the households of each village, as the map sizes them. */
function dotSizes({ households }: PovertyEstimate): string {
  const radii = weightRadii(households.length, households, MOST);
  return Array.from(radii, (radius) =>
    Math.round(((radius - LEAST) / (MOST - LEAST)) * (SIZES - 1)),
  ).join('');
}

function modelOf(
  texts: HandoutTexts,
  scenes: readonly HandoutScene[],
  checks: readonly ClaimCheck[],
  sources: AnswerSources,
  stamp: ExportStamp,
): HandoutModel {
  const { index, estimate } = sources;
  const { pack } = index;
  const palette = mapPalette('standard');
  return {
    ...texts,
    region: pack.name,
    planTitle: pack.planTitle,
    audience: 'internal',
    publication: [],
    sources: handoutSources(sources, stamp),
    counties: countyAreas(pack.counties),
    townships: townshipAreas(pack.townships),
    ...baseOf(pack.baseFeatures, palette),
    villages: { ...handoutVillages(index, estimate), dotSizes: dotSizes(estimate) },
    stateColours: [palette.notCovered, palette.covered, palette.covered, palette.covered],
    stateWords: ([0, 1, 2, 3] as const).map((state) => COVERAGE_STATE_WORDS[state]),
    dotShares: DOT_SHARES,
    claims: checks.length === 0 ? null : claimsReport(checks),
    scenes,
  };
}

/** The file's text; `rule`: null leaves everything in. Rejects when given up. */
export async function makeHandout(
  wishes: readonly SceneWish[],
  texts: HandoutTexts,
  rule: PublishRule | null,
  sources: AnswerSources,
  stamp: ExportStamp,
  { signal, onStep }: FileCall,
): Promise<string> {
  const scenes: HandoutScene[] = [];
  for (const wish of wishes) {
    const done = scenes.length;
    const text = `正在计算第 ${done + 1} / ${wishes.length} 个场景`;
    onStep({ text, done, total: wishes.length + 1 });
    const own = sourcesOfScenario(sources, wish.scenario.content);
    scenes.push(await handoutScene(wish, own, signal));
  }
  onStep({ text: '正在核验规划口径', done: wishes.length, total: wishes.length + 1 });
  const checks = await claimsOf(sources, claimSettingsOf(sources.content), signal);
  const model = modelOf(texts, scenes, checks, sources, stamp);
  return handoutPage(rule === null ? model : publishHandout(model, rule), HANDOUT_ASSETS);
}
