import { Button, Input, InputNumber } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { TargetProgress } from '../../analysis/target-progress';
import {
  TARGET_NATURE_WORDS,
  targetAreas,
  targetValueText,
  yearValueText,
} from '../../report/target-table';
import { TargetChart, TargetStateMark } from './target-marks';
import type { TargetsPanelProps } from './targets-panel-props';
import styles from './targets.module.css';

interface Props extends TargetsPanelProps {
  readonly progress: TargetProgress;
}

/** Years in which an actual value can be; as wide as the document's schema allows to be sensible. */
const [FIRST_YEAR, LAST_YEAR] = [1949, 2200];

function Entry({ progress, year: looked, isReadOnly, onPut }: Props): ReactNode {
  const { target, actuals } = progress;
  const [year, setYear] = useState<number | null>(looked);
  const [value, setValue] = useState<number | null>(null);
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const isReplaced = actuals.some((actual) => actual.year === year);
  const put = (): void => {
    if (year === null || value === null) return;
    onPut(target, { year, value, note: note.trim(), source: source.trim() });
    setValue(null);
    setNote('');
  };
  return (
    <form
      className={styles.form}
      aria-label="填写实际值"
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <label>
        年份
        <InputNumber
          value={year}
          min={FIRST_YEAR}
          max={LAST_YEAR}
          precision={0}
          disabled={isReadOnly}
          onChange={setYear}
        />
      </label>
      <label>
        实际值{target.unit === '' ? '' : `（${target.unit}）`}
        <InputNumber value={value} disabled={isReadOnly} onChange={setValue} />
      </label>
      <label>
        来源
        <Input
          value={source}
          placeholder="如：统计公报"
          disabled={isReadOnly}
          onChange={(event) => setSource(event.target.value)}
        />
      </label>
      <label>
        说明
        <Input
          value={note}
          disabled={isReadOnly}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <Button
        htmlType="submit"
        type="primary"
        size="small"
        icon={<Plus size={14} />}
        disabled={isReadOnly || year === null || value === null}
      >
        {isReplaced ? '改为此值' : '填入'}
      </Button>
    </form>
  );
}

function Actuals({ progress, isReadOnly, onRemove }: Props): ReactNode {
  const { target, actuals } = progress;
  if (actuals.length === 0) return <p className={styles.small}>还没有填写实际值。</p>;
  return (
    <ul className={styles.actuals}>
      {actuals.map((actual) => (
        <li key={actual.year}>
          <span>
            {yearValueText(actual, target.unit)}
            <span className={styles.small}>
              {[actual.source, actual.note].filter((part) => part !== '').join('；')}
            </span>
          </span>
          <Button
            size="small"
            icon={<Trash2 size={14} />}
            aria-label={`删除 ${actual.year} 年实际值`}
            disabled={isReadOnly}
            onClick={() => onRemove(target, actual.year)}
          />
        </li>
      ))}
    </ul>
  );
}

/** One target whole: what the document promises, and what has come of it. */
export function TargetDetails(props: Props): ReactNode {
  const { progress, pack } = props;
  const { target, state } = progress;
  const document = pack.sources.find(({ id }) => id === target.documentId)?.title ?? '';
  return (
    <aside className={styles.details} aria-label="指标详情" tabIndex={0}>
      <h3 className={styles.title}>{target.name}</h3>
      <TargetStateMark state={state} />
      <TargetChart progress={progress} />
      <dl className={styles.facts}>
        <dt>范围</dt>
        <dd>{targetAreas(pack, target)}</dd>
        <dt>基期</dt>
        <dd>{yearValueText(target.base, target.unit)}</dd>
        <dt>目标</dt>
        <dd>
          {target.year} 年 {targetValueText(target)}
          {target.nature !== null && ` · ${TARGET_NATURE_WORDS[target.nature]}`}
        </dd>
        <dt>原文</dt>
        <dd>
          “{target.printed}”
          <span className={styles.small}>
            《{document}》{target.chapter}
          </span>
          {target.note !== '' && <span className={styles.small}>{target.note}</span>}
        </dd>
      </dl>
      <h4 className={styles.heading}>实际值</h4>
      <Actuals {...props} />
      <Entry {...props} />
    </aside>
  );
}
