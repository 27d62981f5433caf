import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { type GapAnalysis, gapAnalysis } from '../../../src/analysis/gap';
import { type MarginalCurve, marginalCurve } from '../../../src/analysis/marginal-curve';
import { reachThresholds } from '../../../src/analysis/reach-thresholds';
import { GapPanel } from '../../../src/features/gap/gap-panel';
import type { GapPanelProps } from '../../../src/features/gap/gap-panel-props';
import { clusterRowsOf, viewOf } from './gap-rows';
import { type PackEngine, packEngine } from '../../analysis/pack-engine';

let pack: PackEngine;
let gap: GapAnalysis;
let curve: MarginalCurve;

beforeAll(async () => {
  pack = await packEngine();
  gap = gapAnalysis(pack.index, await pack.coverage(pack.targets, 2000), pack.estimate);
  const thresholds = reachThresholds(pack.villageAccuracies, pack.prepared(pack.targets));
  curve = marginalCurve(thresholds, pack.estimate);
});

function nothing(): void {
  // A panel under test calls back into nobody.
}

function render(change: Partial<GapPanelProps> = {}): string {
  const props: GapPanelProps = {
    index: pack.index,
    gap: viewOf(gap),
    clusters: { kind: 'notCovered', rows: clusterRowsOf(gap.notCovered.clusters) },
    curve,
    run: null,
    isCancelled: false,
    onClusters: nothing,
    onCancel: nothing,
    distanceMetres: 2000,
    estimateBasis: '估算口径',
    selectedCode: null,
    onSelect: nothing,
    onZoomTo: nothing,
    onDistance: nothing,
    ...change,
  };
  return renderToStaticMarkup(<GapPanel {...props} />);
}

describe('GapPanel', () => {
  it('tells the next step before there is an answer', () => {
    expect(render({ gap: null, curve: null })).toContain('选一个有线位或地点的项目');
  });

  it('lists only what is in view but tells readers how many there are', () => {
    const markup = render();
    const rows = markup.match(/role="option"/g) ?? [];
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.length).toBeLessThan(40);
    expect(markup).toContain(`aria-setsize="${gap.notCovered.villages.length}"`);
    expect(markup).toContain(gap.notCovered.villages[0]!.name);
  });

  it('flags the estimates and carries their basis', () => {
    const markup = render();
    expect(markup).toContain('估算·均摊');
    expect(markup).toContain('估算口径');
  });

  it('marks the selected village for readers', () => {
    const { code } = gap.notCovered.villages[1]!;
    const markup = render({ selectedCode: code });
    expect(markup).toMatch(new RegExp(`aria-activedescendant="[^"]*${code}"`));
    expect(markup.match(/aria-selected="true"/g)).toHaveLength(1);
  });

  it('says first what more reach pays, whatever is open', () => {
    for (const initialView of ['villages', 'clusters', 'curve'] as const) {
      expect(render({ initialView })).toContain('服务距离再加 500 米，多覆盖');
    }
    expect(render({ curve: null, initialView: 'curve' })).toContain('正在计算边际曲线');
  });

  it('lists clusters as a tree that opens', () => {
    const markup = render({ initialView: 'clusters' });
    expect(markup).toContain('role="tree"');
    expect(markup).toContain(
      `aria-setsize="${gap.notCovered.clusters.length}" aria-level="1" aria-expanded="false"`,
    );
  });

  it('has the chart as a slider with words, and the same numbers as a table', () => {
    const markup = render({ initialView: 'curve' });
    expect(markup).toContain('role="slider"');
    expect(markup).toMatch(/aria-valuenow="2000" aria-valuetext="2\s公里：覆盖 /);
    expect(markup).toContain('曲线数据表');
  });

  it('shows a long calculation with a way out, then that it was left', () => {
    const running = render({ run: { done: 3, total: 9 }, clusters: null, initialView: 'clusters' });
    expect(running).toMatch(/<progress value="3" max="9"/);
    expect(running).toContain('取消');
    expect(running).toContain('正在归并片区');
    const left = render({ isCancelled: true, clusters: null, initialView: 'clusters' });
    expect(left).toContain('已取消；改动距离或项目，即重新计算。');
    expect(left).toContain('片区没有算完');
  });
});
