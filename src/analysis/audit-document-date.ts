// Years against the date of the document: an aim for a year that was over when the document was issued, and a base of a year
// that had not come. A source whose date is a period (2016—2020年) or is not given says nothing.
import type { AuditFinding } from '../domain/audit-finding';
import type { Source } from '../domain/source';
import type { Target } from '../domain/target';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';

/** The one year that a date names; null where it names none or several. */
function yearOf(date: string): number | null {
  const years = date.match(/\d{4}/g) ?? [];
  return years.length === 1 ? Number(years[0]) : null;
}

/** One finding a document: its aims that were over are all of one cause. */
function pastFindings(source: Source, issued: number, targets: readonly Target[]): AuditFinding[] {
  const past = targets.filter(({ year }) => year < issued);
  const [first] = past;
  if (first === undefined) return [];
  const years = [...new Set(past.map(({ year }) => year))].toSorted((a, b) => a - b);
  return [
    finding({
      kind: 'year',
      severity: 'warning',
      where: { text: first.id, chapter: first.chapter },
      against: past.slice(1).map(({ id, chapter }) => ({ text: id, chapter })),
      stated: first.year,
      computed: issued,
      unit: '年',
      arithmetic: `文件日期${source.date}；目标年${years.join('、')}年，共${past.length}个指标`,
      cause: '文件印发晚于起草，分年目标没有随印发日期更新，或年份写错。',
      text: `《${source.title}》的日期是${source.date}，而指标“${first.name}”等${past.length}个目标的年份${years.join('、')}年在此之前已经过去。`,
      mend: '请改写为完成情况，或核对目标年份。',
      canUseComputed: false,
      mark: 'document-date',
    }),
  ];
}

function futureBaseFindings(
  source: Source,
  issued: number,
  targets: readonly Target[],
): AuditFinding[] {
  return targets.flatMap(({ id, chapter, name, base }) => {
    if (base === null || base.year <= issued) return [];
    return finding({
      kind: 'year',
      severity: 'warning',
      where: { text: id, chapter },
      against: [],
      stated: base.year,
      computed: issued,
      unit: '年',
      arithmetic: `文件日期${source.date}，基期${base.year}年`,
      cause: '基期年份写错，或基期值只是预计。',
      text: `指标“${name}”的基期${base.year}年晚于《${source.title}》的日期${source.date}，那时还没有这一年的数字。`,
      mend: '请核对基期年份；如是预计数，请写明。',
      canUseComputed: false,
      mark: 'base-date',
    });
  });
}

export function documentDateFindings({ sources, targets }: AuditInput): readonly AuditFinding[] {
  return sources.flatMap((source) => {
    const issued = yearOf(source.date);
    const own = targets.filter(({ documentId }) => documentId === source.id);
    if (issued === null) return [];
    return [...pastFindings(source, issued, own), ...futureBaseFindings(source, issued, own)];
  });
}
