import { Input, Select } from 'antd';
import {
  ArrowLeftRight,
  FilePlus2,
  GitBranchPlus,
  Lock,
  LockOpen,
  Pencil,
  Trash2,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../../ui/icon-button';
import type { ScenarioBarProps, ScenarioHead } from './plan-panel-props';
import styles from './plan.module.css';

const LAST = '最后一个情景不能删除';
const LOCKED = '情景已锁定';

/** "情景 2": the first that is not taken. */
export function freeScenarioTitle(scenarios: readonly ScenarioHead[]): string {
  const taken = new Set(scenarios.map(({ title }) => title));
  let number = scenarios.length + 1;
  while (taken.has(`情景 ${number}`)) number += 1;
  return `情景 ${number}`;
}

function TitleLine(props: {
  readonly label: string;
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly onEnd: () => void;
}): ReactNode {
  const [text, setText] = useState(props.title);
  const finish = (): void => {
    if (text.trim() !== '') props.onTitle(text.trim());
    props.onEnd();
  };
  return (
    <div className={styles.line}>
      <Input
        size="small"
        autoFocus
        aria-label={props.label}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={finish}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          props.onEnd();
        }}
      />
      <button type="button" className={styles.link} onClick={finish}>
        确定
      </button>
      <button type="button" className={styles.link} onClick={props.onEnd}>
        取消
      </button>
    </div>
  );
}

/** Which scenario is worked on, and what can be done with it. */
export function ScenarioBar(props: ScenarioBarProps): ReactNode {
  const { scenarios, openId } = props;
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const open = scenarios.find(({ id }) => id === openId);
  if (!open) throw new Error(`no scenario ${openId} among ${scenarios.length}`);
  const { isLocked } = open;
  const removal = isLocked ? LOCKED : scenarios.length === 1 ? LAST : null;
  return (
    <div className={styles.bar} role="group" aria-label="情景">
      <div className={styles.line}>
        <Select
          size="small"
          className={styles.grow ?? ''}
          aria-label="当前情景"
          value={openId}
          options={scenarios.map(({ id, title, isLocked: locked }) => ({
            value: id,
            label: locked ? `${title}（已锁定）` : title,
          }))}
          onChange={props.onOpen}
        />
        <IconButton
          icon={isLocked ? Lock : LockOpen}
          title={isLocked ? '解锁情景' : '锁定情景'}
          pressed={isLocked}
          onClick={() => props.onLock(openId, !isLocked)}
        />
      </div>
      {naming !== null && (
        <TitleLine
          key={naming}
          label={naming === 'new' ? '新情景的名称' : '情景的新名称'}
          title={naming === 'new' ? freeScenarioTitle(scenarios) : open.title}
          onTitle={(title) =>
            naming === 'new' ? props.onBranch(title) : props.onRename(openId, title)
          }
          onEnd={() => setNaming(null)}
        />
      )}
      <div className={styles.line}>
        <IconButton
          icon={GitBranchPlus}
          title="以当前情景为起点新建情景"
          text="新建"
          onClick={() => setNaming('new')}
        />
        <IconButton icon={Pencil} title="情景改名" onClick={() => setNaming('rename')} />
        <IconButton
          icon={Trash2}
          title="删除情景"
          disabledReason={removal}
          onClick={() => props.onRemove(openId)}
        />
        <span className={styles.grow} />
        <IconButton
          icon={ArrowLeftRight}
          title="比较两个情景"
          text="比较"
          disabledReason={scenarios.length < 2 ? '只有一个情景：先新建或并入一个' : null}
          onClick={props.onCompare}
        />
        <IconButton
          icon={FilePlus2}
          title="以情景打开另一方案（.cuntu）"
          onClick={props.onAddFile}
        />
      </div>
      {isLocked && (
        <p className={styles.locked}>
          情景「{open.title}
          」已锁定：其中的对象、线位、带宽和迁入村都不能改。要改，先解锁，或以它为起点新建情景。
        </p>
      )}
    </div>
  );
}
