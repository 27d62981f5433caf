// 卷帘: where the divider between two maps stands, in percent of the width from the left. Pure.

const STEP = 2;
const BIG_STEP = 10;

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

/** Where a key moves the divider; null for a key that does not. As ARIA's slider has it; Shift with an arrow goes further. */
export function positionByKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  percent: number,
): number | null {
  const step = shiftKey ? BIG_STEP : STEP;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(percent - step);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(percent + step);
    case 'PageDown':
      return within(percent - BIG_STEP);
    case 'PageUp':
      return within(percent + BIG_STEP);
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return null;
  }
}

/** Where a pointer puts it, in a box of this left edge and width in pixels. */
export function positionByPointer(
  clientX: number,
  { left, width }: { readonly left: number; readonly width: number },
): number {
  return width > 0 ? within(((clientX - left) / width) * 100) : 50;
}

/** For those who can not see it. */
export function positionWords(percent: number, before: string, after: string): string {
  const share = Math.round(percent);
  if (share === 0) return `全幅显示乙「${after}」`;
  if (share === 100) return `全幅显示甲「${before}」`;
  return `左侧 ${share}% 显示甲「${before}」，右侧 ${100 - share}% 显示乙「${after}」`;
}
