import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { HelpContent } from './help-content';
import type { HelpDialogProps } from './help-dialog-props';

/** 帮助: three steps, the meaning of the states, the keys. */
export function HelpDialog({ open, shortcuts, onClose }: HelpDialogProps): ReactNode {
  return (
    <Modal
      title="帮助"
      open={open}
      onCancel={onClose}
      footer={null}
      width={640}
      closable={{ 'aria-label': '关闭帮助' }}
    >
      <HelpContent shortcuts={shortcuts} />
    </Modal>
  );
}
