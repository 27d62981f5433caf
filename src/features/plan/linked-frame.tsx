import { Map as MapIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MapTheme } from '../../map/map-types';
import { IconButton } from '../../ui/icon-button';
import { Legend } from '../../ui/legend';
import { changeLegend } from './change-legend';
import type { ChangeSide } from './compare-view';
import styles from './linked.module.css';

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
        <Legend model={changeLegend(theme, counts, '乙图上的变化')} label="乙图上的变化" />
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
