import { Button, Checkbox, Input, Modal, Progress, Radio } from 'antd';
import { CircleAlert, CircleCheck, FileOutput, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatInteger } from '../../ui/format';
import type { ReportDialogProps, ReportFormat, ReportState } from './report-dialog-props';
import styles from './report.module.css';

const FORMATS: readonly {
  readonly format: ReportFormat;
  readonly name: string;
  readonly about: string;
}[] = [
  {
    format: 'pptx',
    name: '汇报幻灯 PPTX',
    about: '一景一页：地图、可移动的图例、可编辑的表和图、备注',
  },
  {
    format: 'docx',
    name: '分析报告 DOCX',
    about: '公文版式：编号标题、图表题注、数据来源与方法附件',
  },
  {
    format: 'xlsx',
    name: '清单工作簿 XLSX',
    about: '覆盖、未覆盖、缺口、各县汇总、口径、规则、来源',
  },
];

function Status({ state }: { readonly state: ReportState }): ReactNode {
  return (
    <div className={styles.status} role="status">
      {state.kind === 'running' && (
        <>
          <Progress
            percent={Math.round((state.step.done / state.step.total) * 100)}
            status="active"
            size="small"
            aria-label="正在生成汇报材料"
          />
          <p>{state.step.text}…</p>
        </>
      )}
      {state.kind === 'done' && (
        <ul className={styles.files} aria-label="已生成的文件">
          {state.files.map(({ name, bytes }) => (
            <li key={name}>
              <CircleCheck size={14} aria-hidden /> 已生成 {name}（
              {formatInteger(Math.ceil(bytes.length / 1024))} KB）
            </li>
          ))}
        </ul>
      )}
      {state.kind === 'failed' &&
        state.problems.map(({ code, text, mend }) => (
          <p key={code} className={styles.bad}>
            <CircleAlert size={14} aria-hidden /> {text}
            {mend}
          </p>
        ))}
      {state.kind === 'cancelled' && <p>已取消，没有写出文件。</p>}
    </div>
  );
}

/** 汇报材料: slides, report and lists of the same answers. */
export function ReportDialog(props: ReportDialogProps): ReactNode {
  const { choice, sceneCount, subject, state, onChoice } = props;
  const isRunning = state.kind === 'running';
  const isRemade = state.kind === 'done';
  const close = (): void => {
    props.onCancel();
    props.onClose();
  };
  const toggle = (format: ReportFormat, isWanted: boolean): void => {
    const wanted = FORMATS.map((each) => each.format).filter((each) =>
      each === format ? isWanted : choice.formats.includes(each),
    );
    onChoice({ ...choice, formats: wanted });
  };
  return (
    <Modal
      open
      title="汇报材料"
      width={640}
      onCancel={close}
      closable={{ 'aria-label': '关闭汇报材料' }}
      footer={
        <div className={styles.footer}>
          {isRunning ? (
            <Button onClick={props.onCancel}>取消生成</Button>
          ) : (
            <Button onClick={close}>关闭</Button>
          )}
          <Button
            type="primary"
            icon={
              isRemade ? <RefreshCw size={14} aria-hidden /> : <FileOutput size={14} aria-hidden />
            }
            loading={isRunning}
            disabled={choice.formats.length === 0}
            onClick={props.onMake}
          >
            {isRemade ? '刷新' : '生成'}
          </Button>
        </div>
      }
    >
      <div className={styles.root}>
        <p className={styles.hint}>{subject}</p>
        <fieldset className={styles.group} disabled={isRunning}>
          <legend>文件</legend>
          {FORMATS.map(({ format, name, about }) => (
            <div key={format}>
              <Checkbox
                checked={choice.formats.includes(format)}
                onChange={({ target }) => toggle(format, target.checked)}
              >
                {name}
              </Checkbox>
              <p className={styles.hint}>{about}</p>
            </div>
          ))}
        </fieldset>
        {sceneCount > 0 && (
          <fieldset className={styles.group} disabled={isRunning}>
            <legend>幻灯页</legend>
            <Radio.Group
              value={choice.scope}
              onChange={({ target }) => onChoice({ ...choice, scope: target.value })}
              options={[
                { value: 'scenes', label: `全部场景（${sceneCount} 景）` },
                { value: 'view', label: '当前视图' },
              ]}
            />
          </fieldset>
        )}
        <label className={styles.group}>
          制图单位
          <Input
            value={choice.organisation}
            maxLength={40}
            disabled={isRunning}
            placeholder="可不填"
            onChange={({ target }) => onChoice({ ...choice, organisation: target.value })}
          />
        </label>
        <Status state={state} />
      </div>
    </Modal>
  );
}
