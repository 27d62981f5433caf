import { create } from 'zustand';
import { showOpenScenario } from './plan-store';

/** 数据体检, 图表, 单文件成果, 打印制图 and 汇报材料: dialogs over the whole screen, asked for from the header and by key. */
export type AskedDialogName = 'audit' | 'charts' | 'handout' | 'print' | 'report';

interface AskedDialog {
  readonly name: AskedDialogName | null;
  /** What had the focus before, to give it back. */
  readonly opener: Element | null;
}

export const useAskedDialog = create<AskedDialog>(() => ({ name: null, opener: null }));

/** They take the map as it is drawn: two linked maps and the preview of a merge must end before. */
export function needsOneMap(name: AskedDialogName | null): boolean {
  return name === 'print' || name === 'report';
}

export function askDialog(name: AskedDialogName): void {
  if (needsOneMap(name)) showOpenScenario();
  useAskedDialog.setState((before) => ({
    name,
    opener: before.name === null ? document.activeElement : before.opener,
  }));
}

export function closeDialog(): void {
  useAskedDialog.setState({ name: null });
}
