import { type IndicatorId, RURAL_ACCESS_METRES, type WeightBasis } from '../../analysis/indicators';

/** What one indicator is asked with. */
export interface IndicatorChoice {
  /** Projects that count as its roads or places; null = those that their kind and name say (usualProjects). */
  readonly projectIds: readonly string[] | null;
  readonly distanceMetres: number;
}

/** Weights that can be had from a pack without a census. */
export type ChosenWeights = Exclude<WeightBasis, 'rural-population'>;

export const CHOSEN_WEIGHTS: readonly ChosenWeights[] = [
  'unit-count',
  'rural-people-estimate',
  'poor-persons-estimate',
];

export interface IndicatorSettings {
  readonly weights: ChosenWeights;
  readonly choices: Readonly<Record<IndicatorId, IndicatorChoice>>;
}

const USUAL: IndicatorChoice = { projectIds: null, distanceMetres: RURAL_ACCESS_METRES };

export const DEFAULT_INDICATOR_SETTINGS: IndicatorSettings = {
  weights: 'unit-count',
  choices: {
    'rural-access-index': USUAL,
    'clinic-access': USUAL,
    'school-access': USUAL,
    'site-access': USUAL,
  },
};

/** The settings with one indicator's choice changed. */
export function withChoice(
  settings: IndicatorSettings,
  id: IndicatorId,
  change: Partial<IndicatorChoice>,
): IndicatorSettings {
  const choices = { ...settings.choices, [id]: { ...settings.choices[id], ...change } };
  return { ...settings, choices };
}
