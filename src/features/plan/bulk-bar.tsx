import { Button, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { FieldSpec } from '../../domain/plan-object-field';
import type { FieldValue, PlanObject } from '../../domain/plan-object';
import type { Problem } from '../../domain/problem';
import { FieldControl, type FieldLists } from './field-control';
import { commonFields } from './plan-list';
import styles from './plan.module.css';

interface Props {
  readonly objects: readonly PlanObject[];
  readonly lists: FieldLists;
  readonly isLocked: boolean;
  readonly onSetField: (spec: FieldSpec, value: FieldValue | null) => void;
  /** Why it can not be; null when it was done. */
  readonly onMerge: () => Problem | null;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done with the ticked objects at once. */
export function BulkBar(props: Props): ReactNode {
  const { objects, isLocked } = props;
  const [fieldId, setFieldId] = useState<string | null>(null);
  const [value, setValue] = useState<FieldValue | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const control = useId();
  const fields = commonFields(objects);
  const spec = fields.find(({ id }) => id === fieldId);
  return (
    <div className={styles.bulk} role="group" aria-label="批量修改">
      <div className={styles.line}>
        <span className={styles.grow}>已勾 {objects.length} 个</span>
        <Button
          size="small"
          disabled={isLocked || objects.length < 2}
          title={
            objects.length < 2
              ? '合并：先勾两个以上的对象'
              : `合并为「${objects[0]?.name ?? ''}」：留它的字段，其余的并入后删去`
          }
          onClick={() => setProblem(props.onMerge())}
        >
          合并
        </Button>
        <Button size="small" danger disabled={isLocked} onClick={props.onRemove}>
          删除
        </Button>
        <button type="button" className={styles.link} onClick={props.onClear}>
          取消勾选
        </button>
      </div>
      <Select
        size="small"
        aria-label="要批量填写的字段"
        placeholder="批量填写：选一个共有的字段"
        showSearch
        optionFilterProp="label"
        value={spec ? spec.id : null}
        disabled={isLocked}
        options={fields.map(({ id, label }) => ({ value: id, label }))}
        onChange={(id: string) => {
          setFieldId(id);
          setValue(null);
          setProblem(null);
        }}
      />
      {spec && (
        <div className={styles.line}>
          <div className={styles.grow}>
            <FieldControl
              key={spec.id}
              id={control}
              spec={spec}
              value={value}
              lists={props.lists}
              disabled={isLocked}
              isWrong={problem !== null}
              describedBy={`${control}-note`}
              onValue={setValue}
              onProblem={setProblem}
            />
          </div>
          <Button
            size="small"
            type="primary"
            disabled={isLocked || problem !== null}
            onClick={() => props.onSetField(spec, value)}
          >
            {value === null ? '清空' : '填入'}
          </Button>
        </div>
      )}
      <p id={`${control}-note`} className={styles.note} role="status">
        {problem && `${problem.text}${problem.mend}`}
      </p>
    </div>
  );
}
