import type { ProjectFigure } from './project';

/** 易地搬迁 as far as the plan gives it: a programme over counties; sites are unnamed in the 运城 plan. */
export interface RelocationProgramme {
  readonly id: string;
  readonly name: string;
  readonly countyCodes: readonly string[];
  readonly siteCount: number;
  readonly persons: number;
  readonly registeredPoorPersons: number;
  readonly investmentYuan: number;
  readonly chapter: string;
  readonly scopeNote: string;
  readonly figures: readonly ProjectFigure[];
  readonly sourceIds: readonly string[];
}
