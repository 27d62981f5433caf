// Pan and zoom by mouse, wheel, touch and keys: a scale and an offset, told to whoever draws.

export interface Camera {
  /** CSS pixels a map unit. */
  readonly scale: number;
  /** CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export interface CameraControl {
  readonly now: () => Camera;
  readonly set: (camera: Camera) => void;
  /** Shows the box of map units, centred. */
  readonly fit: (x: number, y: number, width: number, height: number) => void;
  readonly zoomBy: (factor: number) => void;
}

const KEY_PIXELS = 60;
const KEY_ZOOM = 1.3;
const CLICK_PIXELS = 4;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface Options {
  readonly onChange: (camera: Camera) => void;
  readonly onClick: (x: number, y: number) => void;
  readonly onHome: () => void;
}

function listenToPointers(
  target: SVGElement,
  { onClick }: Options,
  pan: (dx: number, dy: number) => void,
  zoomAt: (factor: number, x: number, y: number) => void,
): void {
  const pointers = new Map<number, { readonly x: number; readonly y: number }>();
  let moved = 0;
  const spread = (): number => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  target.addEventListener('pointerdown', (event) => {
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    target.setPointerCapture(event.pointerId);
  });
  target.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const wide = spread();
    const now = { x: event.offsetX, y: event.offsetY };
    pointers.set(event.pointerId, now);
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    pan((now.x - before.x) / pointers.size, (now.y - before.y) / pointers.size);
    if (pointers.size === 2 && wide > 0) zoomAt(spread() / wide, now.x, now.y);
  });
  const end = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (event.type === 'pointerup' && moved <= CLICK_PIXELS) onClick(event.offsetX, event.offsetY);
  };
  target.addEventListener('pointerup', end);
  target.addEventListener('pointercancel', end);
  target.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY);
    },
    { passive: false },
  );
}

/** `limits`: pixels a unit, least and most. */
export function cameraControl(
  target: SVGSVGElement,
  limits: readonly [number, number],
  options: Options,
): CameraControl {
  let camera: Camera = { scale: 1, x: 0, y: 0 };
  const set = (next: Camera): void => {
    camera = next;
    options.onChange(camera);
  };
  const pan = (dx: number, dy: number): void =>
    set({ ...camera, x: camera.x + dx, y: camera.y + dy });
  const zoomAt = (factor: number, x: number, y: number): void => {
    const scale = Math.min(limits[1], Math.max(limits[0], camera.scale * factor));
    const by = scale / camera.scale;
    set({ scale, x: x - (x - camera.x) * by, y: y - (y - camera.y) * by });
  };
  const zoomBy = (factor: number): void =>
    zoomAt(factor, target.clientWidth / 2, target.clientHeight / 2);
  listenToPointers(target, options, pan, zoomAt);
  target.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (arrow) pan(arrow[0] * KEY_PIXELS, arrow[1] * KEY_PIXELS);
    else if (event.key === '+' || event.key === '=') zoomBy(KEY_ZOOM);
    else if (event.key === '-') zoomBy(1 / KEY_ZOOM);
    else if (event.key === '0' || event.key === 'Home') options.onHome();
    else return;
    event.preventDefault();
  });
  return {
    now: () => camera,
    set,
    zoomBy,
    fit: (x, y, width, height) => {
      const wanted = Math.min(target.clientWidth / width, target.clientHeight / height);
      const scale = Math.min(limits[1], Math.max(limits[0], wanted));
      set({
        scale,
        x: target.clientWidth / 2 - (x + width / 2) * scale,
        y: target.clientHeight / 2 - (y + height / 2) * scale,
      });
    },
  };
}
