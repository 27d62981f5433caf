// Which figures of people of a hand-out are published: villages and the sums over them are one problem.
//
// Unknowns are units: villages of one county with the same figures, for figures spread over a township are equal, and who finds
// one finds all. Published are each unit's figure and the sums that the scenes print (counties, region). Secret are the figures
// and sums of 0 < v < n. Until nothing secret is fixed by what is published (publish-solve), and no published sum holds hidden
// figures of less than n together, more is hidden, in this order: the smallest unit in a sum that is affected, the sums of the
// county, another whole county (its villages with its sums, else the total gives the first away), the totals.
// Households and persons go together, since the one tells of the other. Sums printed elsewhere are not known to this.
import { echelonForm, isFixedBy } from './publish-solve';

/** A sum over villages that some scene prints; of one county or, with null, of the region. */
export interface PublishedSum {
  readonly key: string;
  readonly county: string | null;
  readonly villages: readonly number[];
}

/** By village; null = no figure. */
export interface VillagePeople {
  readonly counties: readonly string[];
  readonly households: readonly (number | null)[];
  readonly persons: readonly (number | null)[];
}

export interface Withheld {
  readonly villages: ReadonlySet<number>;
  /** Keys of sums. */
  readonly sums: ReadonlySet<string>;
}

type Amounts = readonly [households: number, persons: number];

interface Unit {
  readonly county: string;
  readonly villages: readonly number[];
  readonly amounts: Amounts;
}

interface Sum extends PublishedSum {
  /** Villages of each unit in it. */
  readonly counts: ReadonlyMap<number, number>;
}

interface Problem {
  readonly units: readonly Unit[];
  readonly sums: readonly Sum[];
  readonly n: number;
}

/** What is hidden so far. */
interface Hidden {
  readonly units: Set<number>;
  readonly sums: Set<Sum>;
}

/** Something secret that can be found out: where to hide more. */
interface Exposed {
  readonly county: string | null;
  /** Units that tell, or are told. */
  readonly units: readonly number[];
}

const COLUMNS = [0, 1] as const;

function unitsOf({ counties, households, persons }: VillagePeople): readonly Unit[] {
  const units = new Map<string, { county: string; villages: number[]; amounts: Amounts }>();
  counties.forEach((county, at) => {
    const amounts = [households[at] ?? 0, persons[at] ?? 0] as const;
    const key = [county, ...amounts].join(' ');
    const unit = units.get(key);
    if (unit) unit.villages.push(at);
    else units.set(key, { county, villages: [at], amounts });
  });
  return [...units.values()];
}

