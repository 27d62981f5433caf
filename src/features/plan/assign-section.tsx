import { Input } from 'antd';
import { MousePointerClick, Lasso, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Assignment } from '../../domain/assignment';
import { IconButton } from '../../ui/icon-button';
import tables from '../../ui/table.module.css';
import {
  type AssignedRow,
  type FoundVillage,
  type SiteLoadView,
  loadWords,
  parseCount,
} from './assign-view';
import styles from './plan.module.css';

export type PickWay = 'click' | 'lasso';

export interface AssignSectionProps {
  readonly load: SiteLoadView;
  readonly isLocked: boolean;
  /** How villages are picked on the map just now. */
  readonly picking: PickWay | null;
  readonly canPick: boolean;
  readonly onFind: (text: string) => readonly FoundVillage[];
  readonly onAdd: (villageCode: string) => void;
  readonly onPick: (way: PickWay | null) => void;
  readonly onChange: (assignment: Assignment) => void;
  readonly onRemove: (assignment: Assignment) => void;
  readonly onShowVillage: (villageCode: string) => void;
  readonly onNearest: () => void;
}

function Count(props: {
  readonly label: string;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onValue: (value: number | null) => void;
}): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = props.value === null ? '' : String(props.value);
  const parsed = parseCount(draft ?? shown);
  const finish = (): void => {
    if (draft === null || parsed === undefined) return;
    setDraft(null);
    if (parsed !== props.value) props.onValue(parsed);
  };
  return (
    <input
      className={styles.narrow}
      inputMode="numeric"
      aria-label={props.label}
      aria-invalid={parsed === undefined}
      title={parsed === undefined ? '写整数，如 120' : ''}
      placeholder="待填"
      value={draft ?? shown}
      disabled={props.disabled}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}

function VillageRow(props: AssignSectionProps & { readonly row: AssignedRow }): ReactNode {
  const { assignment, name, area, elsewhere } = props.row;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={tables.link}
          title={area}
          onClick={() => props.onShowVillage(assignment.villageCode)}
        >
          {name}
        </button>
        {elsewhere.length > 0 && (
          <div className={styles.broken}>还分到：{elsewhere.join('、')}</div>
        )}
      </th>
      <td>
        <Count
          label={`${name}迁出户数`}
          value={assignment.households}
          disabled={props.isLocked}
          onValue={(households) => props.onChange({ ...assignment, households })}
        />
      </td>
      <td>
        <Count
          label={`${name}迁出人数`}
          value={assignment.persons}
          disabled={props.isLocked}
          onValue={(persons) => props.onChange({ ...assignment, persons })}
        />
      </td>
      <td>
        <IconButton
          icon={X}
          size={14}
          title={`移出${name}`}
          disabledReason={props.isLocked ? '情景已锁定' : null}
          onClick={() => props.onRemove(assignment)}
        />
      </td>
    </tr>
  );
}

function Finder({ onFind, onAdd }: Pick<AssignSectionProps, 'onFind' | 'onAdd'>): ReactNode {
  const [text, setText] = useState('');
  const found = onFind(text);
  const add = (code: string): void => {
    onAdd(code);
    setText('');
  };
  return (
    <>
      <Input
        size="small"
        aria-label="按村名或代码添加迁出村"
        placeholder="村名或 12 位代码，回车添加第一个"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => {
          if (found[0]) add(found[0].code);
        }}
      />
      <ul className={styles.list} aria-label="找到的村">
        {found.map(({ code, name, area }) => (
          <li key={code}>
            <button type="button" className={styles.link} onClick={() => add(code)}>
              {name}（{area}，{code}）
            </button>
          </li>
        ))}
      </ul>
      {text.trim() !== '' && found.length === 0 && (
        <p className={styles.note}>没有找到这个村：核对村名或代码。</p>
      )}
    </>
  );
}

/** 迁入村: who moves to this site. */
export function AssignSection(props: AssignSectionProps): ReactNode {
  const { load, isLocked, picking } = props;
  const isOver = load.capacity !== null && load.persons > load.capacity;
  const toggle = (way: PickWay): void => props.onPick(picking === way ? null : way);
  const noMap = props.canPick ? null : '地图还没有准备好';
  return (
    <section className={styles.part} aria-label="迁入村">
      <h3>迁入村</h3>
      <p className={isOver ? styles.broken : styles.note} role="status">
        {loadWords(load)}
        {isOver && '，超出'}
      </p>
      {!isLocked && (
        <>
          <div className={styles.buttons}>
            <IconButton
              icon={MousePointerClick}
              title="在图上点选迁出村"
              text="点选"
              pressed={picking === 'click'}
              disabledReason={noMap}
              onClick={() => toggle('click')}
            />
            <IconButton
              icon={Lasso}
              title="在图上圈选迁出村"
              text="圈选"
              pressed={picking === 'lasso'}
              disabledReason={noMap}
              onClick={() => toggle('lasso')}
            />
            <button type="button" className={styles.link} onClick={props.onNearest}>
              就近分配…
            </button>
          </div>
          <Finder onFind={props.onFind} onAdd={props.onAdd} />
        </>
      )}
      {load.rows.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="迁入村名单">
          <table className={`${tables.table} ${tables.numbers} ${tables.sticky}`}>
            <thead>
              <tr>
                <th scope="col">村</th>
                <th scope="col">户</th>
                <th scope="col">人</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {load.rows.map((row) => (
                <VillageRow key={row.assignment.villageCode} {...props} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
