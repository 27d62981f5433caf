// Shares over 100 % in tables. A rate of growth may well be larger.
import type { AuditFinding } from '../domain/audit-finding';
import { figureText } from './audit-number';
import { MEND_TEXT, finding } from './audit-finding-text';
import { type AuditTable, cellPlace, rowWords } from './audit-table';

export function shareFindings(audited: AuditTable): readonly AuditFinding[] {
  return audited.columns
    .filter(({ kind }) => kind === 'share')
    .flatMap((column) =>
      column.cells.flatMap((cell, row) => {
        if (cell === null) return [];
        const unit = cell.unit === '%' || cell.unit === '‰' ? cell.unit : column.unit;
        const whole = unit === '‰' ? 1000 : unit === '%' ? 100 : null;
        if (whole === null || cell.low <= whole) return [];
        const stated = `${figureText(cell.value)}${unit}`;
        return finding({
          kind: 'share-over-100',
          severity: 'error',
          where: cellPlace(audited, row, column),
          against: [],
          stated: cell.value,
          computed: null,
          unit,
          arithmetic: `${stated}＞${whole}${unit}`,
          cause: '单位、小数点或分子分母可能写错。',
          text: `${rowWords(audited, row)}「${column.heading}」印作${stated}，部分不可能超过全体。`,
          mend: MEND_TEXT,
          canUseComputed: false,
        });
      }),
    );
}
