import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ResizeEdge, clampSize } from '../ui/resize-edge';
import { patchSession, useSession } from './session-store';

const STORAGE_KEY = 'cuntu.table-height';
const MIN_HEIGHT = 140;
const DEFAULT_HEIGHT = 208;

/** The map keeps at least two fifths of the window. */
function maxHeight(): number {
  return Math.round(innerHeight * 0.6);
}

/** Blocked storage only loses the remembered height. */
function rememberedHeight(): number {
  try {
    return clampSize(
      Number(localStorage.getItem(STORAGE_KEY)) || DEFAULT_HEIGHT,
      MIN_HEIGHT,
      maxHeight(),
    );
  } catch {
    return DEFAULT_HEIGHT;
  }
}

function remember(height: number): void {
  try {
    localStorage.setItem(STORAGE_KEY, String(height));
  } catch {
    return;
  }
}

/** The collapsible bottom of the screen; its height is dragged by the upper edge and remembered. */
export function TableDock({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const open = useSession((state) => state.tableOpen);
  const [height, setHeight] = useState(rememberedHeight);
  const resize = (next: number): void => {
    setHeight(next);
    remember(next);
  };
  return (
    <section className="dock" aria-label={title}>
      {open && (
        <ResizeEdge
          side="top"
          label="村表高度"
          size={height}
          min={MIN_HEIGHT}
          max={maxHeight()}
          onResize={resize}
        />
      )}
      <div className="dock-head">
        <button
          type="button"
          className="link-button"
          aria-expanded={open}
          onClick={() => patchSession({ tableOpen: !open })}
        >
          {open ? <ChevronDown size={14} /> : <ChevronUp size={14} />} {title}
        </button>
      </div>
      {open && (
        <div className="dock-body" style={{ height }}>
          {children}
        </div>
      )}
    </section>
  );
}
