// Collects the lines of the report, times work, and keeps results alive.
export interface Timing {
  readonly least: number;
  readonly median: number;
}

const lines: string[] = [];
let sink = 0;

export function say(line: string): void {
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

export function table(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  say(`| ${headings.join(' | ')} |`);
  say(
    `|---|${headings
      .slice(1)
      .map(() => '--:|')
      .join('')}`,
  );
  for (const row of rows) say(`| ${row.join(' | ')} |`);
  say('');
}

export function reportText(): string {
  return lines.join('\n');
}

/** Milliseconds of each run of `work`, for about `forMilliseconds` and at least `runs` times. */
export function sampled(work: () => number, runs: number, forMilliseconds: number): number[] {
  const times: number[] = [];
  const began = performance.now();
  let start = began;
  while (times.length < runs || start - began < forMilliseconds) {
    sink += work();
    const end = performance.now();
    times.push(end - start);
    start = end;
  }
  return times;
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    least: sorted[0] ?? Number.NaN,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
  };
}

/** Milliseconds of `runs` runs after as many (at most 30) to warm up; single runs are not warmed up. */
export function timed(runs: number, work: () => number): Timing {
  if (runs > 1) for (let k = 0; k < Math.min(runs, 30); k++) sink += work();
  return timingOf(sampled(work, runs, 0));
}

export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(3) : value < 1000 ? value.toFixed(1) : value.toFixed(0);
}

export function both({ least, median }: Timing): string {
  return `${milliseconds(least)} / ${milliseconds(median)}`;
}

/** Something that depends on every result, so that none is optimised away. */
export function sinkValue(): number {
  return sink;
}
