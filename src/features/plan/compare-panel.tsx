import { Button, Radio, Select } from 'antd';
import { ArrowLeftRight, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { formatDistance } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { ProblemList } from '../../ui/problem-list';
import tables from '../../ui/table.module.css';
import { CompareParts } from './compare-parts-table';
import type {
  CompareAnswer,
  CompareBasis,
  ComparePanelProps,
  CompareWay,
} from './compare-panel-props';
import { CompareVillages } from './compare-villages';
import { SIDE_WORDS } from './compare-view';
import styles from './compare.module.css';
import { MergeSection } from './merge-section';
import { NumberTable } from './number-table';

const WAYS: { readonly value: CompareWay; readonly label: string }[] = [
  { value: 'list', label: '列表' },
  { value: 'side', label: '并排' },
  { value: 'swipe', label: '卷帘' },
];

function Pair(props: ComparePanelProps): ReactNode {
  const { scenarios, fromId, toId, onPair } = props;
  const options = scenarios.map(({ id, title }) => ({ value: id, label: title }));
  const choose = (label: string, value: string, onValue: (id: string) => void): ReactNode => (
    <Select
      size="small"
      className={styles.grow ?? ''}
      aria-label={label}
      value={value}
      options={options}
      onChange={onValue}
    />
  );
  return (
    <div className={`${styles.line} ${styles.screenOnly}`}>
      {choose('原情景', fromId, (id) => onPair(id, id === toId ? fromId : toId))}
      <IconButton icon={ArrowLeftRight} title="对调" onClick={() => onPair(toId, fromId)} />
      {choose('现情景', toId, (id) => onPair(id === fromId ? toId : fromId, id))}
    </div>
  );
}

function sideWords({ counts }: CompareAnswer): string {
  const sides = ['gained', 'lost', 'otherwise'] as const;
  return sides.map((side) => `${SIDE_WORDS[side]} ${counts[side]}`).join('，');
}

function refusalOf({ scenarios, fromId, toId, openId }: ComparePanelProps): string | null {
  const open = scenarios.find(({ id }) => id === openId);
  if (open?.isLocked) return `当前情景「${open.title}」已锁定，不能并入。`;
  return openId === fromId || openId === toId
    ? null
    : '要并入对象，先把其中一个情景切换为当前情景。';
}

/** 情景比较: numbers, villages by name, objects; one page when printed. */
export function ComparePanel(props: ComparePanelProps): ReactNode {
  const { scenarios, fromId, toId, openId, answer, ticked } = props;
  const heading = useId();
  const titleOf = (id: string): string => scenarios.find((each) => each.id === id)?.title ?? '';
  const [before, after] = props.projectCounts;
  const refusal = refusalOf(props);
  const takenFrom = openId === fromId ? titleOf(toId) : titleOf(fromId);
  return (
    <section className={styles.panel} data-way={props.way} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading}>
          情景比较：{titleOf(fromId)} → {titleOf(toId)}
        </h2>
        <span className={styles.screenOnly}>
          <IconButton icon={X} title="关闭比较" onClick={props.onClose} />
        </span>
      </header>
      <Radio.Group
        className={styles.screenOnly ?? ''}
        size="small"
        optionType="button"
        aria-label="怎样看"
        value={props.way}
        options={WAYS}
        onChange={(event) => props.onWay(event.target.value as CompareWay)}
      />
      <Pair {...props} />
      <Radio.Group
        className={styles.screenOnly ?? ''}
        size="small"
        aria-label="按哪些项目比较"
        value={props.basis}
        options={[
          { value: 'sites', label: '全部安置点' },
          { value: 'chosen', label: '覆盖分析所选项目' },
        ]}
        onChange={(event) => props.onBasis(event.target.value as CompareBasis)}
      />
      <p className={styles.note} role="status">
        方案「{props.planTitle}」；服务距离 {formatDistance(props.distanceMetres)}；参加计算的
        {props.basis === 'sites' ? '安置点' : '项目'} {before} 个 → {after} 个
        {answer === null && !props.problem && '；正在计算…'}
      </p>
      {props.problem && <ProblemList problems={[props.problem]} announce />}
      {answer && (
        <>
          <NumberTable rows={answer.numbers} before={titleOf(fromId)} after={titleOf(toId)} />
          <div className={styles.line}>
            <h3>有变化的村 {answer.villages.length} 个</h3>
            <span className={styles.note}>{sideWords(answer)}</span>
            <span className={styles.grow} />
            {answer.villages.length > 0 && (
              <button
                type="button"
                className={`${tables.link} ${styles.screenOnly} ${styles.fixed}`}
                onClick={() => props.onZoomToVillages(answer.villages.map(({ code }) => code))}
              >
                全部缩放至
              </button>
            )}
          </div>
          <CompareVillages villages={answer.villages} onZoomTo={props.onZoomToVillage} />
          <p className={styles.printOnly}>
            另有 {answer.counts.otherwise} 村只是状态改变，见导出的清单。
          </p>
        </>
      )}
      <h3>有差别的规划内容 {props.parts.length} 项</h3>
      <CompareParts
        parts={props.parts}
        ticked={ticked}
        isLocked={refusal !== null}
        onZoomTo={props.onZoomToPart}
        onTick={props.onTick}
      />
      {props.parts.length > 0 && (
        <MergeSection
          tickedCount={ticked.length}
          takenFrom={takenFrom}
          refusal={refusal}
          answer={props.merge}
          theme={props.theme}
          onTake={props.onTake}
          onClear={() => props.onTick([])}
        />
      )}
      <p className={styles.printOnly}>{props.footer}</p>
      <footer className={`${styles.line} ${styles.screenOnly}`}>
        <span className={styles.grow} />
        <Button size="small" disabled={answer === null} onClick={props.onExport}>
          导出变化的村（CSV）
        </Button>
        <Button size="small" disabled={answer === null} onClick={props.onPrint}>
          打印
        </Button>
      </footer>
    </section>
  );
}
