import { Button, Checkbox, Input, Modal, Radio } from 'antd';
import { FileOutput, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { FileRunStatus } from '../../ui/file-run-status';
import type { ReportDialogProps, ReportFormat } from './report-dialog-props';
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

/** 汇报材料: slides, report and lists of the same answers. */
export function ReportDialog(props: ReportDialogProps): ReactNode {
  const { choice, sceneCount, subject, run, onChoice } = props;
  const isRunning = run.kind === 'running';
  const isRemade = run.kind === 'done';
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
      style={{ top: 24 }}
      onCancel={close}
      closable={{ 'aria-label': '关闭汇报材料' }}
      footer={
        <div className={styles.footer}>
          <Button onClick={close}>关闭</Button>
          <Button
            type="primary"
            icon={
              isRemade ? <RefreshCw size={14} aria-hidden /> : <FileOutput size={14} aria-hidden />
            }
            loading={isRunning}
            disabled={choice.formats.length === 0 || props.isMissing}
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
        {props.publishing}
        <FileRunStatus run={run} label="正在生成汇报材料" onCancel={props.onCancel} />
      </div>
    </Modal>
  );
}
