import { Button } from 'antd';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimsDialogProps, ClaimsExportKind } from './claims-dialog-props';

const KINDS: readonly (readonly [ClaimsExportKind, string])[] = [
  ['xlsx', '导出 Excel'],
  ['csv', '导出 CSV'],
];

export function ClaimsExport({
  exporting,
  onExport,
}: Pick<ClaimsDialogProps, 'exporting' | 'onExport'>): ReactNode {
  return (
    <div role="group" aria-label="导出口径核验表">
      {KINDS.map(([kind, word]) => (
        <Button
          key={kind}
          size="small"
          loading={exporting === kind}
          icon={<Download size={14} aria-hidden />}
          style={{ marginLeft: 4 }}
          onClick={() => exporting === null && onExport(kind)}
        >
          {word}
        </Button>
      ))}
    </div>
  );
}
