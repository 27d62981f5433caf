// 分年投资: what the records themselves say. A record with an investment but no year, or a year but no investment, is counted
// and never placed. The year is the one of completion; where only the start is known, the start, and the record says so.
import { type PlanObject, numberValue } from '../domain/plan-object';
import type { Project, ProjectFigure } from '../domain/project';
import type { RegionPack } from '../domain/region-pack';

/** Who says it: the plan's printed project or programme, or the user's plan object. */
export type InvestmentOrigin = 'project' | 'programme' | 'object';

export interface InvestmentRecord {
  readonly origin: InvestmentOrigin;
  readonly id: string;
  readonly name: string;
  readonly year: number | null;
  readonly yearBasis: 'end' | 'start' | null;
  /** 元. */
  readonly yuan: number | null;
}

export interface InvestmentSum {
  readonly yuan: number;
  readonly count: number;
}

export interface InvestmentByYear {
  /** From the first year with an investment to the last, years without any included. */
  readonly years: readonly (InvestmentSum & { readonly year: number })[];
  /** An investment, but no year. */
  readonly withoutYear: InvestmentSum;
  /** Records without an investment. */
  readonly withoutFigure: number;
  /** By origin and never over all: a programme is made up of sites that may also stand as plan objects. */
  readonly sums: Readonly<Record<InvestmentOrigin, InvestmentSum>>;
}

const MULTIPLES: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4 };

/** “40.99亿元（估算）” → 4.099e9; null unless the text begins with one amount. */
export function printedYuan(text: string): number | null {
  const [, amount, multiple = ''] = /^(?:计划投资)?(\d+(?:\.\d+)?)([亿万])元/.exec(text) ?? [];
  return amount === undefined ? null : Math.round(Number(amount) * (MULTIPLES[multiple] ?? 1));
}

function printedInvestment(figures: readonly ProjectFigure[]): number | null {
  const printed = figures.find(({ label }) => label === '投资');
  return printed === undefined ? null : printedYuan(printed.text);
}

function yearOf(
  end: number | null,
  start: number | null,
): Pick<InvestmentRecord, 'year' | 'yearBasis'> {
  if (end !== null) return { year: end, yearBasis: 'end' };
  return { year: start, yearBasis: start === null ? null : 'start' };
}

function projectRecord({ id, name, startYear, endYear, figures }: Project): InvestmentRecord {
  return {
    origin: 'project',
    id,
    name,
    ...yearOf(endYear, startYear),
    yuan: printedInvestment(figures),
  };
}

/** Belts and reference areas have no investment of their own. */
function objectRecords(objects: Iterable<PlanObject>): readonly InvestmentRecord[] {
  return [...objects].flatMap((object) => {
    if (object.kind === 'belt' || object.kind === 'reference') return [];
    const years = yearOf(numberValue(object, 'year'), numberValue(object, 'startYear'));
    const yuan = numberValue(object, 'investmentYuan');
    return [{ origin: 'object', id: object.id, name: object.name, ...years, yuan }];
  });
}

/** The pack's projects and relocation programmes by their printed figures, then the user's plan objects. */
export function investmentRecords(
  pack: RegionPack,
  objects: Iterable<PlanObject>,
): readonly InvestmentRecord[] {
  const programmes = pack.relocations.map(({ id, name, investmentYuan }) => ({
    origin: 'programme' as const,
    id,
    name,
    ...yearOf(null, null),
    yuan: investmentYuan,
  }));
  return [...pack.projects.map(projectRecord), ...programmes, ...objectRecords(objects)];
}

function sumOf(records: readonly InvestmentRecord[]): InvestmentSum {
  return {
    yuan: records.reduce((sum, { yuan }) => sum + (yuan ?? 0), 0),
    count: records.length,
  };
}

export function investmentByYear(records: readonly InvestmentRecord[]): InvestmentByYear {
  const known = records.filter(({ yuan }) => yuan !== null);
  const placed = known.flatMap(({ year }) => year ?? []);
  const sumFrom = (origin: InvestmentOrigin): InvestmentSum =>
    sumOf(known.filter((each) => each.origin === origin));
  const first = Math.min(...placed);
  const length = placed.length === 0 ? 0 : Math.max(...placed) - first + 1;
  return {
    years: Array.from({ length }, (_, at) => ({
      year: first + at,
      ...sumOf(known.filter(({ year }) => year === first + at)),
    })),
    withoutYear: sumOf(known.filter(({ year }) => year === null)),
    withoutFigure: records.length - known.length,
    sums: {
      project: sumFrom('project'),
      programme: sumFrom('programme'),
      object: sumFrom('object'),
    },
  };
}
