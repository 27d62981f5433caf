import { Button } from 'antd';
import { useState } from 'react';
import { ProblemList } from '../ui/problem-list';
import { useWorkspace } from './workspace';

/** What loading could not use: the rest works, and this says what is missing and how to mend it. */
export function PackNotes() {
  const { notes } = useWorkspace();
  const [open, setOpen] = useState(false);
  const [dismissed, setDismissed] = useState(false);
  if (notes.length === 0 || dismissed) return null;
  return (
    <div role="alert" className="pack-notes">
      <strong>数据有 {notes.length} 处问题，有问题的部分未显示，其余可用</strong>{' '}
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起' : '查看'}
      </Button>{' '}
      <Button size="small" onClick={() => setDismissed(true)}>
        知道了
      </Button>
      {open && <ProblemList problems={notes} />}
    </div>
  );
}
