import { Button } from 'antd';
import { Crosshair, Minus, Move, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { checkPlanObject } from '../../domain/plan-object-check';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import { ProblemList } from '../../ui/problem-list';
import { ChecksSection } from './checks-section';
import { FactsSection } from './facts-section';
import type { ObjectDetailsProps } from './object-details-props';
import { ObjectForm } from './object-form';
import { PlaceSection } from './place-section';
import styles from './plan.module.css';

/** A line of text that is taken when it is finished. */
function Line(props: {
  readonly label: string;
  readonly className: string | undefined;
  readonly value: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly onValue: (text: string) => void;
}): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const finish = (): void => {
    setDraft(null);
    const text = draft?.trim();
    if (text !== undefined && text !== props.value) props.onValue(text);
  };
  return (
    <input
      className={props.className}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={draft ?? props.value}
      disabled={props.disabled}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}

function Actions(props: ObjectDetailsProps): ReactNode {
  const { isChosen, isLocked, object } = props;
  const isPlaced = object.geometry !== null;
  return (
    <div className={styles.actions}>
      {isChosen !== null && (
        <Button
          size="small"
          type={isChosen ? 'default' : 'primary'}
          disabled={!isPlaced}
          title={isPlaced ? '' : '还没有位置'}
          icon={isChosen ? <Minus size={14} aria-hidden /> : <Plus size={14} aria-hidden />}
          onClick={() => props.onChoose(!isChosen)}
        >
          {isChosen ? '移出覆盖分析' : '加入覆盖分析'}
        </Button>
      )}
      <Button
        size="small"
        disabled={!isPlaced}
        icon={<Crosshair size={14} aria-hidden />}
        onClick={props.onZoomTo}
      >
        缩放至
      </Button>
      <Button
        size="small"
        disabled={!isPlaced || isLocked}
        icon={<Move size={14} aria-hidden />}
        title="在图上拖动节点或整体移动（M）"
        onClick={props.onAdjust}
      >
        调整位置
      </Button>
      <Button
        size="small"
        danger
        disabled={isLocked}
        icon={<Trash2 size={14} aria-hidden />}
        onClick={props.onRemove}
      >
        删除
      </Button>
    </div>
  );
}

/** 详情 of a plan object: its place, its fields, what is computed of it, and whether it keeps the rules. */
export function ObjectDetails(props: ObjectDetailsProps): ReactNode {
  const { object, isLocked } = props;
  const check = checkPlanObject(object);
  const word = PLAN_OBJECT_KIND_WORDS[object.kind];
  // Those of a field stand under it.
  const shown = check.problems.filter(({ where }) =>
    ['名称', '位置精度'].includes(where.column ?? ''),
  );
  const unknown = check.problems.filter(({ text }) => text.includes('本版本不认识'));
  return (
    <article className={styles.details} aria-label={`${word} ${object.name}`}>
      <p className={styles.kind}>
        {word}
        {isLocked && ' · 情景已锁定，不能修改'}
      </p>
      <Line
        label="名称"
        className={styles.title}
        placeholder="名称"
        value={object.name}
        disabled={isLocked}
        onValue={props.onName}
      />
      <ProblemList problems={[...shown, ...unknown]} />
      <Actions {...props} />
      <PlaceSection {...props} />
      <ObjectForm {...props} check={check} />
      {props.children}
      <FactsSection facts={props.facts} problem={props.factsProblem} isLater={props.isFactsLater} />
      <ChecksSection checks={props.checks} />
      <section className={styles.part} aria-label="备注">
        <h3>备注</h3>
        <div className={styles.input}>
          <Line
            label="备注"
            className={undefined}
            placeholder="来源、依据、谁提供"
            value={object.note}
            disabled={isLocked}
            onValue={props.onNote}
          />
        </div>
      </section>
    </article>
  );
}
