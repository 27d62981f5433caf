import { beforeAll, describe, expect, it } from 'vitest';
import { type GapAnalysis, gapAnalysis } from '../../../src/analysis/gap';
import {
  clusterItems,
  clusterLine,
  formatAtLeast,
  gapLine,
  listText,
} from '../../../src/features/gap/gap-view';
import { clusterRowsOf, rowsOf } from './gap-rows';
import { type PackEngine, packEngine } from '../../analysis/pack-engine';

let pack: PackEngine;
let gap: GapAnalysis;

beforeAll(async () => {
  pack = await packEngine();
  const targets = pack.targets.filter(({ id }) => id === 'dayudu');
  gap = gapAnalysis(pack.index, await pack.coverage(targets, 2000), pack.estimate);
});

/** 米 of "850 米", "1.37 公里". */
function metresOf(text: string): number {
  const [, number = '', unit] = /([\d.]+)\s(米|公里)/.exec(text) ?? [];
  return Number(number) * (unit === '公里' ? 1000 : 1);
}

describe('formatAtLeast', () => {
  it.each([
    [850.2, 851],
    [850, 850],
    [999.5, 1000],
    [1362, 1370],
    [1370, 1370],
    [0.001, 1],
  ])('%d m is promised as %d m', (metres, shown) => {
    expect(metresOf(formatAtLeast(metres))).toBe(shown);
  });
});

describe('lines of the gap list', () => {
  it('promise enough reach, name place, project and accuracy', () => {
    for (const village of gap.notCovered.villages) {
      const line = gapLine(pack.index, village, 'notCovered');
      expect(line.lack).toMatch(/^再延伸 [\d.]+\s(米|公里)即可覆盖（±[\d.]+\s(米|公里)）$/);
      expect(metresOf(line.lack)).toBeGreaterThanOrEqual(village.extraMetres! - 1e-3);
      expect(line.nearest).toMatch(/^距大禹渡/);
      expect(line.place).toMatch(/^.+ · .+$/);
    }
  });

  it('flag the estimate and say where there is none', () => {
    const { villages } = gap.notCovered;
    const [first, last] = [villages[0]!, villages.at(-1)!];
    expect(gapLine(pack.index, first, 'notCovered').households).toMatch(/^约 [\d,]+ 户$/);
    expect(gapLine(pack.index, first, 'notCovered').basis).toMatch(/^估算·/);
    expect(last.poorHouseholds).toBeNull();
    expect(gapLine(pack.index, last, 'notCovered')).toMatchObject({
      households: '无估算',
      basis: '',
    });
    expect(listText(rowsOf(gap.notCovered))).toContain(
      `${gap.notCovered.unitsWithoutEstimate} 个单位没有估算`,
    );
  });

  it('say of possible villages that the lack is within the accuracy', () => {
    const [first] = gap.possible.villages;
    expect(gapLine(pack.index, first!, 'possible').lack).toMatch(/^标绘差 .+，在精度 ±.+ 之内$/);
  });

  it('do not invent a project when there is none', async () => {
    const none = gapAnalysis(pack.index, await pack.coverage([], 2000), pack.estimate);
    const line = gapLine(pack.index, none.notCovered.villages[0]!, 'notCovered');
    expect(line).toMatchObject({ nearest: '没有可算距离的项目', lack: '' });
  });
});

describe('clusters', () => {
  it('name size, least and most reach, and how well positions are known', () => {
    const cluster = gap.notCovered.clusters.find(({ villages }) => villages.length > 3)!;
    const line = clusterLine(pack.index, cluster);
    expect(line.name).toBe(`${cluster.core.name}一带`);
    expect(line.size).toMatch(new RegExp(`^${cluster.villages.length} 村 · 约 [\\d,]+ 户$`));
    expect(line.lack).toMatch(/^延伸 .+可达最近一村，.+全部$/);
    expect(line.positions).toContain('最差 ±');
    expect(line.codes).toHaveLength(cluster.villages.length);
  });

  it('open to their villages, worst first, each once', () => {
    const { clusters } = gap.notCovered;
    const rows = clusterRowsOf(clusters);
    expect(clusterItems(rows, new Set()).count).toBe(clusters.length);
    const items = clusterItems(rows, new Set(clusters.map(({ id }) => id)));
    const opened = Array.from({ length: items.count }, (_, place) => items.at(place));
    // Looking for a core in the plain list is slow: some places stand for all.
    for (const place of [0, 1, 40, 41, 42, opened.length - 1]) {
      const item = opened[place]!;
      expect(items.placeOf(item.key)).toBe(place);
      expect(items.heightAt(place)).toBe(item.kind === 'cluster' ? 76 : 60);
    }
    const some = clusterItems(rows, new Set([clusters[5]!.id, clusters[2]!.id, '不在其中']));
    const inside = clusters[2]!.villages.length + clusters[5]!.villages.length;
    expect(some.count).toBe(clusters.length + inside);
    const after = some.at(some.count - 1);
    expect(after.key).toBe(clusters.at(-1)!.id);
    expect(some.placeOf(after.key)).toBe(some.count - 1);
    expect(some.placeOf('不在其中')).toBe(-1);
    const members = opened.flatMap((item) => (item.kind === 'village' ? [item] : []));
    expect(members).toHaveLength(gap.notCovered.villages.length);
    expect(new Set(opened.map(({ key }) => key)).size).toBe(opened.length);
    const first = members.filter(({ clusterId }) => clusterId === clusters[0]!.id);
    const ranks = first.map(({ village }) => village.rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(first.at(-1)).toMatchObject({ place: first.length, of: first.length });
  });
});