function problemOf(people: VillagePeople, published: readonly PublishedSum[], n: number): Problem {
  const units = unitsOf(people);
  const unitOf = new Map(units.flatMap(({ villages }, unit) => villages.map((at) => [at, unit])));
  const sums = published.map((sum) => {
    const counts = new Map<number, number>();
    for (const at of sum.villages) {
      const unit = unitOf.get(at) as number;
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    return { ...sum, counts };
  });
  return { units, sums, n };
}

function sumOver({ units }: Problem, { counts }: Sum, column: 0 | 1, only?: Set<number>): number {
  let total = 0;
  for (const [unit, count] of counts) {
    if (only === undefined || only.has(unit))
      total += count * (units[unit] as Unit).amounts[column];
  }
  return total;
}

/** Figures of villages are rounded to 0.1, the printed sums are not: one more than n is still near. */
function isSmallSum(problem: Problem, sum: Sum, column: 0 | 1): boolean {
  const total = sumOver(problem, sum, column);
  return total > 0 && total < problem.n + 1;
}

function exposedIn(problem: Problem, hidden: Hidden, column: 0 | 1): readonly Exposed[] {
  const { units, sums, n } = problem;
  const unknowns = [...hidden.units].filter((unit) => (units[unit] as Unit).amounts[column] > 0);
  const vectorOf = ({ counts }: Sum): readonly number[] =>
    unknowns.map((unit) => counts.get(unit) ?? 0);
  const shown = sums.filter((sum) => !hidden.sums.has(sum));
  const form = echelonForm(shown.map(vectorOf));
  const isSmall = ({ amounts }: Unit): boolean => amounts[column] < n;
  const solved = unknowns.flatMap((unit, at): Exposed[] => {
    const own = unknowns.map((_, place) => (place === at ? 1 : 0));
    const each = units[unit] as Unit;
    return isSmall(each) && isFixedBy(form, own) ? [{ county: each.county, units: [unit] }] : [];
  });
  const told = sums.flatMap((sum): Exposed[] => {
    const inIt = unknowns.filter((unit) => sum.counts.has(unit));
    const part = sumOver(problem, sum, column, hidden.units);
    const isTold = hidden.sums.has(sum)
      ? isSmallSum(problem, sum, column) && isFixedBy(form, vectorOf(sum))
      : part > 0 && part < n;
    const county = sum.county ?? units[inIt[0] ?? -1]?.county ?? null;
    return isTold ? [{ county, units: inIt }] : [];
  });
  return [...solved, ...told];
}

/** The smallest published unit of the county that stands in a published sum of it with one of these. */
function companion({ units, sums }: Problem, hidden: Hidden, exposed: Exposed): number | null {
  const shared = sums.filter(
    (sum) =>
      sum.county === exposed.county &&
      !hidden.sums.has(sum) &&
      exposed.units.some((unit) => sum.counts.has(unit)),
  );
  const size = (unit: number): number => (units[unit] as Unit).amounts[0];
  const found = shared
    .flatMap(({ counts }) => [...counts.keys()])
    .filter((unit) => !hidden.units.has(unit) && (units[unit] as Unit).amounts.some(Boolean));
  return found.length === 0 ? null : found.reduce((a, b) => (size(b) < size(a) ? b : a));
}

function hideCounty({ units, sums }: Problem, hidden: Hidden, county: string): void {
  units.forEach((unit, at) => {
    if (unit.county === county && unit.amounts.some(Boolean)) hidden.units.add(at);
  });
  for (const sum of sums) if (sum.county === county) hidden.sums.add(sum);
}

/** The county with the fewest households of those that still publish something. */
function coverCounty({ units, sums }: Problem, hidden: Hidden): string | null {
  const sizes = new Map<string, number>();
  units.forEach(({ county, villages, amounts }, at) => {
    const isOpen =
      (amounts.some(Boolean) && !hidden.units.has(at)) ||
      sums.some((sum) => sum.county === county && !hidden.sums.has(sum));
    if (isOpen) sizes.set(county, (sizes.get(county) ?? 0) + villages.length * amounts[0]);
  });
  const smallest = [...sizes].toSorted(([, a], [, b]) => a - b)[0];
  return smallest?.[0] ?? null;
}

function hideMore(problem: Problem, hidden: Hidden, exposed: Exposed): void {
  const unit = companion(problem, hidden, exposed);
  if (unit !== null) {
    hidden.units.add(unit);
    return;
  }
  const own = problem.sums.filter(
    (sum) => sum.county === exposed.county && exposed.county !== null && !hidden.sums.has(sum),
  );
  if (own.length > 0) {
    hideCounty(problem, hidden, exposed.county as string);
    return;
  }
  const other = coverCounty(problem, hidden);
  if (other !== null) hideCounty(problem, hidden, other);
  else for (const sum of problem.sums) hidden.sums.add(sum);
}

/** What must not be published, so that no figure of 0 < v < n can be known or computed. */
export function withheldPeople(
  people: VillagePeople,
  published: readonly PublishedSum[],
  n: number,
): Withheld {
  const problem = problemOf(people, published, n);
  const { units, sums } = problem;
  const isSmall = (at: number): boolean =>
    (units[at] as Unit).amounts.some((each) => each > 0 && each < n);
  const smallSums = sums.filter((sum) => COLUMNS.some((at) => isSmallSum(problem, sum, at)));
  const inSmallSums = smallSums.flatMap(({ counts }) => [...counts.keys()]);
  const hidden: Hidden = {
    units: new Set([...[...units.keys()].filter(isSmall), ...inSmallSums]),
    sums: new Set(smallSums),
  };
  for (;;) {
    const exposed = COLUMNS.flatMap((column) => exposedIn(problem, hidden, column));
    if (exposed.length === 0) break;
    // One of each county at a time: what helps one often helps the others.
    const byCounty = new Map(exposed.map((each) => [each.county, each]));
    for (const each of byCounty.values()) hideMore(problem, hidden, each);
  }
  return {
    villages: new Set([...hidden.units].flatMap((at) => (units[at] as Unit).villages)),
    sums: new Set([...hidden.sums].map(({ key }) => key)),
  };
}
