import type { Position } from 'geojson';
import type { ReactNode } from 'react';
import type { LngLat } from '../../domain/lng-lat';
import { formatInteger } from '../../ui/format';
import type { RegionSketch } from './import-dialog-props';
import styles from './import.module.css';

const WIDTH = 340;
const HEIGHT = 360;
const MARGIN = 12;

/** Degrees to pixels of the sketch, north up, one scale both ways at the region's middle. */
function projection([west, south, east, north]: RegionSketch['bbox']) {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / ((east - west) * squeeze),
    (HEIGHT - 2 * MARGIN) / (north - south),
  );
  return ([lng = 0, lat = 0]: Position | LngLat): readonly [number, number] => [
    WIDTH / 2 + (lng - (west + east) / 2) * squeeze * scale,
    HEIGHT / 2 - (lat - (south + north) / 2) * scale,
  ];
}

function isOnPaper([x, y]: readonly [number, number]): boolean {
  return x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
}

/** To half a pixel: places that are drawn as one are one. */
function onPaper([x, y]: readonly [number, number]): string {
  return `${Math.round(x * 2) / 2},${Math.round(y * 2) / 2}`;
}

/** Where the positions fall, over the counties' outlines. Those off the paper are counted. */
export function PositionSketch(props: {
  readonly region: RegionSketch;
  readonly positions: readonly LngLat[];
}): ReactNode {
  const { region, positions } = props;
  if (positions.length === 0) return null;
  const place = projection(region.bbox);
  const points = positions.map(place);
  const drawn = points.filter(isOnPaper);
  const off = points.length - drawn.length;
  const path = (ring: readonly Position[]): string =>
    `M${ring.map((each) => onPaper(place(each))).join('L')}Z`;
  return (
    <figure className={styles.sketch}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`换算后的位置：${drawn.length} 个点在图内，${off} 个在图外`}
      >
        <path className={styles.outline} d={region.rings.map(path).join('')} />
        {/* One path of round line ends: thousands of circles would hold up the page. */}
        <path
          className={styles.dot}
          d={[...new Set(drawn.map(onPaper))].map((each) => `M${each}h0`).join('')}
        />
      </svg>
      <figcaption className={styles.hint}>
        换算后的位置（示意，{formatInteger(points.length)} 个点）
        {off > 0 && `；${formatInteger(off)} 个在图外，请核对坐标系`}
      </figcaption>
    </figure>
  );
}
