// One stop of the Tab key for all tools; arrow keys, Home and End go from tool to tool (WAI-ARIA's toolbar pattern).
import { Button, Tooltip } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';

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

export function Toolbar({ label, className, tools }: Props) {
  const [lastFocused, setLastFocused] = useState(0);
  const stop = tools[lastFocused]?.disabled
    ? tools.findIndex(({ disabled }) => !disabled)
    : lastFocused;
  return (
    <div className={className} role="toolbar" aria-label={label} onKeyDown={moveFocus}>
      {tools.map(({ title, keys, icon, disabled = false, pressed, onClick }, at) => (
        <Tooltip key={at} title={keys ? `${title}（${keys}）` : title}>
          <Button
            type="text"
            icon={icon}
            aria-label={title}
            disabled={disabled}
            tabIndex={at === stop ? 0 : -1}
            {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
            onFocus={() => setLastFocused(at)}
            onClick={onClick}
          />
        </Tooltip>
      ))}
    </div>
  );
}
