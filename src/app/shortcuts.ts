import { useEffect } from 'react';
import type { Shortcut } from '../features/help/help-dialog-props';

export interface AppCommand {
  readonly keys: readonly string[];
  readonly action: string;
  readonly group: string;
  readonly run: () => void;
  /** Keys that the browser would take for itself, in a text field too. */
  readonly whileTyping?: boolean;
}

/** Keys that the map, the table and the search box handle themselves; listed in the help. */
export const BUILT_IN_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['/'], action: '搜索村、乡镇、项目', group: '查找' },
  { keys: ['Ctrl', 'K'], action: '搜索村、乡镇、项目', group: '查找' },
  { keys: ['←', '→', '↑', '↓'], action: '平移地图（焦点在地图时）；在表格中移动', group: '地图' },
  { keys: ['+'], action: '放大', group: '地图' },
  { keys: ['-'], action: '缩小', group: '地图' },
  { keys: ['Enter'], action: '表格中：定位到该村', group: '表格' },
  { keys: ['Tab'], action: '调整位置时：下一个节点（Shift+Tab 上一个）', group: '规划' },
  {
    keys: ['Shift', '←', '→', '↑', '↓'],
    action: '调整位置时：节点移动 10 像素（不按 Shift 为 1 像素）',
    group: '规划',
  },
  { keys: ['Delete'], action: '调整位置时：删除所选节点', group: '规划' },
  { keys: ['T'], action: '标绘时：沿边界、河流或道路描绘（Shift+T 沿另一侧）', group: '规划' },
  { keys: ['Backspace'], action: '标绘时：退一点', group: '规划' },
  { keys: ['Alt'], action: '标绘时按住：暂停捕捉', group: '规划' },
  { keys: ['PgDn'], action: '放映时：下一页（→、空格也可；PgUp、← 上一页）', group: '放映' },
  {
    keys: ['1'],
    action: '放映时：转到第 1 页（页多时输完按 Enter；Home、End 首尾）',
    group: '放映',
  },
  {
    keys: ['B'],
    action: '放映时：黑屏（翻页笔的黑屏键也可）；L 激光笔，O 总览，N 演讲者窗口，F 全屏',
    group: '放映',
  },
  { keys: ['+'], action: '放映时：服务距离加 100 米（- 减）', group: '放映' },
  { keys: ['Esc'], action: '放映时：关闭总览；结束', group: '放映' },
  { keys: ['Esc'], action: '结束点选、套索、标绘或调整位置；拖动中则取消拖动', group: '通用' },
];

const MODIFIERS = new Set(['Ctrl', 'Shift']);

/** Inputs that take no letters: a shortcut pressed on them is meant as one. */
const LETTERLESS_INPUTS = new Set(['radio', 'checkbox', 'range', 'button', 'file']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !LETTERLESS_INPUTS.has(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/** True when the event is exactly this combination; ⌘ counts as Ctrl. */
export function matchesKeys(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  keys: readonly string[],
): boolean {
  const plain = keys.find((key) => !MODIFIERS.has(key));
  if (plain === undefined || event.altKey) return false;
  const wantsShift = keys.includes('Shift');
  // "?" needs Shift on most keyboards: punctuation is matched by what it types.
  const isLetter = /^[a-z]$/i.test(plain);
  return (
    event.key.toLowerCase() === plain.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === keys.includes('Ctrl') &&
    (!isLetter || event.shiftKey === wantsShift)
  );
}

/** Runs the commands on their keys, but never while the user types text (Ctrl combinations of editing excepted there too). */
export function useShortcuts(commands: readonly AppCommand[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = commands.find((candidate) => matchesKeys(event, candidate.keys));
      if (!command || (isTyping(event.target) && !command.whileTyping)) return;
      event.preventDefault();
      command.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [commands]);
}
