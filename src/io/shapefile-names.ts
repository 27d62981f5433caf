// The texts beside a shapefile of our own export, by which its short field names get their full headings back.

export const NAMES_FILE = '字段对照.txt';
export const ABOUT_FILE = '说明.txt';
export const NAMES_HEADING = '字段名\t完整列名\t类型';

/** Field name → full heading, from the text of 字段对照.txt; null when it is another file of that name. */
export function readFieldNames(text: string): ReadonlyMap<string, string> | null {
  const [heading, ...lines] = text.split(/\r?\n/);
  if (heading !== NAMES_HEADING) return null;
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [name, full] = line.split('\t');
      return name === undefined || full === undefined ? [] : [[name, full]];
    }),
  );
}
