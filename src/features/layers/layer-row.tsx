import { Download, Settings2 } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { layerInfo, type LayerId, type LayerSetting } from '../../map/layer-catalog';
import { formatInteger } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import type { LegendModel } from '../../ui/legend-model';
import { Legend } from '../../ui/legend';
import styles from './layers-panel.module.css';

export interface LayerRowProps {
  readonly layer: LayerSetting;
  readonly title: string;
  readonly legend: LegendModel | undefined;
  readonly count: number | undefined;
  /** The same functions for every row, so that a row whose key did not change is not drawn anew. */
  readonly onVisible: (id: LayerId, visible: boolean) => void;
  readonly onOpacity: (id: LayerId, opacity: number) => void;
  /** Null where the layer holds nothing to write to a file. */
  readonly onExport: ((id: LayerId) => void) | null;
  /** Null where the layer has no controls of its own. */
  readonly onConfigure: ((id: LayerId) => void) | null;
}

function percent(opacity: number): string {
  return `${Math.round(opacity * 100)}%`;
}

/** Checkbox, count and opacity; below, while the layer is visible, its key and what must be known about it. */
export const LayerRow = memo(function LayerRow(props: LayerRowProps): ReactNode {
  const { layer, title, legend, onConfigure, onExport } = props;
  const [opacityOpen, setOpacityOpen] = useState(false);
  const { note } = layerInfo(layer.id);
  return (
    <li className={styles.layer} data-layer={layer.id}>
      <div className={styles.line}>
        <label className={styles.name}>
          <input
            type="checkbox"
            checked={layer.visible}
            onChange={(event) => props.onVisible(layer.id, event.target.checked)}
          />
          <span>{title}</span>
          {props.count !== undefined && (
            <span className={styles.count}>{formatInteger(props.count)}</span>
          )}
        </label>
        {onConfigure && (
          <IconButton
            icon={Settings2}
            title={`设置：${title}`}
            onClick={() => onConfigure(layer.id)}
          />
        )}
        {onExport && (
          <IconButton
            icon={Download}
            title={`导出：${title}`}
            size={14}
            isSkippedByTab
            onClick={() => onExport(layer.id)}
          />
        )}
        {layer.visible && (
          <button
            type="button"
            className={styles.percent}
            aria-expanded={opacityOpen}
            aria-label={`${title}的不透明度 ${percent(layer.opacity)}`}
            title="不透明度"
            onClick={() => setOpacityOpen(!opacityOpen)}
          >
            {percent(layer.opacity)}
          </button>
        )}
      </div>
      {layer.visible && (
        <div className={styles.detail}>
          {opacityOpen && (
            <label className={styles.opacity}>
              <span>不透明度</span>
              <input
                type="range"
                min={0}
                max={100}
                step={5}
                value={Math.round(layer.opacity * 100)}
                aria-label={`${title}的不透明度`}
                aria-valuetext={percent(layer.opacity)}
                onChange={(event) => props.onOpacity(layer.id, Number(event.target.value) / 100)}
              />
            </label>
          )}
          {legend && <Legend model={legend} label={`${title}图例`} />}
          {note !== '' && <p className={styles.note}>{note}</p>}
        </div>
      )}
    </li>
  );
});
