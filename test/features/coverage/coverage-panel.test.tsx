import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { summariseCoverage } from '../../../src/analysis/coverage-summary';
import { estimatePoverty } from '../../../src/analysis/poverty-estimate';
import type { PackIndex } from '../../../src/domain/pack-index';
import { CoveragePanel } from '../../../src/features/coverage/coverage-panel';
import type { CoveragePanelProps } from '../../../src/features/coverage/coverage-panel-props';
import { summaryView } from '../../../src/features/coverage/summary-view';
import { formatInteger } from '../../../src/ui/format';
import { roundRobinAnswer, yunchengIndex } from '../yuncheng';

let index: PackIndex;
let measurable: string;
let scopeOnly: string;

beforeAll(async () => {
  index = await yunchengIndex();
  measurable = index.pack.projects.find((p) => p.geometry !== null)?.id ?? '';
  scopeOnly = index.pack.projects.find((p) => p.geometry === null)?.id ?? '';
});

function nothing(): void {
  // A panel under test calls back into nobody.
}

function render(change: Partial<CoveragePanelProps>): string {
  const props: CoveragePanelProps = {
    index,
    chosenIds: [],
    mode: 'union',
    focusedId: null,
    distanceMetres: 2000,
    result: null,
    summary: null,
    perTarget: [],
    overlap: null,
    onSelectOverlap: nothing,
    run: null,
    problem: null,
    picking: null,
    exporting: null,
    engineVersion: '9.9.9',
    estimateBasis: '估算口径：甲。',
    onChoose: nothing,
    onMode: nothing,
    onFocusProject: nothing,
    onDistance: nothing,
    onPick: nothing,
    onSelectArea: nothing,
    onSelectProject: nothing,
    onAdjustProject: nothing,
    onExport: nothing,
    onExportMore: nothing,
    onCancel: nothing,
    ...change,
  };
  return renderToStaticMarkup(<CoveragePanel {...props} />);
}

function answered(): Partial<CoveragePanelProps> {
  const result = roundRobinAnswer(index, measurable);
  const summary = summariseCoverage(result, index, estimatePoverty(index.pack));
  return { chosenIds: [measurable], result, summary, perTarget: result.perTarget };
}

describe('summary view', () => {
  test('says 无数据, not 0 户, where the tables give persons only', () => {
    const figures = index.pack.figures.filter(({ measure }) => measure !== 'poorHouseholds');
    const estimate = estimatePoverty({ ...index.pack, figures });
    const result = roundRobinAnswer(index, measurable);
    const summary = summariseCoverage(result, index, estimate);
    const view = summaryView(index, summary);
    expect(view.poverty.households).toBeNull();
    expect(view.poverty.persons?.asDrawn).toBeGreaterThan(0);
    expect(view.rows.county.every(({ households }) => households === null)).toBe(true);
    const shown = render({ chosenIds: [measurable], result, summary, perTarget: result.perTarget });
    expect(shown).toContain('无数据');
    expect(shown).not.toMatch(/≈0<\/span> 户/);
  });

  test('ranges nest, rows cover every area, the flag names both spreads', () => {
    const result = roundRobinAnswer(index, measurable);
    const view = summaryView(index, summariseCoverage(result, index, estimatePoverty(index.pack)));
    const { households } = view.poverty;
    if (households === null) throw new Error('no households');
    expect(households.atLeast).toBeLessThan(households.asDrawn);
    expect(households.asDrawn).toBeLessThan(households.atMost);
    expect(view.poverty.flag).toBe('估算·乡镇均摊/县均摊');
    expect(view.rows.county).toHaveLength(13);
    expect(view.rows.township).toHaveLength(157);
    const names = view.rows.township.map((row) => row.name);
    expect(new Set(names).size).toBe(157);
    for (const rows of Object.values(view.rows)) {
      expect(rows.reduce((sum, row) => sum + row.counts.total, 0)).toBe(3349);
    }
  });
});

