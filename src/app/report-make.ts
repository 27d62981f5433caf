// 汇报材料: goes through the scenes (or the view on screen), draws each map off screen, and has the export worker write the
// files. All numbers are the engine's answers to the scenes' own questions.
import { packRuleFacts } from '../analysis/rule-facts';
import { checkRules } from '../analysis/rules';
import type { Outcome, Problem } from '../domain/problem';
import type { ReportFormat } from '../features/report/report-dialog-props';
import { layerInfo } from '../map/layer-catalog';
import type { StillSize } from '../map/still-image';
import { mapPalette } from '../map/style/palette';
import { dayText } from '../report/export-footer';
import { type RegionFacts, type ReportPicture, regionReport } from '../report/region-report';
import { coverageScene } from '../report/region-scene';
import type { ReportDocument, ReportImage, ReportScene } from '../report/report-model';
import {
  type ReportPeople,
  publicFigures,
  publicScenes,
  publishReport,
  reportPublication,
} from '../report/report-publish';
import { handoutVillages } from '../report/handout-build';
import { publishedAreas } from '../report/publish-people';
import { type PublishRule, audienceWord } from '../report/publish-rule';
import { XLSX_TYPE, fileName, sizeText } from './download';
import { printLegends } from './print-legends';
import { publicScene } from './public-scene';
import { mapPng } from './print-picture';
import {
  type AnswerSources,
  type ReportAnswer,
  reportAnswer,
  sourcesOfScenario,
} from './report-answer';
import { claimSettingsOf, claimsOf } from './claim-answers';
import { runExport } from './run-export';
import type { ReportWish, SceneWish } from './report-wish';
import { pictureCamera } from './scene-frame';
import { questionOf } from './scene-view';
import type { FileCall, MadeFile } from './use-file-run';

/** CSS pixels of the map on a slide, with and without a caption below; lettering is as large as on a screen of this width. */
const PICTURE = { width: 1080, height: 744, captionedHeight: 604, pixelRatio: 2 };
/** What the picture comes to where a slide shows it 8.1 inches wide. */
const SLIDE_DPI = 265;

