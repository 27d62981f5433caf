// cuntu coverage: villages × projects × distance → a list, by the same engine as the page.
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Crs } from '../io/crs';
import { countsText } from '../report/coverage-table';
import { coverageAsker } from './ask-coverage';
import { crsOf, metresOf, wordsOf } from './flag-values';
import { loadProjects } from './load-projects';
import { loadVillages } from './load-villages';
import { nearestByThreads } from './nearest-threads';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';
import { OUTPUT_EXTENSIONS, writeOutput } from './write-output';

export interface CoverageFlags {
  readonly villages?: string;
  readonly projects?: string;
  readonly distance?: string;
  readonly 'villages-crs'?: string;
  readonly 'projects-crs'?: string;
  readonly 'villages-accuracy'?: string;
  readonly 'projects-accuracy'?: string;
  readonly only?: string;
  readonly out?: string;
}

function required(flags: CoverageFlags, name: 'villages' | 'projects' | 'distance'): string {
  const value = flags[name];
  if (value === undefined || value === '') throw new UsageError(`缺少 --${name}。`);
  return value;
}

interface CoverageJob {
  readonly villages: string;
  readonly projects: string;
  readonly distanceMetres: number;
  /** null: not said. */
  readonly villagesCrs: Crs | null;
  readonly projectsCrs: Crs;
  readonly villagesAccuracy: number;
  readonly projectsAccuracy: number;
  readonly only: readonly string[];
  readonly out: string | null;
}

/** Flags checked before any file is opened. Throws UsageError. */
function jobOf(flags: CoverageFlags): CoverageJob {
  const out = flags.out ?? null;
  if (out !== null && !OUTPUT_EXTENSIONS.includes(extname(out).toLowerCase())) {
    throw new UsageError(`--out：扩展名应为 ${OUTPUT_EXTENSIONS.join('、')} 之一。`);
  }
  const accuracy = (flag: 'villages-accuracy' | 'projects-accuracy'): number =>
    metresOf(`--${flag}`, flags[flag] ?? '0');
  return {
    villages: required(flags, 'villages'),
    projects: required(flags, 'projects'),
    distanceMetres: metresOf('--distance', required(flags, 'distance')),
    villagesCrs:
      flags['villages-crs'] === undefined ? null : crsOf('--villages-crs', flags['villages-crs']),
    projectsCrs: crsOf('--projects-crs', flags['projects-crs']),
    villagesAccuracy: accuracy('villages-accuracy'),
    projectsAccuracy: accuracy('projects-accuracy'),
    only: wordsOf(flags.only),
    out,
  };
}

/** A smaller file holds too few villages for threads to pay. */
const LEAST_BYTES = 1_000_000;

function isLong(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= LEAST_BYTES;
}

/** Runs the command; every expected failure is said and returned as an exit code. Throws UsageError. */
export async function coverageCommand(flags: CoverageFlags, terminal: Terminal): Promise<ExitCode> {
  const job = jobOf(flags);
  const { entry } = terminal;
  const nearest = entry && isLong(job.villages) ? nearestByThreads(entry) : undefined;
  const villages = await loadVillages(job.villages, job.villagesCrs, job.villagesAccuracy);
  const { projects: source, projectsCrs, projectsAccuracy, only } = job;
  const projects = await loadProjects(source, projectsCrs, projectsAccuracy, only);
  for (const outcome of [villages, projects]) {
    sayProblems(terminal, outcome.ok ? outcome.notes : outcome.problems);
  }
  if (!villages.ok || !projects.ok) return DATA_PROBLEM;
  const ask = coverageAsker(villages.value, nearest);
  const result = await ask(projects.value, job.distanceMetres);
  if (!result.ok) {
    sayProblems(terminal, result.problems);
    return DATA_PROBLEM;
  }
  const output = { villages: villages.value, projects: projects.value, result: result.value };
  const fault = await writeOutput(terminal, output, job.out);
  if (fault !== null) {
    sayProblems(terminal, [fault]);
    return DATA_PROBLEM;
  }
  terminal.say(countsText(result.value.counts));
  return DONE;
}
