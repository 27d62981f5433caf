import {
  COVERAGE_STATES,
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
} from '../../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import { changeSwatch, coverageSwatch } from '../../map/legend';
import type { MapTheme } from '../../map/map-types';
import { formatInteger } from '../../ui/format';
import type { LegendModel } from '../../ui/legend-model';
import { SIDE_WORDS, type ChangeSide } from './compare-view';

const SIDES: readonly ChangeSide[] = ['gained', 'lost', 'otherwise'];
const STRONGEST_FIRST = [COVERED_CERTAIN, COVERED_AS_DRAWN, POSSIBLE, NOT_COVERED] as const;

/** The marks of a comparison, with how many there are of each. */
export function changeLegend(
  theme: MapTheme,
  counts: Readonly<Record<ChangeSide, number>> | null,
  title: string,
): LegendModel {
  return {
    title,
    rows: [
      ...SIDES.map((side) => ({
        key: side,
        swatch: changeSwatch(theme, side),
        label: SIDE_WORDS[side],
        count: counts ? `${formatInteger(counts[side])} 村` : '…',
      })),
      { key: 'old', swatch: changeSwatch(theme, 'old-place'), label: '对象原位置', count: '' },
      ...STRONGEST_FIRST.map((code) => ({
        key: COVERAGE_STATES[code],
        swatch: coverageSwatch(theme, COVERAGE_STATES[code]),
        label: COVERAGE_STATE_WORDS[code],
        count: '',
      })),
    ],
    notes: [],
  };
}
