import { verdictsText } from '../report/claim-words';
import type { Analysis } from './use-analysis';
import { useClaims } from './use-claims';

/** How many of the plan's claims hold, recomputed; takes seconds. */
export function ClaimCounts({ analysis }: { readonly analysis: Analysis }) {
  const { checks, problem } = useClaims(analysis);
  if (problem) return <p role="alert">{problem.text}</p>;
  return (
    <p role="status">{checks ? `规划口径${verdictsText(checks)}` : '正在逐条重算规划口径…'}</p>
  );
}
