// The report over the shipped pack with the engine's own answer, and a plain picture in place of the map.
import { deflateSync } from 'node:zlib';
import { crc32 } from '../../src/document/crc32';
import { gapAnalysis } from '../../src/analysis/gap';
import { packRuleFacts } from '../../src/analysis/rule-facts';
import { checkRules } from '../../src/analysis/rules';
import { coverageFigures } from '../../src/report/coverage-report';
import type { ReportDocument, ReportImage, ReportScene } from '../../src/report/report-model';
import { type RegionFacts, regionReport } from '../../src/report/region-report';
import { coverageScene } from '../../src/report/region-scene';
import { engineAnswer } from '../e2e/engine-answer';
import { SETTINGS, yunchengChecks } from '../features/claims/yuncheng-checks';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A grey ramp, so that a picture that is cut or stretched can be seen. */
export function plainPng(widthPx: number, heightPx: number): ReportImage {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthPx, 0);
  head.writeUInt32BE(heightPx, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((widthPx + 1) * heightPx);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) rows[y * (widthPx + 1) + 1 + x] = (x + y) % 256;
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
  return { png: new Uint8Array(png), widthPx, heightPx, alt: '灰度图' };
}

let facts: Promise<RegionFacts> | null = null;

async function makeFacts(): Promise<RegionFacts> {
  const answer = await engineAnswer();
  const { index, estimate, pack } = answer;
  const chosen = pack.projects.filter(
    ({ geometry, alignmentAccuracyMetres }) => geometry && alignmentAccuracyMetres !== null,
  );
  const result = await answer.coverage(
    chosen.slice(0, 3).map(({ id }) => id),
    2000,
  );
  return {
    isPublic: false,
    scenarioTitle: '情景 2',
    index,
    estimate,
    coverage: {
      result,
      summary: answer.summary(result),
      gap: gapAnalysis(index, result, estimate),
      targetNames: chosen.slice(0, 3).map(({ name }) => name),
      mode: 'union',
      overlap: null,
      figures: coverageFigures(answer.summary(result)),
    },
    checks: (await yunchengChecks()).checks,
    claimSettings: SETTINGS,
    findings: checkRules(pack.rules, packRuleFacts(pack)),
    stateColours: ['#0F7B6C', '#0F7B6C99', 'rgb(15 123 108 / 0.30)', '#9AA5B1'],
    stamp: { madeAt: '2026-11-22 10:30', engineVersion: '1.0.0' },
  };
}

export function regionFacts(): Promise<RegionFacts> {
  facts ??= makeFacts();
  return facts;
}

export const LEGENDS: ReportScene['legends'] = [
  {
    title: '覆盖结果',
    items: [
      {
        swatch: { kind: 'symbol', variant: 'solid', color: 'rgb(15 123 108 / 1.00)' },
        label: '确定覆盖',
        count: '101 村',
      },
      {
        swatch: { kind: 'symbol', variant: 'ringed', color: '#0F7B6C' },
        label: '按标绘覆盖',
        count: '113 村',
      },
      {
        swatch: { kind: 'symbol', variant: 'hollow-dashed', color: '#0F7B6C' },
        label: '可能覆盖',
        count: '138 村',
      },
      { swatch: { kind: 'symbol', variant: 'dot', color: '#9AA5B1' }, label: '未覆盖', count: '' },
    ],
    notes: ['大小按估算贫困户'],
  },
  {
    title: '其他',
    items: [
      {
        swatch: { kind: 'fill', color: '#C58B6B', opacity: 0.3, outline: '#8A5334' },
        label: '带',
        count: '',
      },
      {
        swatch: { kind: 'hatch', color: '#9AA5B1', direction: '/', lineWidth: 1 },
        label: '无数据',
        count: '',
      },
      {
        swatch: { kind: 'line', color: '#1F6FB5', width: 2.2, dash: [3, 1.4] },
        label: '示意线位',
        count: '12',
      },
      {
        swatch: { kind: 'point', fill: '#F7F6F1', stroke: '#2F855A', strokeWidth: 2, radius: 4 },
        label: '点',
        count: '',
      },
      { swatch: { kind: 'triangle', color: '#7A6B3F' }, label: '山峰', count: '' },
      { swatch: { kind: 'column', color: '#B45309' }, label: '柱', count: '' },
      {
        swatch: {
          kind: 'outline',
          color: '#8C4A6B',
          outline: [
            [0, 0],
            [1, 0],
            [0.5, 1],
          ],
        },
        label: '对象',
        count: '',
      },
    ],
    notes: [],
  },
];

/** One scene with a picture, caption and notes, another picture for the report; `change` replaces parts of the report. */
export async function reportFixture(
  change: (report: ReportDocument) => ReportDocument = (report) => report,
): Promise<ReportDocument> {
  const made = await regionFacts();
  const scene = coverageScene(made, {
    title: '三引六扩覆盖',
    caption: '所选项目合并计算，**按标绘位置**判定。',
    notes: '先说结论。\n再说缺口。',
    image: plainPng(1656, 1120),
    legends: LEGENDS,
  });
  const picture = { image: plainPng(800, 500), title: '所选项目', legends: LEGENDS };
  return change(
    regionReport(made, [scene], { organisation: '某某局', date: '2026年11月22日', picture }),
  );
}
