import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem';
import { ProblemList } from '../../ui/problem-list';

/** What was found wrong with a file that was opened, or could not be. */
export function RecoveryDialog({
  fileName,
  isOpened,
  problems,
  onClose,
}: {
  readonly fileName: string;
  /** Some of it was recovered and is now open. */
  readonly isOpened: boolean;
  readonly problems: readonly Problem[];
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      title={isOpened ? `已恢复 ${fileName} 的一部分` : `打不开 ${fileName}`}
      open
      width={560}
      onCancel={onClose}
      closable={{ 'aria-label': '关闭' }}
      footer={
        <Button type="primary" onClick={onClose}>
          知道了
        </Button>
      }
    >
      {isOpened && <p>能恢复的内容已放入一个新方案，原文件和其他方案都没有改动。以下内容丢失：</p>}
      <ProblemList problems={problems} />
    </Modal>
  );
}
