import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { summariseCoverage } from '../../../src/analysis/coverage-summary';
import { estimatePoverty, type PovertyEstimate } from '../../../src/analysis/poverty-estimate';
import type { OwnFigures } from '../../../src/document/effective-region';
import type { PackIndex } from '../../../src/domain/pack-index';
import {
  selectVillages,
  villageFacts,
  WHOLE_TABLE,
  type VillageTab,
} from '../../../src/features/villages/villages-table';
import { cellText, rowState } from '../../../src/features/villages/village-columns';
import { VillagesTable } from '../../../src/features/villages/villages-panel';
import { coverageTable } from '../../../src/report/coverage-table';
import { formatEstimate } from '../../../src/ui/format';
import { roundRobinAnswer, yunchengIndex } from '../yuncheng';

let index: PackIndex;
let estimate: PovertyEstimate;
let target: string;

beforeAll(async () => {
  index = await yunchengIndex();
  estimate = estimatePoverty(index.pack);
  target = index.pack.projects.find((p) => p.geometry !== null)?.id ?? '';
});

function nothing(): void {
  // A panel under test calls back into nobody.
}

function render(
  coverage: ReturnType<typeof roundRobinAnswer> | null,
  ownFigures: ReadonlyMap<string, OwnFigures> = new Map(),
): string {
  return renderToStaticMarkup(
    <VillagesTable
      index={index}
      coverage={coverage}
      targetNames={[target]}
      estimate={estimate}
      selectedCode={index.pack.villages[2]?.code ?? null}
      areaCode={null}
      overlap={null}
      nearestAny={null}
      ownFigures={ownFigures}
      overlapClass={null}
      onClearOverlap={nothing}
      onSelect={nothing}
      onZoomTo={nothing}
      onClearArea={nothing}
    />,
  );
}

test('the sums under each tab equal the summary of the coverage panel', () => {
  const coverage = roundRobinAnswer(index, target);
  const { total } = summariseCoverage(coverage, index, estimate);
  const data = {
    facts: villageFacts(index),
    answer: {
      states: coverage.states,
      distances: coverage.nearestDistanceMetres,
      nearest: coverage.nearestTarget,
      targetNames: ['x'],
    },
    overlap: null,
    nearestAny: null,
    own: null,
    poverty: estimate,
  };
  const sums = (tab: VillageTab) => selectVillages(data, { ...WHOLE_TABLE, tab }).sums;
  const { households, persons, villages } = total;
  expect(sums('covered').villages).toBe(villages.certain + villages.asDrawn);
  expect(formatEstimate(sums('covered').households)).toBe(
    formatEstimate(households.certain + households.asDrawn),
  );
  expect(formatEstimate(sums('possible').households)).toBe(formatEstimate(households.possible));
  expect(formatEstimate(sums('uncovered').persons)).toBe(formatEstimate(persons.notCovered));
  expect(formatEstimate(sums('all').persons)).toBe(formatEstimate(persons.total));
  expect(sums('all').withoutFigure).toBe(total.unitsWithoutEstimate);
});

test('screen and exports say the same of every village', () => {
  const coverage = roundRobinAnswer(index, target);
  const name = index.projectById.get(target)?.name ?? '';
  const data = {
    facts: villageFacts(index),
    answer: {
      states: coverage.states,
      distances: coverage.nearestDistanceMetres,
      nearest: coverage.nearestTarget,
      targetNames: [name],
    },
    overlap: null,
    nearestAny: null,
    own: null,
    poverty: estimate,
  };
  const exported = coverageTable(index, coverage, estimate, {
    mode: 'union',
    engineVersion: '1',
    madeAt: '2016-01-01',
  });
  const screen = exported.rows.map((_, row) => [
    ...(['name', 'township', 'county', 'code', 'nearest'] as const).map((column) =>
      cellText(data, row, column),
    ),
    rowState(data, row),
  ]);
  expect(screen).toEqual(
    exported.rows.map((r) => [r.name, r.township, r.county, r.code, r.nearest, r.stateCode]),
  );
});

test('the grid names its size, its sort and the selected row, and renders few of 3,349 rows', () => {
  const html = render(roundRobinAnswer(index, target));
  expect(html).toContain('role="grid"');
  expect(html).toContain('aria-rowcount="3350"');
  expect(html).toContain('aria-colcount="10"');
  expect(html.match(/aria-sort="none"/gu)).toHaveLength(10);
  expect(html.match(/aria-selected="true"/gu)).toHaveLength(1);
  expect(html.match(/role="row"/gu)?.length ?? 0).toBeLessThan(60);
  expect(html).toContain('显示 3,349 / 3,349 村');
});

test('without an answer the base columns are there and no state filter', () => {
  const html = render(null);
  expect(html).toContain('aria-colcount="7"');
  expect(html).not.toContain('已覆盖');
});
