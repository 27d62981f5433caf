import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { RegionPack } from '../../domain/region-pack';
import { layerTitle, type LayerId, type LayerState } from '../../map/layer-catalog';
import { IconButton } from '../../ui/icon-button';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { moveBy, moveTo } from './layer-order';
import styles from './layers-panel.module.css';

/** The drawing order, top first: drag a row, press its arrows, or Alt+↑ / Alt+↓ on it. */
export function LayerOrderList({
  region,
  layers,
  onChange,
}: {
  readonly region: Pick<RegionPack, 'beltsWord'>;
  readonly layers: LayerState;
  readonly onChange: (next: LayerState) => void;
}): ReactNode {
  const titleOf = (id: LayerId): string => layerTitle(id, region);
  const focused = useRef<Element | null>(null);
  const [dragged, setDragged] = useState<LayerId | null>(null);
  const [moved, setMoved] = useState<LayerId | null>(null);
  const place = moved === null ? -1 : layers.findIndex((layer) => layer.id === moved);
  // Moving a row in the page takes the focus from it: give it back, so that the key can be pressed again.
  useEffect(() => {
    if (focused.current instanceof HTMLElement) focused.current.focus();
  }, [moved, place]);
  const step = (id: LayerId, by: -1 | 1): void => {
    focused.current = document.activeElement;
    setMoved(id);
    onChange(moveBy(layers, id, by));
  };
  const onKeyDown = (event: KeyboardEvent, id: LayerId): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    step(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <>
      <p className={styles.hint}>上面的盖住下面的。拖动，或选中一行按 Alt+↑ / Alt+↓。</p>
      <ul className={styles.list} aria-label="叠放顺序，最上面的在最前">
        {layers.map((layer, at) => (
          <li
            key={layer.id}
            tabIndex={0}
            draggable
            className={styles.orderRow}
            data-dragged={dragged === layer.id}
            data-hidden={!layer.visible}
            onKeyDown={(event) => onKeyDown(event, layer.id)}
            onDragStart={() => setDragged(layer.id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged !== layer.id) onChange(moveTo(layers, dragged, at));
            }}
          >
            <GripVertical size={14} aria-hidden className={styles.grip} />
            <span className={styles.orderName}>{titleOf(layer.id)}</span>
            {!layer.visible && <span className={styles.count}>未显示</span>}
            <IconButton
              icon={ArrowUp}
              title={`上移${titleOf(layer.id)}`}
              keyHint="Alt+↑"
              size={14}
              disabledReason={at === 0 ? '已在最上' : null}
              onClick={() => step(layer.id, -1)}
            />
            <IconButton
              icon={ArrowDown}
              title={`下移${titleOf(layer.id)}`}
              keyHint="Alt+↓"
              size={14}
              disabledReason={at === layers.length - 1 ? '已在最下' : null}
              onClick={() => step(layer.id, 1)}
            />
          </li>
        ))}
      </ul>
      <VisuallyHidden live>
        {moved === null ? '' : `${titleOf(moved)}在第 ${place + 1} 层，共 ${layers.length} 层`}
      </VisuallyHidden>
    </>
  );
}
