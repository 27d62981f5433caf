import {
  ChevronLeft,
  ChevronRight,
  Grid3x3,
  type LucideIcon,
  Maximize2,
  MonitorUp,
  Moon,
  Plane,
  Pointer,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { PresentPanelProps } from './present-panel-props';
import styles from './present.module.css';

const INTERVALS_SECONDS = [5, 10, 20, 30, 60];

function BarButton(props: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly keys: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  const { icon: Icon, title, pressed } = props;
  return (
    <button
      type="button"
      className={styles.barButton}
      aria-label={title}
      title={`${title}（${props.keys}）`}
      disabled={props.disabled ?? false}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      onClick={props.onClick}
    >
      <Icon size={22} aria-hidden />
    </button>
  );
}

/** What the keys do, for who has the mouse in hand. */
export function PresentBar({
  state,
  onAction,
}: Pick<PresentPanelProps, 'state' | 'onAction'>): ReactNode {
  const { index, count } = state;
  return (
    <div className={styles.bar} role="toolbar" aria-label="放映控制">
      <BarButton
        icon={ChevronLeft}
        title="上一页"
        keys="←、PgUp"
        disabled={index === 0}
        onClick={() => onAction({ kind: 'step', by: -1 })}
      />
      <span className={styles.place}>
        {index + 1} / {count}
      </span>
      <BarButton
        icon={ChevronRight}
        title="下一页"
        keys="→、PgDn、空格"
        disabled={index === count - 1}
        onClick={() => onAction({ kind: 'step', by: 1 })}
      />
      <BarButton
        icon={Grid3x3}
        title="总览"
        keys="O"
        onClick={() => onAction({ kind: 'overview' })}
      />
      <BarButton icon={Moon} title="黑屏" keys="B" onClick={() => onAction({ kind: 'black' })} />
      <BarButton
        icon={Pointer}
        title="激光笔"
        keys="L"
        pressed={state.hasPointer}
        onClick={() => onAction({ kind: 'pointer' })}
      />
      <BarButton
        icon={Plane}
        title="镜头飞行"
        keys="关掉后直接切换"
        pressed={state.isFlying}
        onClick={() => onAction({ kind: 'flights' })}
      />
      <select
        className={styles.interval}
        aria-label="自动放映"
        value={state.autoplaySeconds ?? 0}
        onChange={(event) => {
          const seconds = Number(event.target.value);
          event.target.blur();
          onAction({ kind: 'autoplay', seconds: seconds === 0 ? null : seconds });
        }}
      >
        <option value={0}>手动</option>
        {INTERVALS_SECONDS.map((seconds) => (
          <option key={seconds} value={seconds}>
            {seconds} 秒
          </option>
        ))}
      </select>
      <BarButton
        icon={MonitorUp}
        title="演讲者窗口"
        keys="N"
        onClick={() => onAction({ kind: 'presenter' })}
      />
      <BarButton
        icon={Maximize2}
        title="全屏"
        keys="F"
        onClick={() => onAction({ kind: 'fullscreen' })}
      />
      <BarButton icon={X} title="结束放映" keys="Esc" onClick={() => onAction({ kind: 'leave' })} />
    </div>
  );
}
