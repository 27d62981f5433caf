import { useMemo } from 'react';
import { type PartPick, contentWithParts } from '../document/edits/take-parts';
import type { CompareBasis } from '../features/plan/compare-panel-props';
import { scenarioTargets } from './coverage-targets';
import { useCompare } from './use-compare';
import { type ComparedPair, type ComparedSide, useComparedPair } from './use-compared-pair';
import { useWorkspace } from './workspace';

/** The open scenario against itself with the picked parts of the other: what merging would do. null: nothing is picked. */
export function useMergePreview(args: {
  readonly open: ComparedSide;
  readonly other: ComparedSide;
  readonly picks: readonly PartPick[];
  readonly basis: CompareBasis;
  readonly chosenIds: readonly string[];
  readonly distanceMetres: number;
}): ComparedPair | null {
  const { open, picks, basis, chosenIds, distanceMetres } = args;
  const { index } = useWorkspace();
  const { scenario } = open;
  const from = args.other.scenario.content;
  const merged = useMemo(() => {
    const content = contentWithParts(scenario.content, from, picks);
    const title = `${scenario.title}，合并 ${picks.length} 项后`;
    return { ...scenario, title, content };
  }, [scenario, from, picks]);
  const targets = useMemo(
    () => scenarioTargets(index, merged.content, basis, chosenIds),
    [index, merged, basis, chosenIds],
  );
  const asked = useMemo(() => (picks.length === 0 ? [] : [targets]), [picks, targets]);
  const { results } = useCompare(asked, distanceMetres);
  const result = results?.[0] ?? null;
  const after = useMemo(() => ({ scenario: merged, targets, result }), [merged, targets, result]);
  const pair = useComparedPair(open, after);
  return picks.length === 0 ? null : pair;
}
