import { Button, Input, Modal, Progress, Radio, Select } from 'antd';
import { CircleAlert, CircleCheck, FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { canPublish, type PublishFacts } from '../../report/publish-checklist';
import { PUBLISH_GRIDS } from '../../report/publish-grid';
import { formatInteger } from '../../ui/format';
import type { HandoutChoice, HandoutDialogProps, HandoutState } from './handout-dialog-props';
import { PublishChecklist } from './publish-checklist';
import styles from './publish.module.css';

const THRESHOLDS = [3, 5, 10, 20];

function Status({ state }: { readonly state: HandoutState }): ReactNode {
  return (
    <div className={styles.status} role="status">
      {state.kind === 'running' && (
        <>
          <Progress
            percent={Math.round((state.done / Math.max(state.total, 1)) * 100)}
            size="small"
            aria-label="正在生成单文件成果"
          />
          正在计算第 {state.done + 1} / {state.total} 个场景…
        </>
      )}
      {state.kind === 'done' && (
        <>
          <CircleCheck size={14} aria-hidden /> 已生成 {state.name}（
          {formatInteger(Math.ceil(state.bytes / 1024))} KB），双击即可打开，不用联网
        </>
      )}
      {state.kind === 'failed' && (
        <>
          <CircleAlert size={14} aria-hidden /> {state.text}
        </>
      )}
      {state.kind === 'cancelled' && '已取消，没有写出文件。'}
    </div>
  );
}

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

function PublicRule({
  choice,
  onChoice,
}: Pick<HandoutDialogProps, 'choice' | 'onChoice'>): ReactNode {
  return (
    <div className={styles.rule}>
      <span>小于</span>
      <Select
        aria-label="不公布的小数字"
        value={choice.threshold}
        options={THRESHOLDS.map((value) => ({ value, label: String(value) }))}
        onChange={(threshold) => onChoice({ ...choice, threshold })}
      />
      <span>的户数、人数不公布；坐标取整到</span>
      <Select
        aria-label="坐标取整"
        value={choice.grid.degrees}
        options={PUBLISH_GRIDS.map(({ degrees, text }) => ({ value: degrees, label: text }))}
        onChange={(degrees) => {
          const grid = PUBLISH_GRIDS.find((each) => each.degrees === degrees);
          if (grid) onChoice({ ...choice, grid });
        }}
      />
    </div>
  );
}

/** 单文件成果: one HTML file for those without the program, for inside or for the public, after a checklist. */
export function HandoutDialog(props: HandoutDialogProps): ReactNode {
  const { choice, scenes, state, onChoice } = props;
  const put = (change: Partial<HandoutChoice>): void => onChoice({ ...choice, ...change });
  const isRunning = state.kind === 'running';
  const facts: PublishFacts = {
    ...choice,
    gridText: choice.grid.text,
    sources: props.sources,
    captions: props.captions,
  };
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
          <Status state={state} />
          <Button onClick={isRunning ? props.onCancel : close}>
            {isRunning ? '取消生成' : '关闭'}
          </Button>
          <Button
            type="primary"
            icon={<FileDown size={14} aria-hidden />}
            loading={isRunning}
            disabled={!canPublish(facts)}
            onClick={props.onMake}
          >
            生成{choice.isPublic ? '公开版' : '内部版'}
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
      <Radio.Group
        aria-label="给谁看"
        value={choice.isPublic}
        onChange={(event) => put({ isPublic: event.target.value === true })}
        options={[
          { value: false, label: '内部' },
          { value: true, label: '公开' },
        ]}
      />
      {choice.isPublic && <PublicRule choice={choice} onChoice={onChoice} />}
      <PublishChecklist facts={facts} />
    </Modal>
  );
}
