import { Button, Modal, Progress, Steps } from 'antd';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ColumnsStep } from './columns-step';
import { FileStep } from './file-step';
import type { ImportDialogProps, ImportStage, ImportStepView } from './import-dialog-props';
import styles from './import.module.css';
import { ResultStep } from './result-step';

const STAGES: readonly { readonly stage: ImportStage; readonly title: string }[] = [
  { stage: 'file', title: '文件' },
  { stage: 'columns', title: '坐标与列' },
  { stage: 'result', title: '匹配与结果' },
];

function StepStatus({ step }: { readonly step: ImportStepView }): ReactNode {
  const percent = step.total > 0 ? Math.round((step.done / step.total) * 100) : 0;
  return (
    <>
      <Progress percent={percent} size="small" showInfo={false} aria-label="导入进度" />
      <span>{step.words}</span>
    </>
  );
}

function Footer(props: ImportDialogProps): ReactNode {
  const { stage, isBusy, step, failure, refusal, preview } = props;
  const at = STAGES.findIndex((each) => each.stage === stage);
  const before = STAGES[at - 1];
  const after = STAGES[at + 1];
  const canApply = preview !== null && preview.kind !== null && refusal === null;
  return (
    <div className={styles.footer}>
      <div className={styles.status} role="status">
        {step && <StepStatus step={step} />}
        {!step && (failure ?? refusal) !== null && (
          <span className={styles.bad}>
            <CircleAlert size={14} aria-hidden /> {failure ?? refusal}
          </span>
        )}
      </div>
      {isBusy && <Button onClick={props.onCancelStep}>取消</Button>}
      {before && (
        <Button disabled={isBusy} onClick={() => props.onStage(before.stage)}>
          上一步
        </Button>
      )}
      {after && (
        <Button
          type="primary"
          disabled={isBusy || props.choices === null}
          onClick={() => props.onStage(after.stage)}
        >
          下一步：{after.title}
        </Button>
      )}
      {!after && (
        <Button type="primary" disabled={isBusy || !canApply} onClick={props.onApply}>
          导入
        </Button>
      )}
    </div>
  );
}

/** 导入: what a file is, what its columns mean, and what would come of it; nothing is applied before the last button. */
export function ImportDialog(props: ImportDialogProps): ReactNode {
  const { stage, layer, guess, choices, preview } = props;
  return (
    <Modal
      open
      title="导入数据"
      width={1080}
      style={{ top: 32 }}
      // A click beside the dialog must not throw away what was chosen.
      maskClosable={false}
      onCancel={props.onClose}
      closable={{ 'aria-label': '关闭导入' }}
      footer={<Footer {...props} />}
    >
      <Steps
        size="small"
        className={styles.steps ?? ''}
        current={STAGES.findIndex((each) => each.stage === stage)}
        items={STAGES.map(({ title }) => ({ title }))}
      />
      <div className={styles.body}>
        {stage === 'file' && <FileStep {...props} />}
        {stage === 'columns' && layer && guess && choices && (
          <ColumnsStep
            layer={layer}
            guess={guess}
            choices={choices}
            onChoices={props.onChoices}
            onHeadings={props.onHeadings}
          />
        )}
        {stage === 'result' && choices && (
          <ResultStep
            preview={preview}
            toMatch={props.toMatch}
            rowWord={layer?.format === 'geotiff' && choices.use !== 'terrain-only' ? '村' : '行'}
            rowCount={layer?.rowCount ?? 0}
            choices={choices}
            region={props.region}
            findings={props.findings}
            isBusy={props.isBusy}
            onAudit={props.onAudit}
            onChoices={props.onChoices}
          />
        )}
      </div>
    </Modal>
  );
}
