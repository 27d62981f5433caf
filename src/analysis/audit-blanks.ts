// What the document leaves open: “带动 万户”, and empty cells in a column of figures. One passage is told once.
import type { AuditFinding } from '../domain/audit-finding';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { type AuditTable, cellPlace, rowNumber } from './audit-table';

const MEND_BLANK = '请补上数字；没有数字的，请改写这一句。';

/** A target of words only has no blank; one that is drawn (XX元, ＿＿户) has. */
const GAP = /[_＿X×]{2,}|[（(]\s+[)）]/;

export function textBlankFindings({ statements, targets }: AuditInput): readonly AuditFinding[] {
  const told = new Set<string>();
  const blanks = [
    ...statements
      .filter(({ value }) => value === null)
      .map((each) => ({ ...each, words: each.subject })),
    ...targets
      .filter(({ value, printed }) => value === null && GAP.test(printed))
      .map((each) => ({ ...each, words: `指标“${each.name}”` })),
  ];
  return blanks.flatMap(({ id, chapter, printed, unit, words }) => {
    const key = `${chapter}|${printed.replaceAll(/\s/g, '')}`;
    if (told.has(key)) return [];
    told.add(key);
    return finding({
      kind: 'blank',
      severity: 'note',
      where: { text: id, chapter },
      against: [],
      stated: null,
      computed: null,
      unit,
      arithmetic: '',
      cause: '定稿时数字没有填上。',
      text: `${chapter}“${printed}”：${words}的数字空缺。`,
      mend: MEND_BLANK,
      canUseComputed: false,
    });
  });
}

const SHOWN_ROWS = 8;

export function tableBlankFindings(audited: AuditTable): readonly AuditFinding[] {
  const { table, bodyRows, rowNames } = audited;
  return audited.columns.flatMap((column) => {
    if (column.kind === 'label') return [];
    const empty = bodyRows.filter(
      (row) => (table.rows[row]?.cells[column.index] ?? '').trim() === '',
    );
    const [first] = empty;
    if (first === undefined || empty.length > bodyRows.length / 2) return [];
    const names = empty
      .slice(0, SHOWN_ROWS)
      .map((row) => rowNames[row] || `第${rowNumber(audited, row)}行`);
    const words = `${names.join('、')}${empty.length > SHOWN_ROWS ? '等' : ''}`;
    return finding({
      kind: 'blank',
      severity: 'note',
      where: cellPlace(audited, first, column),
      against: [],
      stated: null,
      computed: null,
      unit: column.unit,
      arithmetic: `${bodyRows.length}行中${empty.length}格空白`,
      cause: '没有数字，或漏填。',
      text: `${audited.name}「${column.heading}」列有${empty.length}格空白：${words}。`,
      mend: '请补上数字；确实没有的，请填0或“—”并注明。',
      canUseComputed: false,
    });
  });
}
