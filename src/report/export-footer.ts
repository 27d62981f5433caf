// The lines that every exported file carries, so that a list found without its maker can still be judged.
import type { RegionPack } from '../domain/region-pack';

export const NOT_A_BOUNDARY = '示意，不作划界依据';

/** What the maker knows and the pure core may not ask for: the clock and the build. */
export interface ExportStamp {
  /** When the file was made, as text for people, e.g. "2026-11-22 10:30". */
  readonly madeAt: string;
  readonly engineVersion: string;
}

/** The day of a stamp as documents write it: “2026年1月2日”. */
export function dayText(madeAt: string): string {
  const [year, month, day] = madeAt.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Ids of the sources behind villages, areas' figures and the given objects, in the order of the pack's list. */
export function sourcesBehind(pack: RegionPack, objectSourceIds: Iterable<string>) {
  const used = new Set<string>(objectSourceIds);
  for (const village of pack.villages) used.add(village.sourceId);
  for (const table of pack.tables) used.add(table.documentId);
  return pack.sources.filter((source) => used.has(source.id));
}

/** 资料来源, date, notice and version, one line each. */
export function exportFooter(
  pack: RegionPack,
  stamp: ExportStamp,
  objectSourceIds: Iterable<string> = [],
): readonly string[] {
  const sources = sourcesBehind(pack, objectSourceIds).map((source) =>
    source.licence === '' ? source.title : `${source.title}（${source.licence}）`,
  );
  return [
    `资料来源：${sources.length > 0 ? sources.join('；') : '数据包未注明'}`,
    `数据包：${pack.name} ${pack.id} ${pack.version}（${pack.date}）；坐标系 WGS84`,
    `生成：村图 Cuntu，计算引擎 ${stamp.engineVersion}，${stamp.madeAt}`,
    NOT_A_BOUNDARY,
  ];
}
