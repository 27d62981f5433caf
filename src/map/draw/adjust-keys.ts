/** What a key does to the handles while they have the focus. */
export type AdjustCommand =
  | { readonly kind: 'nudge'; readonly pixels: readonly [dx: number, dy: number] }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'remove' };

export interface AdjustKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const FAR_PIXELS = 10;

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows move by 1 pixel, with Shift by 10; Tab and Shift+Tab go to the next and previous vertex; Delete removes. */
export function adjustCommand(key: AdjustKey): AdjustCommand | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  const arrow = ARROWS[key.key];
  if (arrow) {
    const far = key.shiftKey ? FAR_PIXELS : 1;
    return { kind: 'nudge', pixels: [arrow[0] * far, arrow[1] * far] };
  }
  if (key.key === 'Tab') return { kind: 'step', by: key.shiftKey ? -1 : 1 };
  if (key.key === 'Delete' || key.key === 'Backspace') return { kind: 'remove' };
  return null;
}
