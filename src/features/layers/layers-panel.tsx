import { Segmented } from 'antd';
import { RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  DEFAULT_LAYER_STATE,
  type LayerGroup,
  type LayerId,
  layerTitle,
} from '../../map/layer-catalog';
import { IconButton } from '../../ui/icon-button';
import { Section } from '../../ui/section';
import { groupLayers, isDefault, setOpacity, setVisible } from './layer-order';
import { LayerOrderList } from './layer-order-list';
import { LayerRow } from './layer-row';
import type { LayersPanelProps } from './layers-panel-props';
import styles from './layers-panel.module.css';

type View = 'groups' | 'order';

const CONFIGURABLE: ReadonlySet<LayerId> = new Set<LayerId>(['thematic']);

/** 图层: what is drawn, how strongly, what it means, and what lies on top. */
export function LayersPanel(props: LayersPanelProps): ReactNode {
  const { layers, region, onChange } = props;
  const [view, setView] = useState<View>('groups');
  const [closed, setClosed] = useState<ReadonlySet<LayerGroup>>(new Set());
  const fold = (group: LayerGroup, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(group);
    else next.add(group);
    setClosed(next);
  };
  const onVisible = (id: LayerId, visible: boolean): void =>
    onChange(setVisible(layers, id, visible));
  const onOpacity = (id: LayerId, opacity: number): void =>
    onChange(setOpacity(layers, id, opacity));
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <Segmented<View>
          size="small"
          aria-label="图层的列法"
          value={view}
          onChange={setView}
          options={[
            { value: 'groups', label: '分组与图例' },
            { value: 'order', label: '叠放顺序' },
          ]}
        />
        <IconButton
          icon={RotateCcw}
          title="恢复默认图层"
          disabledReason={isDefault(layers) ? '已是默认' : null}
          onClick={() => onChange(DEFAULT_LAYER_STATE)}
        />
      </div>
      {view === 'order' ? (
        <LayerOrderList region={region} layers={layers} onChange={onChange} />
      ) : (
        groupLayers(layers).map(({ group, layers: members, visibleCount }) => (
          <Section
            key={group}
            title={group}
            count={`${visibleCount}/${members.length}`}
            open={!closed.has(group)}
            onOpen={(open) => fold(group, open)}
          >
            <ul className={styles.list}>
              {members.map((layer) => (
                <LayerRow
                  key={layer.id}
                  layer={layer}
                  title={layerTitle(layer.id, region)}
                  legend={props.legends[layer.id]}
                  count={props.counts[layer.id]}
                  onVisible={onVisible}
                  onOpacity={onOpacity}
                  onExport={props.exportable.has(layer.id) ? props.onExport : null}
                  onConfigure={CONFIGURABLE.has(layer.id) ? props.onConfigure : null}
                />
              ))}
            </ul>
          </Section>
        ))
      )}
    </div>
  );
}
