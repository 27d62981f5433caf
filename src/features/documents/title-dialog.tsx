import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';

/** Asks for the new title of a document. */
export function TitleDialog({
  title,
  onTitle,
  onClose,
}: {
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [text, setText] = useState(title);
  const isBlank = text.trim() === '';
  const done = (): void => {
    if (isBlank) return;
    onTitle(text.trim());
    onClose();
  };
  return (
    <Modal
      title="重命名方案"
      open
      width={420}
      okText="改名"
      okButtonProps={{ disabled: isBlank, title: isBlank ? '名称不能为空' : '' }}
      onOk={done}
      onCancel={onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <Input
        aria-label="方案名称"
        value={text}
        maxLength={80}
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={done}
      />
    </Modal>
  );
}
