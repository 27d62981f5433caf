// What a sheet and a column of the workbook are, and the columns that many sheets share.
export interface TemplateColumn {
  readonly heading: string;
  readonly isRequired: boolean;
  readonly note: string;
  /** Words that may stand here; absent: anything. */
  readonly words?: readonly string[];
}

export interface TemplateSheet {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly TemplateColumn[];
}

export function needed(heading: string, note: string, words?: Readonly<Record<string, string>>) {
  return column(true, heading, note, words);
}

export function free(heading: string, note: string, words?: Readonly<Record<string, string>>) {
  return column(false, heading, note, words);
}

function column(
  isRequired: boolean,
  heading: string,
  note: string,
  words?: Readonly<Record<string, string>>,
): TemplateColumn {
  const plain = { heading, isRequired, note };
  return words === undefined ? plain : { ...plain, words: Object.values(words) };
}

export const ID = needed('编号', '英文小写字母、数字和短横，同一张表内不重复');
export const CHAPTER = needed('章节', '文件中的章节');
export const PRINTED = needed('原文', '照文件逐字抄录');
export const AREAS = '县、乡镇或村的名称或代码，多个用顿号分开；乡镇重名时写代码';
export const SOURCE = free('来源', '资料表中的编号，空白为 P0（本规划）');