describe('coverage panel', () => {
  test('without a project it says what to do next and offers no export', () => {
    const html = render({});
    expect(html).toContain('先选一个项目');
    expect(html).not.toContain('最多');
  });

  test('an answer shows headline, range and the identity that adds up', () => {
    const html = render(answered()).replaceAll(/<[^>]+>/gu, '');
    const { counts } = roundRobinAnswer(index, measurable);
    const drawn = counts.certain + counts.asDrawn;
    expect(html).toContain(`覆盖 ${formatInteger(drawn)} 村`);
    expect(html).toContain(
      `确定 ${formatInteger(counts.certain)}，最多 ${formatInteger(drawn + counts.possible)}`,
    );
    expect(html).toContain('= 全部 3,349 村');
    expect(html).toContain('估算·乡镇均摊/县均摊');
    expect(html).toContain('导入实测坐标后区间会收窄');
  });

  test('the footer carries engine, coordinate system, pack and the notice', () => {
    const html = render(answered());
    for (const part of [
      '引擎 9.9.9',
      'WGS84 椭球面测地距离',
      `${index.pack.version}`,
      '不作划界依据',
    ])
      expect(html).toContain(part);
  });

  test('a project known by its scope only is listed and explained, not measured', () => {
    const html = render({ chosenIds: [scopeOnly] });
    expect(html).toContain(index.projectById.get(scopeOnly)?.name);
    expect(html).toContain('没有公布线位和地点');
    expect(html).not.toContain('正在计算');
  });

  test('long work says how far it is and can be cancelled', () => {
    const html = render({ ...answered(), run: { done: 1200, total: 3349 } });
    expect(html).toContain('正在计算 1,200 / 3,349 村');
    expect(html).toContain('取消');
  });

  test('a problem is shown with its mend instead of numbers', () => {
    const problem = {
      code: 'x',
      severity: 'error' as const,
      where: {},
      text: '算不出来',
      mend: '换一个项目',
    };
    const html = render({ ...answered(), problem });
    expect(html).toContain('算不出来');
    expect(html).toContain('换一个项目');
    expect(html).not.toContain('= 全部');
  });

  test('one by one, each project has its row', () => {
    const html = render({ ...answered(), mode: 'each' });
    expect(html).toContain('只看这一项');
    expect(html).toContain('aria-current="true"');
  });
});

describe('overlap', () => {
  const ROWS = [
    { class: 0, villages: 3000, households: 12.4, persons: 30 },
    { class: 1, villages: 340, households: null, persons: null },
    { class: 2, villages: 9, households: 3.2, persons: 7 },
  ] as const;

  test('each class is a row with a button, adds up to all, and says that it is as drawn', () => {
    const markup = render({ ...answered(), overlap: ROWS });
    const table = /<table[^>]*aria-label="重复覆盖".*?<\/table>/s.exec(markup)?.[0] ?? '';
    expect(table.match(/<button/g)).toHaveLength(3);
    expect(table).toContain('0 个项目</button></th><td>3,000</td><td>12</td>');
    expect(table).toContain('1 个项目</button></th><td>340</td><td>无数据</td>');
    expect(table).toContain('全部</th><td>3,349</td>');
    expect(markup).toContain('按标绘位置计数');
  });

  test('colours the map on request, as soon as there are two projects', () => {
    const button = (change: Partial<CoveragePanelProps>): string =>
      /<button[^>]*>重复<\/button>/.exec(render({ ...answered(), ...change }))?.[0] ?? '';
    expect(button({ overlap: ROWS })).toContain('aria-pressed="false"');
    expect(button({ overlap: ROWS })).not.toContain('disabled');
    expect(button({ overlap: ROWS, mode: 'overlap' })).toContain('aria-pressed="true"');
    expect(button({ overlap: null })).toContain('disabled=""');
    expect(button({ overlap: null })).toContain('先选两个以上');
    // A link may bring it for one project: the way back stays open.
    expect(button({ overlap: null, mode: 'overlap' })).not.toContain('disabled');
  });

  test('is not there for one project', () => {
    expect(render(answered())).not.toContain('aria-label="重复覆盖"');
  });
});

test('the hint on accuracy says how many villages stand on imported coordinates', () => {
  expect(render(answered())).toContain('导入实测坐标后区间会收窄');
  const villages = index.pack.villages.map((village, at) =>
    at < 12 ? { ...village, positionMethod: 'imported' as const } : village,
  );
  const moved = { ...index, pack: { ...index.pack, villages } };
  expect(render({ ...answered(), index: moved })).toContain('已用您导入的坐标 12 村');
});
