import { GripVertical, MoreHorizontal } from 'lucide-react';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import type { Scene } from '../../domain/scene';
import type { FigureChange } from '../../domain/scene-list';
import { MenuButton } from '../../ui/menu-button';
import styles from './scenes.module.css';

export type SceneAction =
  | 'present'
  | 'edit'
  | 'update-view'
  | 'update-figures'
  | 'duplicate'
  | 'hide'
  | 'up'
  | 'down'
  | 'remove';

interface Props {
  readonly scene: Scene;
  /** Place in the list, from 0. */
  readonly at: number;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly changes: readonly FigureChange[];
  /** The document takes no edit here. */
  readonly isLocked: boolean;
  readonly isDropTarget: boolean;
  readonly onGoTo: () => void;
  readonly onAction: (action: SceneAction) => void;
  readonly onDrag: (event: 'start' | 'over' | 'drop' | 'end') => void;
}

function menuItems({ scene, at, count, isLocked }: Props) {
  const edit = (key: SceneAction, label: string, isOff = false) => ({
    key,
    label,
    disabled: isLocked || isOff,
  });
  return [
    { key: 'present', label: '从这一页放映', disabled: scene.isHidden },
    edit('edit', '编辑标题、说明和备注…'),
    edit('update-view', '更新为当前画面'),
    edit('duplicate', '复制'),
    edit('hide', scene.isHidden ? '恢复放映' : '放映时跳过'),
    edit('up', '上移（Alt+↑）', at === 0),
    edit('down', '下移（Alt+↓）', at === count - 1),
    { ...edit('remove', '删除'), danger: true },
  ];
}

/** The row of one scene: drag it, or Alt+↑ / Alt+↓ on it. */
export function SceneRow(props: Props): ReactNode {
  const { scene, at, isCurrent, isLocked, changes, onAction, onDrag } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isLocked || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onAction(event.key === 'ArrowUp' ? 'up' : 'down');
  };
  const allow = (event: DragEvent): void => {
    event.preventDefault();
    onDrag('over');
  };
  return (
    <li
      className={styles.row}
      draggable={!isLocked}
      data-current={isCurrent}
      data-hidden={scene.isHidden}
      data-drop={props.isDropTarget}
      onKeyDown={onKeyDown}
      onDragStart={() => onDrag('start')}
      onDragOver={allow}
      onDrop={(event) => {
        event.preventDefault();
        onDrag('drop');
      }}
      onDragEnd={() => onDrag('end')}
    >
      <GripVertical size={14} aria-hidden className={styles.grip} />
      <button
        type="button"
        className={styles.goTo}
        aria-current={isCurrent}
        title={`转到「${scene.title}」`}
        onClick={props.onGoTo}
      >
        <span className={styles.number}>{at + 1}</span>
        <span className={styles.title}>
          {scene.title}
          {scene.isHidden && <span className={styles.quiet}>（跳过）</span>}
        </span>
        <span className={styles.caption}>{scene.caption.replaceAll('**', '')}</span>
      </button>
      <MenuButton
        type="text"
        icon={<MoreHorizontal size={16} aria-hidden />}
        aria-label={`「${scene.title}」的操作`}
        items={menuItems(props)}
        onItem={(key) => onAction(key as SceneAction)}
      />
      {changes.length > 0 && (
        <div className={styles.changed} role="status">
          {changes.map(({ label, was, now }) => (
            <p key={label}>
              数据已变：{label}原 {was}，现 {now}
            </p>
          ))}
          <button
            type="button"
            className={styles.link}
            disabled={isLocked}
            onClick={() => onAction('update-figures')}
          >
            更新
          </button>
        </div>
      )}
    </li>
  );
}
