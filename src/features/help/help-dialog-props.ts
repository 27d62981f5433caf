/** One keyboard shortcut: the keys in press order, e.g. ['Ctrl', 'K'], and what they do, in Chinese. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly action: string;
  readonly group: string;
}

export interface HelpDialogProps {
  readonly open: boolean;
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
}
