// One stop of the Tab key for all tools; arrow keys, Home and End go from tool to tool (WAI-ARIA's toolbar pattern).
import { Button, Tooltip } from 'antd';
import { memo, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface Tool {
  readonly title: string;
  /** Its shortcut, shown with the title. */
  readonly keys?: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  /** Of a tool that stays on. */
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

interface Props {
  readonly label: string;
  readonly className?: string;
  readonly tools: readonly Tool[];
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step) return;
  const buttons = [
    ...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)'),
  ];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  buttons[step(at, buttons.length)]?.focus();
}

interface ToolButtonProps extends Tool {
  readonly at: number;
  /** The one that the Tab key reaches. */
  readonly isStop: boolean;
  readonly onFocus: (at: number) => void;
}

/** A component of its own: an edit gives one tool another title and leaves the others as drawn. */
const ToolButton = memo(function ToolButton(props: ToolButtonProps): ReactNode {
  const { at, title, keys, icon, disabled = false, pressed, isStop, onFocus, onClick } = props;
  return (
    <Tooltip title={keys ? `${title}（${keys}）` : title}>
      <Button
        type="text"
        icon={icon}
        aria-label={title}
        disabled={disabled}
        tabIndex={isStop ? 0 : -1}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onFocus={() => onFocus(at)}
        onClick={onClick}
      />
    </Tooltip>
  );
});

export function Toolbar({ label, className, tools }: Props) {
  const [lastFocused, setLastFocused] = useState(0);
  const stop = tools[lastFocused]?.disabled
    ? tools.findIndex(({ disabled }) => !disabled)
    : lastFocused;
  return (
    <div className={className} role="toolbar" aria-label={label} onKeyDown={moveFocus}>
      {tools.map((tool, at) => (
        <ToolButton key={at} {...tool} at={at} isStop={at === stop} onFocus={setLastFocused} />
      ))}
    </div>
  );
}
