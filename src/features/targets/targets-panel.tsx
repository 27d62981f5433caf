import { Button, Input } from 'antd';
import { Download } from 'lucide-react';
import { Fragment, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { type TargetProgress, targetProgress } from '../../analysis/target-progress';
import {
  TARGET_NATURE_WORDS,
  targetAreas,
  targetValueText,
  yearValueText,
} from '../../report/target-table';
import { EmptyState } from '../../ui/empty-state';
import { positionAfterKey } from '../../ui/grid-keys';
import { NumberField } from '../../ui/number-field';
import tables from '../../ui/table.module.css';
import { ToggleBar } from '../../ui/toggle-bar';
import { TargetDetails } from './target-details';
import { ProgressBar, TargetStateMark } from './target-marks';
import type { TargetsFormat, TargetsPanelProps } from './targets-panel-props';
import {
  TARGET_CHOICES,
  type TargetChoice,
  choiceCount,
  groupedTargets,
  shownTargets,
  targetYears,
} from './targets-view';
import styles from './targets.module.css';

const HEADINGS = ['指标', '基期', '目标', '目标年', '性质', '实际', '进度', '状态'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['基期', '目标', '目标年', '实际']);
const FORMATS: readonly (readonly [TargetsFormat, string])[] = [
  ['xlsx', '导出 Excel'],
  ['csv', '导出 CSV'],
];
const PAGE_ROWS = 10;

interface BarProps extends TargetsPanelProps {
  readonly rows: readonly TargetProgress[];
  readonly choice: TargetChoice | null;
  readonly search: string;
  readonly onChoice: (choice: TargetChoice | null) => void;
  readonly onSearch: (search: string) => void;
}

function Bar(props: BarProps): ReactNode {
  const { rows, choice, onChoice } = props;
  const [first, last] = targetYears(rows, props.pack.years);
  return (
    <div className={styles.bar}>
      <span className={styles.wrap}>
        截至
        <NumberField
          label="截至"
          unit="年"
          value={props.year}
          min={first}
          max={last}
          step={1}
          onChange={props.onYear}
        />
      </span>
      <ToggleBar
        label="筛选指标"
        options={TARGET_CHOICES.map(([each, word]) => [each, word, choiceCount(each, rows)])}
        allCount={rows.length}
        chosen={choice}
        onChoose={onChoice}
      />
      <Input.Search
        className={styles.search ?? ''}
        allowClear
        placeholder="搜索指标、章节、原文"
        aria-label="搜索指标"
        value={props.search}
        onChange={(event) => props.onSearch(event.target.value)}
      />
      <span role="group" aria-label="导出指标表" className={styles.wrap}>
        {FORMATS.map(([format, word]) => (
          <Button
            key={format}
            size="small"
            loading={props.exporting === format}
            icon={<Download size={14} aria-hidden />}
            onClick={() => props.exporting === null && props.onExport(format)}
          >
            {word}
          </Button>
        ))}
      </span>
    </div>
  );
}

interface GridProps extends TargetsPanelProps {
  readonly rows: readonly TargetProgress[];
  readonly chosen: TargetProgress | null;
  readonly onChoose: (row: TargetProgress) => void;
}

function Row({
  row,
  pack,
  isChosen,
  onChoose,
}: {
  readonly row: TargetProgress;
  readonly pack: GridProps['pack'];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { target, newest, share, state, isDue } = row;
  return (
    <tr
      className={styles.row}
      data-row
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <td>
        {target.name}
        {target.areaCodes.length > 0 && (
          <span className={styles.small}>{targetAreas(pack, target)}</span>
        )}
      </td>
      <td className={tables.number}>{yearValueText(target.base, target.unit)}</td>
      <td className={tables.number}>{targetValueText(target)}</td>
      <td className={tables.number}>{isDue ? <strong>{target.year}</strong> : target.year}</td>
      <td>{target.nature === null ? '—' : TARGET_NATURE_WORDS[target.nature]}</td>
      <td className={tables.number}>{yearValueText(newest, target.unit)}</td>
      <td>
        <ProgressBar share={share} />
      </td>
      <td>
        <TargetStateMark state={state} />
      </td>
    </tr>
  );
}

/** One stop of the Tab key; the arrow keys go from target to target. */
function Grid(props: GridProps): ReactNode {
  const { rows, chosen, onChoose } = props;
  const groups = groupedTargets(rows);
  const inOrder = groups.flatMap(([, own]) => own);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const at = chosen === null ? -1 : inOrder.indexOf(chosen);
    const to = positionAfterKey(event.key, at, inOrder.length, PAGE_ROWS);
    const row = to === null ? undefined : inOrder[to];
    if (!row || to === null) return;
    event.preventDefault();
    onChoose(row);
    const lines = event.currentTarget.querySelectorAll('tr[data-row]');
    void lines[to]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div
      className={styles.scroll}
      role="region"
      tabIndex={0}
      aria-label="规划指标"
      onKeyDown={onKeyDown}
    >
      <table className={`${tables.table} ${tables.sticky}`}>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th
                key={heading}
                scope="col"
                className={NUMBERS.has(heading) ? tables.number : styles.nowrap}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(([group, own]) => (
            <Fragment key={group}>
              <tr>
                <th colSpan={HEADINGS.length} scope="rowgroup" className={styles.group}>
                  {group}（{own.length}）
                </th>
              </tr>
              {own.map((row) => (
                <Row
                  key={row.target.id}
                  row={row}
                  pack={props.pack}
                  isChosen={row === chosen}
                  onChoose={() => onChoose(row)}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <EmptyState title="没有符合筛选的指标" hint="改换上面的筛选或清空搜索。" />
      )}
    </div>
  );
}

/** 规划指标: what the plan promises by when, what has come of it, what is due and what lacks data. */
export function TargetsPanel(props: TargetsPanelProps): ReactNode {
  const { pack, actuals, year } = props;
  const [choice, setChoice] = useState<TargetChoice | null>(null);
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const rows = useMemo(
    () => targetProgress(pack.targets, actuals.values(), year),
    [pack.targets, actuals, year],
  );
  const shown = useMemo(() => shownTargets(rows, choice, search), [rows, choice, search]);
  if (rows.length === 0) {
    return (
      <EmptyState
        title="这个数据包没有规划指标"
        hint="数据包的 targets.json 写有指标时在这里跟踪完成情况。"
      />
    );
  }
  const chosen =
    shown.find(({ target }) => target.id === chosenId) ?? groupedTargets(shown)[0]?.[1][0] ?? null;
  return (
    <>
      <Bar
        {...props}
        rows={rows}
        choice={choice}
        search={search}
        onChoice={setChoice}
        onSearch={setSearch}
      />
      <div className={styles.split}>
        <Grid
          {...props}
          rows={shown}
          chosen={chosen}
          onChoose={({ target }) => setChosenId(target.id)}
        />
        {chosen && <TargetDetails key={chosen.target.id} {...props} progress={chosen} />}
      </div>
    </>
  );
}
