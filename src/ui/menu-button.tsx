import { Button, type ButtonProps, type MenuProps } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type * as DropMenuModule from './drop-menu';

type Parts = typeof DropMenuModule;

const loadMenu = (): Promise<Parts> => import('./drop-menu');

function preload(): void {
  // A failure is told on the click.
  void Promise.allSettled([loadMenu()]);
}

interface MenuButtonProps extends Omit<ButtonProps, 'ref' | 'onClick'> {
  readonly items: NonNullable<MenuProps['items']>;
  readonly menuClassName?: string;
  readonly onOpen?: () => void;
  readonly onItem: (key: string) => void;
}

/**
 * A button that opens a menu. The menu's code comes when the pointer or the focus reaches the button; until the first
 * click the button is a plain one, which changes nothing to look at and keeps the focus where it is.
 */
export function MenuButton(props: MenuButtonProps): ReactNode {
  const { items, menuClassName, onOpen, onItem, ...rest } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [parts, setParts] = useState<Parts | null>(null);
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // To the error boundary round the button.
  if (failure !== null) throw failure;
  const show = (isOpen: boolean): void => {
    setOpen(isOpen);
    if (isOpen) onOpen?.();
  };
  const first = (): void => {
    loadMenu()
      .then((loaded) => {
        setParts(loaded);
        show(true);
      })
      .catch((error: unknown) => setFailure(error));
  };
  if (!parts)
    return (
      <Button
        {...rest}
        ref={button}
        aria-haspopup="menu"
        onPointerEnter={preload}
        onFocus={preload}
        onClick={first}
      />
    );
  const { DropMenu } = parts;
  return (
    <DropMenu
      disabled={rest.disabled ?? false}
      trigger={['click']}
      // Without it the keyboard stays on the button and cannot reach the menu.
      autoFocus
      open={open}
      onOpenChange={show}
      menu={{
        items,
        ...(menuClassName ? { className: menuClassName } : {}),
        onClick: ({ key }) => {
          // The menu goes away with the focus in it: give it back, or the next Tab starts at the page's top.
          button.current?.focus();
          onItem(key);
        },
      }}
    >
      <Button {...rest} ref={button} aria-haspopup="menu" />
    </DropMenu>
  );
}