const FILES: Readonly<Record<ReportFormat, { readonly name: string; readonly type: string }>> = {
  pptx: {
    name: '汇报幻灯',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  docx: {
    name: '分析报告',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { name: '清单工作簿', type: XLSX_TYPE },
};

async function pictureOf(
  wish: SceneWish,
  answer: ReportAnswer,
  sources: AnswerSources,
  rule: PublishRule | null,
  signal: AbortSignal,
): Promise<Outcome<Pick<ReportPicture, 'image' | 'legends'>>> {
  const { pack } = sources.index;
  const size: StillSize = {
    width: PICTURE.width,
    height: wish.caption.trim() === '' ? PICTURE.height : PICTURE.captionedHeight,
    pixelRatio: PICTURE.pixelRatio,
  };
  const camera = pictureCamera(wish.view, pack, size);
  const scene = rule ? publicScene(answer.scene, rule.grid) : answer.scene;
  const still = await mapPng(scene, { camera, size, dpi: SLIDE_DPI }, signal);
  if (!still.ok) return still;
  const { png, widthPx, heightPx, bounds, bitmap } = still.value;
  bitmap.close();
  // The base map explains itself, and a slide has no room for it.
  const layers = scene.layers.filter(({ id }) => layerInfo(id).legend !== 'base');
  const given = {
    scene: { ...scene, layers },
    imports: scene.imports,
    thematic: answer.thematic,
  };
  const image: ReportImage = { png, widthPx, heightPx, alt: `${pack.name}地图：${wish.title}` };
  const legends = wish.hasLegend ? printLegends(given, bounds) : [];
  return { ok: true, value: { image, legends }, notes: [] };
}

/** The pictures, and one step each before and after them. */
const stepsOf = ({ scenes }: ReportWish): number => scenes.length + 3;

interface Drawn {
  readonly scenes: readonly ReportScene[];
  /** Of the scenes' answers: one digit a village, null without. */
  readonly states: readonly (string | null)[];
}

const statesOf = ({ coverage }: ReportAnswer): string | null =>
  coverage && [...coverage.result.states].join('');

async function scenesOf(
  wish: ReportWish,
  facts: RegionFacts,
  sources: AnswerSources,
  { signal, onStep }: FileCall,
): Promise<Outcome<Drawn>> {
  const scenes: ReportScene[] = [];
  const states: (string | null)[] = [];
  /** Two scenes that ask the same have the same tables, which are shown once. */
  const asked = new Set<string>();
  for (const [at, each] of wish.scenes.entries()) {
    const text = `正在画第 ${at + 1}/${wish.scenes.length} 幅地图：${each.title}`;
    onStep({ text, done: at + 1, total: stepsOf(wish) });
    const { scenario } = each;
    const own = sourcesOfScenario(sources, scenario.content);
    const answer = await reportAnswer(each.session, each.highlightCodes, own, signal);
    const drawn = await pictureOf(each, answer, own, wish.rule, signal);
    if (!drawn.ok) return drawn;
    const { title, caption, notes } = each;
    const texts = { title, caption, notes, ...drawn.value };
    const { index } = own;
    const { coverage } = answer;
    states.push(statesOf(answer));
    const scene = coverageScene(
      { ...facts, scenarioTitle: scenario.title, index, coverage },
      texts,
    );
    const question = `${scenario.id} ${questionOf(each.session)}`;
    const isRepeated = asked.has(question);
    asked.add(question);
    scenes.push(isRepeated ? { ...scene, tables: [], charts: [] } : scene);
  }
  return { ok: true, value: { scenes, states }, notes: [] };
}

/** The map of the report is of the same answer as its numbers. Not drawn again where a slide shows the screen. */
async function reportPicture(
  wish: ReportWish,
  answer: ReportAnswer,
  scenes: readonly ReportScene[],
  sources: AnswerSources,
  { signal, onStep }: FileCall,
): Promise<Outcome<ReportPicture>> {
  const { title } = wish.screen;
  const slide = scenes[wish.scenes.indexOf(wish.screen)];
  if (slide?.image)
    return { ok: true, value: { title, image: slide.image, legends: slide.legends }, notes: [] };
  onStep({ text: '正在画报告的地图', done: stepsOf(wish) - 2, total: stepsOf(wish) });
  const drawn = await pictureOf(wish.screen, answer, sources, wish.rule, signal);
  return drawn.ok ? { ...drawn, value: { ...drawn.value, title } } : drawn;
}

interface Pictures extends Drawn {
  readonly picture: ReportPicture | null;
}

/** Only what the formats show is drawn: slides and report the scenes, the report one map more beside its numbers. */
async function picturesOf(
  wish: ReportWish,
  facts: RegionFacts,
  answer: ReportAnswer,
  sources: AnswerSources,
  call: FileCall,
): Promise<Outcome<Pictures>> {
  let made: Drawn = { scenes: [], states: [] };
  if (wish.formats.some((format) => format !== 'xlsx')) {
    const drawn = await scenesOf(wish, facts, sources, call);
    if (!drawn.ok) return drawn;
    made = drawn.value;
  }
  if (!wish.formats.includes('docx') || answer.coverage === null)
    return { ok: true, value: { ...made, picture: null }, notes: [] };
  const picture = await reportPicture(wish, answer, made.scenes, sources, call);
  return picture.ok ? { ...picture, value: { ...made, picture: picture.value } } : picture;
}

/** Only when all answers stand is it known what the public may know of each. */
function reportOf(
  wish: ReportWish,
  facts: RegionFacts,
  { scenes, states, picture }: Pictures,
  ownStates: string | null,
): ReportDocument {
  const options = {
    picture,
    organisation: wish.organisation.trim(),
    date: dayText(wish.stamp.madeAt),
  };
  if (wish.rule === null) return regionReport(facts, scenes, options);
  const { index, estimate, coverage } = facts;
  const people: ReportPeople = {
    villages: handoutVillages(index, estimate),
    areas: publishedAreas(index.pack),
    states: [...states, ownStates],
  };
  const publication = reportPublication(people, wish.rule);
  const figures = publicFigures(coverage?.figures ?? [], states.length, publication);
  const told = { ...facts, coverage: coverage && { ...coverage, figures } };
  const report = regionReport(told, publicScenes(scenes, publication), options);
  return publishReport(report, publication);
}

const NOTHING_WISHED: Problem = {
  code: 'report-no-format',
  severity: 'error',
  where: {},
  text: '没有选要生成的文件。',
  mend: '请至少勾选一种。',
};

/** The files in the order of the formats; rejects with the signal's reason when given up. */
export async function makeReport(
  wish: ReportWish,
  sources: AnswerSources,
  call: FileCall,
): Promise<Outcome<readonly MadeFile[]>> {
  const { signal, onStep } = call;
  if (wish.formats.length === 0) return { ok: false, problems: [NOTHING_WISHED] };
  const { index, content, estimate } = sources;
  const { pack } = index;
  const claimSettings = claimSettingsOf(content);
  const total = stepsOf(wish);
  // Slides say nothing of the claims, which take seconds.
  const hasClaims = wish.formats.some((format) => format !== 'pptx');
  onStep({ text: hasClaims ? '正在核验规划口径' : '正在计算', done: 0, total });
  const [checks, answer] = await Promise.all([
    hasClaims ? claimsOf(sources, claimSettings, signal) : [],
    reportAnswer(wish.screen.session, [], sources, signal),
  ]);
  const { covered, notCovered } = mapPalette('standard');
  const facts: RegionFacts = {
    isPublic: wish.rule !== null,
    scenarioTitle: wish.screen.scenario.title,
    index,
    estimate,
    coverage: answer.coverage,
    checks,
    claimSettings,
    findings: checkRules(pack.rules, packRuleFacts(pack)),
    stateColours: [covered, `${covered}99`, `${covered}44`, notCovered],
    stamp: wish.stamp,
  };
  const pictures = await picturesOf(wish, facts, answer, sources, call);
  if (!pictures.ok) return pictures;
  const day = wish.stamp.madeAt.slice(0, 10);
  const report = reportOf(wish, facts, pictures.value, statesOf(answer));
  const files: MadeFile[] = [];
  for (const format of wish.formats) {
    const { name, type } = FILES[format];
    onStep({ text: `正在写${name}`, done: total - 1, total });
    const bytes = await runExport({ kind: 'report', format, report }, { signal });
    const made = fileName(
      [pack.name, name, audienceWord(wish.rule), day.replaceAll('-', '')],
      format,
    );
    files.push({ name: made, type, bytes: new Uint8Array(bytes), text: sizeText(bytes.length) });
  }
  return { ok: true, value: files, notes: [] };
}
