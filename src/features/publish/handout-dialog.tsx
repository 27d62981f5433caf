import { Button, Input, Modal } from 'antd';
import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { FileRunStatus } from '../../ui/file-run-status';
import type { HandoutChoice, HandoutDialogProps } from './handout-dialog-props';
import styles from './publish.module.css';

function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <label className={styles.field}>
      <span>{props.label}</span>
      <Input
        value={props.value}
        placeholder={props.hint ?? ''}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

/** 单文件成果: one HTML file for those without the program, for inside or for the public, after a checklist. */
export function HandoutDialog(props: HandoutDialogProps): ReactNode {
  const { choice, scenes, run, onChoice } = props;
  const put = (change: Partial<HandoutChoice>): void => onChoice({ ...choice, ...change });
  const isRunning = run.kind === 'running';
  const close = (): void => {
    props.onCancel();
    props.onClose();
  };
  return (
    <Modal
      open
      title="单文件成果（HTML）"
      width={760}
      style={{ top: 24 }}
      onCancel={close}
      closable={{ 'aria-label': '关闭单文件成果' }}
      footer={
        <div className={styles.footer}>
          <div className={styles.status}>
            <FileRunStatus run={run} label="正在生成单文件成果" onCancel={props.onCancel} />
          </div>
          <Button onClick={close}>关闭</Button>
          <Button
            type="primary"
            icon={<FileDown size={14} aria-hidden />}
            loading={isRunning}
            disabled={props.isMissing}
            onClick={props.onMake}
          >
            生成{props.isPublic ? '公开版' : '内部版'}
          </Button>
        </div>
      }
    >
      <p className={styles.note}>
        一个 .html 文件，双击用浏览器打开，不用联网、不用安装：可缩放的地图、{scenes.length}{' '}
        个场景（
        {scenes.join('、')}）、图例、数字和可查找排序的村表。
      </p>
      <div className={styles.fields}>
        <TextField label="标题" value={choice.title} onChange={(title) => put({ title })} />
        <TextField label="日期" value={choice.date} onChange={(date) => put({ date })} />
        <TextField
          label="制图单位"
          value={choice.organisation}
          onChange={(organisation) => put({ organisation })}
        />
        <TextField
          label="审图号"
          hint="公开出版的地图填写"
          value={choice.mapNumber}
          onChange={(mapNumber) => put({ mapNumber })}
        />
      </div>
      {props.publishing}
    </Modal>
  );
}
