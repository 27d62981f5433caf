import { Tooltip } from 'antd';
import type { LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode, Ref } from 'react';
import styles from './icon-button.module.css';

export interface IconButtonProps {
  readonly icon: LucideIcon;
  /** What the button does: its spoken name and its tooltip. */
  readonly title: string;
  /** Shortcut as the user presses it, e.g. "Alt+↑". */
  readonly keyHint?: string;
  /** Set exactly when the button cannot be used: why not. It stays focusable so that the reason can be read. */
  readonly disabledReason?: string | null;
  /** For a toggle. */
  readonly pressed?: boolean;
  /** For a button that opens something below it. */
  readonly expanded?: boolean;
  /** Words beside the icon, where there is room. */
  readonly text?: string;
  readonly size?: number;
  /** Left out of the Tab order, where a key of its own does the same and rows of such buttons would be a long way. */
  readonly isSkippedByTab?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}

export function IconButton(props: IconButtonProps): ReactNode {
  const { icon: Icon, title, keyHint, pressed, expanded, ref = null } = props;
  const reason = props.disabledReason ?? null;
  const hint = keyHint === undefined ? title : `${title}（${keyHint}）`;
  return (
    <Tooltip title={reason === null ? hint : `${hint}：${reason}`} mouseEnterDelay={0.4}>
      <button
        type="button"
        className={props.text === undefined ? styles.button : styles.wide}
        aria-label={reason === null ? title : `${title}（${reason}）`}
        aria-disabled={reason !== null}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        {...(expanded !== undefined && { 'aria-expanded': expanded })}
        {...(props.isSkippedByTab === true && { tabIndex: -1 })}
        ref={ref}
        onClick={(event) => {
          event.stopPropagation();
          if (reason === null) props.onClick(event);
        }}
      >
        <Icon size={props.size ?? 16} aria-hidden />
        {props.text}
      </button>
    </Tooltip>
  );
}
