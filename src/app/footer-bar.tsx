import { formatInteger } from '../ui/format';
import type { LngLat } from '../domain/lng-lat';
import { useWorkspace } from './workspace';

interface Props {
  readonly pointer: LngLat | null;
  readonly onSources: () => void;
}

/** Always there: what the map is made of, its date, and that its lines are no legal boundaries. */
export function FooterBar({ pointer, onSources }: Props) {
  const { pack } = useWorkspace();
  return (
    <footer className="footer">
      <strong>示意，不作划界依据</strong>
      <span className="ellipsis">
        {pack.name}：{pack.counties.length} 县（市、区）· {pack.townships.length} 乡镇 ·{' '}
        {formatInteger(pack.villages.length)} 村级单位 · 数据包 {pack.version}（{pack.date}）
      </span>
      <button type="button" className="link-button" onClick={onSources}>
        数据来源与精度
      </button>
      <span className="coordinates" aria-label="鼠标所在坐标">
        {pointer ? `东经 ${pointer[0].toFixed(5)}°　北纬 ${pointer[1].toFixed(5)}°` : 'WGS84 坐标'}
      </span>
    </footer>
  );
}
