import { chinaDay } from '../../domain/china-day';
import { Button, Checkbox, Input, Segmented } from 'antd';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useReducer } from 'react';
import type { UserAlignment } from '../../document/plan-document';
import { formatDistance } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { ProblemList } from '../../ui/problem-list';
import {
  type AlignmentAction,
  type AlignmentForm,
  type AlignmentMethod,
  formBlocker,
  formDraft,
  hasProblem,
  reduceForm,
  startForm,
} from './alignment-form';
import type { AlignmentPanelProps } from './alignment-panel-props';
import styles from './alignments.module.css';
import { describeGeometry } from './candidate-facts';
import { DrawFields, ImportFields, TypeFields } from './method-fields';
import { useDrawing } from './use-drawing';

const METHODS: { readonly value: AlignmentMethod; readonly label: string }[] = [
  { value: 'draw', label: '在图上标绘' },
  { value: 'type', label: '按坐标录入' },
  { value: 'import', label: '导入文件' },
];

const ORIGIN_WORDS: Readonly<Record<UserAlignment['origin'], string>> = {
  drawn: '标绘',
  typed: '按坐标录入',
  imported: '导入',
};

function Present(props: { readonly alignment: UserAlignment; readonly onDelete: () => void }) {
  const { alignment } = props;
  return (
    <div className={styles.present}>
      <p>
        现用{ORIGIN_WORDS[alignment.origin]}的位置：{describeGeometry(alignment.geometry)}，精度{' '}
        {formatDistance(alignment.accuracyMetres)}，{chinaDay(alignment.madeAt)}
        {alignment.note !== '' && `，${alignment.note}`}
      </p>
      <Button danger size="small" onClick={props.onDelete}>
        删除此位置
      </Button>
    </div>
  );
}

function Candidate(props: {
  readonly form: AlignmentForm;
  readonly dispatch: (action: AlignmentAction) => void;
}): ReactNode {
  const { form, dispatch } = props;
  return (
    <>
      <ProblemList problems={form.problems} announce />
      {hasProblem(form, 'position-swapped') && (
        <Button onClick={() => dispatch({ type: 'swap-axes' })}>交换经纬度</Button>
      )}
      {hasProblem(form, 'position-outside') && (
        <Checkbox
          checked={form.isOutsideConfirmed}
          onChange={(event) =>
            dispatch({ type: 'confirm-outside', confirmed: event.target.checked })
          }
        >
          区域外的点无误
        </Checkbox>
      )}
      {form.geometry && (
        <p className={styles.status}>预览（尚未保存）：{describeGeometry(form.geometry)}</p>
      )}
    </>
  );
}

function AccuracyAndNote(props: {
  readonly form: AlignmentForm;
  readonly dispatch: (action: AlignmentAction) => void;
}): ReactNode {
  const { form, dispatch } = props;
  const [accuracy, hint, note] = [useId(), useId(), useId()];
  return (
    <>
      <label htmlFor={accuracy} className={styles.label}>
        位置精度（必填）
      </label>
      <Input
        id={accuracy}
        inputMode="decimal"
        suffix="米"
        aria-required
        aria-describedby={hint}
        value={form.accuracyText}
        onChange={(event) => dispatch({ type: 'accuracy', text: event.target.value })}
      />
      <p id={hint} className={styles.hint}>
        真实位置离这里最远可能有多少米。填得越大，“可能覆盖”的村越多；不清楚时宁大勿小。
      </p>
      <label htmlFor={note} className={styles.label}>
        来源说明
      </label>
      <Input
        id={note}
        value={form.note}
        placeholder="如：哪份图纸、谁提供"
        onChange={(event) => dispatch({ type: 'note', note: event.target.value })}
      />
    </>
  );
}

/** Gives a project its place: drawn on the map, typed, or from a file; shown before it is confirmed. */
export function AlignmentPanel(props: AlignmentPanelProps): ReactNode {
  const { project, alignment, bbox, startDraw, onPreview } = props;
  const [form, dispatch] = useReducer(reduceForm, bbox, startForm);
  const drawing = useDrawing(startDraw, dispatch);
  const blocker = formBlocker(form);
  const heading = useId();

  useEffect(() => onPreview(form.geometry), [onPreview, form.geometry]);
  useEffect(() => () => onPreview(null), [onPreview]);

  const confirm = (): void => {
    const draft = formDraft(form);
    if (draft) props.onConfirm(draft);
  };
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading}>{project.name}的位置</h2>
        <IconButton icon={X} title="关闭" onClick={props.onClose} />
      </header>
      {project.scopeNote !== '' && <p className={styles.hint}>{project.scopeNote}</p>}
      {alignment && <Present alignment={alignment} onDelete={props.onDelete} />}
      <Segmented
        block
        aria-label="方式"
        options={METHODS}
        value={form.method}
        disabled={form.drawing !== null}
        onChange={(method) => dispatch({ type: 'method', method })}
      />
      {form.method === 'draw' && (
        <DrawFields
          form={form}
          dispatch={dispatch}
          drawing={drawing}
          canDraw={startDraw !== null}
        />
      )}
      {form.method === 'type' && <TypeFields form={form} dispatch={dispatch} />}
      {form.method === 'import' && <ImportFields form={form} dispatch={dispatch} />}
      <Candidate form={form} dispatch={dispatch} />
      <AccuracyAndNote form={form} dispatch={dispatch} />
      <footer className={styles.foot}>
        {blocker !== null && <span className={styles.hint}>{blocker}</span>}
        <Button type="primary" disabled={blocker !== null} onClick={confirm}>
          {alignment ? '替换位置' : '采用此位置'}
        </Button>
      </footer>
    </section>
  );
}
