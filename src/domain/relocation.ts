import type { ProjectFigure } from './project';

/** 易地搬迁 as far as the plan gives it: a programme over counties; sites are unnamed in the 运城 plan. */
export interface RelocationProgramme {
  readonly id: string;
  readonly name: string;
  readonly countyCodes: readonly string[];
  /** This and the next three are null where the plan does not give them. */
  readonly siteCount: number | null;
  readonly persons: number | null;
  readonly registeredPoorPersons: number | null;
  readonly investmentYuan: number | null;
  readonly chapter: string;
  readonly scopeNote: string;
  readonly figures: readonly ProjectFigure[];
  readonly sourceIds: readonly string[];
}
