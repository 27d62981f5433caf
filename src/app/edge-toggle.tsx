import { ChevronLeft, ChevronRight } from 'lucide-react';
import { patchSession, useSession } from './session-store';

const SIDES = {
  left: { key: 'leftOpen', word: '左侧栏', hint: '[' },
  right: { key: 'rightOpen', word: '右侧栏', hint: ']' },
} as const;

/** Collapses or opens a rail; stands on the map's edge so that it is there in both states. */
export function EdgeToggle({ side }: { readonly side: 'left' | 'right' }) {
  const { key, word, hint } = SIDES[side];
  const open = useSession((state) => state[key]);
  const title = `${open ? '收起' : '展开'}${word}`;
  const pointsLeft = (side === 'left') === open;
  return (
    <button
      type="button"
      className="edge-toggle"
      data-side={side}
      aria-label={title}
      aria-expanded={open}
      title={`${title}（${hint}）`}
      onClick={() => patchSession({ [key]: !open })}
    >
      {pointsLeft ? <ChevronLeft size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
    </button>
  );
}
