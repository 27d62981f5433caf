import { Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuButton } from '../ui/menu-button';
import { type AskedDialogName, askDialog } from './asked-dialog';

/** What is handed out, each by a dialog of its own. */
const OUTPUTS: readonly {
  readonly key: AskedDialogName;
  readonly label: string;
  readonly extra: string;
}[] = [
  { key: 'print', label: '打印制图、图册（PDF）', extra: 'Ctrl+P' },
  { key: 'report', label: '汇报材料（PPTX、DOCX、XLSX）', extra: 'R' },
  { key: 'handout', label: '单文件成果（HTML）', extra: 'H' },
];

export function OutputMenu(): ReactNode {
  return (
    <MenuButton
      type="text"
      icon={<Share2 size={16} aria-hidden />}
      items={[...OUTPUTS]}
      onItem={(key) => {
        const output = OUTPUTS.find((each) => each.key === key);
        if (output) askDialog(output.key);
      }}
    >
      成果
    </MenuButton>
  );
}
