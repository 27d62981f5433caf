import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ObjectCheck } from '../../../src/analysis/object-checks';
import type { RegionPack } from '../../../src/domain/region-pack';
import { ChecksSection } from '../../../src/features/plan/checks-section';
import { ComparePanel } from '../../../src/features/plan/compare-panel';
import { ObjectDetails } from '../../../src/features/plan/object-details';
import type { ObjectDetailsProps } from '../../../src/features/plan/object-details-props';
import { planRow } from '../../../src/features/plan/plan-list';
import { PlanPanel } from '../../../src/features/plan/plan-panel';
import type { PlanPanelProps } from '../../../src/features/plan/plan-panel-props';
import { crsOptions, geometryWords } from '../../../src/features/plan/place-view';
import { yunchengPack } from '../yuncheng-pack';
import { planObject, point } from './synthetic-objects';

const nothing = (): void => undefined;
const BASE = { id: 'base', title: '基本方案', isLocked: false };
const OTHER = { id: 'other', title: '情景 2', isLocked: false };

describe('planning panels', () => {
  let pack: RegionPack;
  beforeAll(async () => {
    pack = await yunchengPack();
  });

  const panel = (change: Partial<PlanPanelProps> = {}): string =>
    renderToStaticMarkup(
      <PlanPanel
        scenarios={[BASE]}
        openId="base"
        counties={pack.counties}
        claims={pack.claims}
        relocations={pack.relocations}
        rows={[]}
        selectedId={null}
        onOpen={nothing}
        onBranch={nothing}
        onRename={nothing}
        onLock={nothing}
        onRemove={nothing}
        onCompare={nothing}
        onAddFile={nothing}
        onNew={nothing}
        onSelect={nothing}
        onZoomTo={nothing}
        onRemoveObjects={nothing}
        onSetField={nothing}
        onExport={nothing}
        onExportSums={nothing}
        onMerge={() => null}
        unassigned={null}
        villageArea={() => '甲县 · 甲乡'}
        onShowVillage={nothing}
        onExportUnassigned={nothing}
        {...change}
      />,
    );

  const details = (change: Partial<ObjectDetailsProps>): string =>
    renderToStaticMarkup(
      <ObjectDetails
        object={planObject('s', 'site')}
        bbox={pack.bbox}
        isLocked={false}
        drawing={null}
        lists={pack}
        facts={null}
        factsProblem={null}
        isFactsLater={false}
        checks={[]}
        isChosen={false}
        onTyped={() => []}
        onAccuracy={nothing}
        onChoose={nothing}
        onName={nothing}
        onNote={nothing}
        onField={nothing}
        onZoomTo={nothing}
        onAdjust={nothing}
        onRemove={nothing}
        {...change}
      />,
    );

  it('says what to do while there is nothing, and why a lone scenario cannot be compared or deleted', () => {
    const markup = panel();
    expect(markup).toContain('还没有规划对象');
    for (const word of ['安置点', '产业区', '产业带', '项目', '参照区']) {
      expect(markup).toContain(`title="新建${word}"`);
    }
    expect(markup).toContain('比较两个情景（只有一个情景：先新建或并入一个）');
    expect(markup).toContain('删除情景（最后一个情景不能删除）');
  });

  it('lists each object with its county and what is open, and marks the selected one', () => {
    const rows = [planRow(planObject('s', 'site'), ['140829'], 1)];
    const markup = panel({ rows, selectedId: 's' });
    expect(markup).toContain('平陆县');
    expect(markup).toContain('不符合 1 项');
    expect(markup).toContain('data-selected="true"');
    expect(markup).toContain('定位到甲s（还没有位置）');
  });

  it('lists the villages without a site, known persons and unknown told apart, or says how to get a list', () => {
    expect(panel()).toContain('没有名单');
    const village = { code: '140829000001', name: '甲村', listTitle: '搬迁名单', row: 2 };
    const villages = [
      { ...village, persons: 30 },
      { ...village, code: '140829000002', name: '乙村', persons: null },
    ];
    const unassigned = { listed: 5, villages, persons: 30, withoutPersons: 1 };
    expect(panel({ unassigned })).toContain('2 村');
  });

  it('tells why a locked scenario takes no edit, and offers none', () => {
    const markup = panel({ scenarios: [{ ...BASE, isLocked: true }, OTHER] });
    expect(markup).toContain('情景「基本方案」已锁定');
    expect(markup).toContain('title="情景已锁定"');
    const form = details({ isLocked: true });
    expect(form).toContain('情景已锁定，不能修改');
    expect(form).not.toContain('录入坐标');
  });

  it('asks only for the fields that apply, marks what is 待补 and puts a problem under its field', () => {
    const object = planObject('p', 'project', { projectKind: 'water', investmentYuan: -5 });
    const markup = details({ object });
    expect(markup).toContain('设计流量');
    expect(markup).not.toContain('线路电压');
    expect(markup).toContain('完成年份<span');
    expect(markup).toContain('不得小于');
    expect(details({})).not.toContain('迁出村<');
  });

  it('shows a check with its number, limit, sentence and mend', () => {
    const check: ObjectCheck = {
      ruleId: 'r',
      name: '甲规定',
      result: 'broken',
      value: 30_000,
      limit: 25_000,
      unit: '元/人',
      documentTitle: '甲规划',
      chapter: '第五章 四',
      printed: '不超过25000元',
      binding: 'binding',
      text: '超过。',
      mend: '减少补助。',
      note: '',
    };
    const markup = renderToStaticMarkup(<ChecksSection checks={[check]} />);
    expect(markup).toContain('不符合 1 项，缺数据 0 项，符合 0 项');
    expect(markup).toContain('30,000 元/人');
    expect(markup).toContain('第五章 四：“不超过25000元”');
    expect(markup).toContain('如何改：</strong>减少补助。');
  });

  it('offers the strips that reach the region, degrees first', () => {
    const labels = crsOptions(pack.bbox).map(({ value }) => value);
    expect(labels[0]).toBe('cgcs2000');
    expect(labels).toContain('cgcs2000:zone37');
    expect(labels).toContain('cgcs2000:zone19');
    expect(labels).not.toContain('cgcs2000:zone40');
    expect(labels).toContain('gcj02');
  });

  it('counts the nodes of a shape, a ring’s end not twice', () => {
    expect(geometryWords(point(111, 35))).toBe('点（111.000000, 35.000000）');
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    expect(geometryWords({ type: 'Polygon', coordinates: [ring] })).toBe('面（3 个节点）');
    expect(geometryWords({ type: 'MultiPolygon', coordinates: [[ring], [ring]] })).toBe(
      '面（6 个节点）',
    );
    expect(
      geometryWords({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      }),
    ).toBe('线（2 个节点）');
  });

  it('compares: both titles, the refusal to take where neither is open, nothing printed that is for the screen', () => {
    const props = {
      planTitle: '甲方案',
      scenarios: [BASE, OTHER, { id: 'third', title: '情景 3', isLocked: false }],
      fromId: 'base',
      toId: 'other',
      basis: 'sites' as const,
      distanceMetres: 2000,
      projectCounts: [1, 2] as const,
      answer: { numbers: [], villages: [], counts: { gained: 0, lost: 0, otherwise: 0 } },
      problem: null,
      way: 'list' as const,
      parts: [
        {
          part: 'object' as const,
          id: 'a',
          name: '甲',
          kindWord: '安置点',
          what: '改动' as const,
          lines: ['位置移动 3 公里'],
        },
      ],
      ticked: [],
      merge: null,
      theme: 'standard' as const,
      footer: '示意',
      onPair: nothing,
      onWay: nothing,
      onBasis: nothing,
      onZoomToVillage: nothing,
      onZoomToVillages: nothing,
      onZoomToPart: nothing,
      onTick: nothing,
      onTake: nothing,
      onExport: nothing,
      onPrint: nothing,
      onClose: nothing,
    };
    const markup = renderToStaticMarkup(<ComparePanel {...props} openId="other" />);
    expect(markup).toContain('情景比较：基本方案 → 情景 2');
    expect(markup).toContain('把「基本方案」里的所选内容并入当前情景');
    expect(markup).toContain('没有村的覆盖状态改变');
    const third = renderToStaticMarkup(<ComparePanel {...props} openId="third" />);
    expect(third).toContain('先把其中一个情景切换为当前情景');
    expect(markup).not.toContain('合并预览');
    const number = { label: '覆盖的村', before: '7', after: '9', difference: '+2', note: '' };
    const merge = { numbers: [number], counts: { gained: 2, lost: 0, otherwise: 1 } };
    const ticked = [{ part: 'object' as const, id: 'a' }];
    const merging = renderToStaticMarkup(
      <ComparePanel {...props} openId="other" ticked={ticked} merge={merge} />,
    );
    expect(merging).toContain('合并预览');
    expect(merging).toContain('地图上是合并后的样子，方案还没有改动');
    expect(merging).toContain('+2');
    expect(merging).toMatch(/checked="".*aria-label="合并安置点甲"/);
  });
});
