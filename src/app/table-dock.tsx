import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { patchSession, useSession } from './session-store';

const STORAGE_KEY = 'cuntu.table-height';
const MIN_HEIGHT = 140;
const DEFAULT_HEIGHT = 208;
const STEP = 24;

function clampHeight(height: number): number {
  return Math.round(Math.min(Math.max(height, MIN_HEIGHT), innerHeight * 0.6));
}

/** Blocked storage only loses the remembered height. */
function rememberedHeight(): number {
  try {
    return clampHeight(Number(localStorage.getItem(STORAGE_KEY)) || DEFAULT_HEIGHT);
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
    const clamped = clampHeight(next);
    setHeight(clamped);
    remember(clamped);
  };
  return (
    <section className="dock" aria-label={title}>
      {open && (
        <div
          className="dock-edge"
          role="separator"
          tabIndex={0}
          aria-label="表格高度"
          aria-orientation="horizontal"
          aria-valuenow={height}
          aria-valuemin={MIN_HEIGHT}
          aria-valuemax={Math.round(innerHeight * 0.6)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowUp') resize(height + STEP);
            if (event.key === 'ArrowDown') resize(height - STEP);
          }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            const footerHeight = 26 + 28;
            resize(innerHeight - event.clientY - footerHeight);
          }}
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
