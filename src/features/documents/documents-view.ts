import type { DocumentRow, FileState, KeptState } from './documents-props';

const RECENT = 5;

export const KEPT_WORDS: Readonly<Record<KeptState['kind'], string>> = {
  saved: '已保存',
  saving: '保存中…',
  failed: '未保存',
};

/** Documents of the same region to offer beside the open one. */
export function recentRows(rows: readonly DocumentRow[], openId: string): readonly DocumentRow[] {
  const here = rows.find(({ id }) => id === openId)?.regionId;
  return rows
    .filter(({ id, isDeleted, regionId }) => !isDeleted && id !== openId && regionId === here)
    .slice(0, RECENT);
}

export function keptText(kept: KeptState, isReadOnly: boolean): string {
  if (kept.kind === 'failed') return `${kept.problem.text}${kept.problem.mend}`;
  if (isReadOnly) return '此方案正在另一个标签页中编辑，本页只读';
  return '方案自动保存在本机浏览器，关闭页面也不会丢失';
}

export function fileText(file: FileState | null): string {
  if (!file) return '尚未存成文件';
  if (file.isCurrent === null) return `上次的文件是 ${file.name}`;
  return file.isCurrent ? `与文件 ${file.name} 一致` : `有改动未存入文件 ${file.name}`;
}

/** "1.2 MB"; below a kilobyte "1 KB". */
export function sizeText(characters: number): string {
  const kilobytes = Math.max(1, Math.round(characters / 1000));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

/** Local time: "今天 14:05", "11月22日 14:05", "2025年11月22日". */
export function timeText(instant: string, now: Date): string {
  const time = new Date(instant);
  const clock = `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
  const day = `${time.getMonth() + 1}月${time.getDate()}日`;
  if (time.toDateString() === now.toDateString()) return `今天 ${clock}`;
  if (time.getFullYear() === now.getFullYear()) return `${day} ${clock}`;
  return `${time.getFullYear()}年${day}`;
}

/** The first of "甲", "甲 2", "甲 3" … that no document has. */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  const titles = new Set(taken);
  if (!titles.has(wanted)) return wanted;
  let number = 2;
  while (titles.has(`${wanted} ${number}`)) number++;
  return `${wanted} ${number}`;
}
