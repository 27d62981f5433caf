import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { targetProgress } from '../../../src/analysis/target-progress';
import { type TargetActual, actualId } from '../../../src/domain/target';
import { TargetsPanel } from '../../../src/features/targets/targets-panel';
import type { TargetsPanelProps } from '../../../src/features/targets/targets-panel-props';
import {
  choiceCount,
  groupedTargets,
  shownTargets,
  targetYears,
} from '../../../src/features/targets/targets-view';
import { targetTable } from '../../../src/report/target-table';
import { yunchengIndex } from '../yuncheng';

function nothing(): void {
  // A panel under test calls back into nobody.
}

describe('the targets of a plan', async () => {
  const { pack } = await yunchengIndex();
  const target = pack.targets.find(({ base, value }) => base !== null && value !== null);
  if (!target?.base || target.value === null) throw new Error('a target with a base');
  const actual: TargetActual = {
    targetId: target.id,
    year: target.base.year,
    value: (target.base.value + target.value) / 2,
    note: '',
    source: '统计公报',
    madeAt: '2026-11-22T00:00:00Z',
  };
  const actuals = new Map([[actualId(actual), actual]]);
  const rows = targetProgress(pack.targets, actuals.values(), target.year - 1);

  function render(change: Partial<TargetsPanelProps> = {}): string {
    const props: TargetsPanelProps = {
      pack,
      actuals,
      isReadOnly: false,
      year: target?.year ?? 2020,
      exporting: null,
      onYear: nothing,
      onPut: nothing,
      onRemove: nothing,
      onExport: nothing,
      ...change,
    };
    return renderToStaticMarkup(<TargetsPanel {...props} />);
  }

  it('stand under the plan’s groups, all of them once', () => {
    const grouped = groupedTargets(rows);
    expect(grouped.flatMap(([, own]) => own)).toHaveLength(pack.targets.length);
    expect(new Set(grouped.map(([group]) => group)).size).toBe(grouped.length);
  });

  it('are narrowed to what is due, missed, without data, and by words', () => {
    const due = shownTargets(rows, 'due', '');
    expect(due.every((row) => row.target.year < target.year)).toBe(true);
    expect(shownTargets(rows, 'lacking', '')).toHaveLength(pack.targets.length - 1);
    expect(choiceCount('lacking', rows)).toBe(pack.targets.length - 1);
    expect(shownTargets(rows, null, target.printed.slice(0, 6)).length).toBeGreaterThan(0);
    expect(shownTargets(rows, null, '查无此词')).toEqual([]);
  });

  it('can be looked at in every year of plan, targets and actuals', () => {
    const [first, last] = targetYears(rows, pack.years);
    expect(first).toBeLessThanOrEqual(pack.years[0]);
    expect(last).toBe(Math.max(pack.years[1], ...pack.targets.map(({ year }) => year)));
  });

  it('are drawn one a row, with progress by what was entered', () => {
    const markup = render();
    expect(markup.match(/<tr class="_row/g)).toHaveLength(pack.targets.length);
    expect(markup).toContain('50%');
    expect(markup).toContain('到期未达到');
    expect(markup.match(/class="_progress/g)).toHaveLength(1);
    expect(render({ actuals: new Map() })).not.toContain('class="_progress');
    expect(render({ pack: { ...pack, targets: [] } })).toContain('没有规划指标');
  });

  it('are a list with the same words', () => {
    const stamp = { madeAt: '2026-11-22 10:30', engineVersion: '0' };
    const list = targetTable(pack, rows, 2020, stamp);
    const row = list.rows[pack.targets.indexOf(target)];
    expect(row).toMatchObject({ name: target.name, share: '50%', source: '统计公报' });
    expect(row?.['actual']).toBe(actual.value);
  });
});
