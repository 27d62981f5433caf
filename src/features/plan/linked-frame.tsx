import { Map as MapIcon } from 'lucide-react';
import type { ReactNode } from 'react';
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
import { IconButton } from '../../ui/icon-button';
import type { LegendModel } from '../../ui/legend-model';
import { Legend } from '../../ui/legend';
import { formatInteger } from '../../ui/format';
import { SIDE_WORDS, type ChangeSide } from './compare-view';
import styles from './linked.module.css';

const SIDES: readonly ChangeSide[] = ['gained', 'lost', 'otherwise'];
const STRONGEST_FIRST = [COVERED_CERTAIN, COVERED_AS_DRAWN, POSSIBLE, NOT_COVERED] as const;

/** The marks on the second map, with how many there are of each. */
export function changeLegend(
  theme: MapTheme,
  counts: Readonly<Record<ChangeSide, number>> | null,
): LegendModel {
  return {
    title: '乙图上的变化',
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

/** What stands over two linked maps: whose they are, what the marks mean, and the way back. */
export function LinkedFrame(props: {
  readonly way: 'side' | 'swipe';
  readonly before: string;
  readonly after: string;
  readonly theme: MapTheme;
  readonly counts: Readonly<Record<ChangeSide, number>> | null;
  readonly onClose: () => void;
}): ReactNode {
  const { way, before, after, theme, counts } = props;
  const afterPlace = way === 'side' ? { left: 'calc(50% + 8px)' } : { right: 56 };
  return (
    <>
      <div className={styles.title} style={{ left: 8 }} title={before}>
        <b>甲</b>
        {before}
      </div>
      <div className={styles.title} style={afterPlace} title={after}>
        <b>乙</b>
        {after}
      </div>
      <section className={styles.legend} aria-label="变化图例">
        <Legend model={changeLegend(theme, counts)} label="乙图上的变化" />
        <IconButton
          icon={MapIcon}
          title="回到单幅地图"
          keyHint="Esc"
          text="回到单幅地图"
          onClick={props.onClose}
        />
      </section>
    </>
  );
}
