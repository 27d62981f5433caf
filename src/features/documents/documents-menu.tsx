import { type MenuProps, Tooltip } from 'antd';
import { ChevronDown, FolderOpen, Lock } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { MenuButton } from '../../ui/menu-button';
import type { DocumentsMenuProps } from './documents-props';
import { KEPT_WORDS, fileText, keptText, recentRows } from './documents-view';
import styles from './documents.module.css';

function withKeys(label: string, keys: string): ReactNode {
  return (
    <span className={styles.withKeys}>
      {label}
      <kbd>{keys}</kbd>
    </span>
  );
}

const OPEN = 'open:';
const EVICTABLE_WORDS = '磁盘将满时浏览器可能清理本机数据，请另存为文件';

/** Without the state of keeping, which every edit changes twice: the menu is not drawn with it. */
type ButtonProps = Omit<DocumentsMenuProps, 'kept'>;

function items({
  id,
  rows,
  file,
  isReadOnly,
  isEvictable,
}: ButtonProps): NonNullable<MenuProps['items']> {
  const recent = rows ? recentRows(rows, id) : [];
  return [
    { key: 'file-state', type: 'group', label: fileText(file) },
    ...(isEvictable ? [{ key: 'evictable', type: 'group' as const, label: EVICTABLE_WORDS }] : []),
    { key: 'save', label: withKeys('保存到文件', 'Ctrl+S') },
    { key: 'save-as', label: withKeys('另存为…', 'Ctrl+Shift+S') },
    { key: 'open-file', label: withKeys('打开文件…', 'Ctrl+O') },
    { type: 'divider' },
    { key: 'new', label: '新建方案' },
    { key: 'duplicate', label: '复制为新方案' },
    { key: 'rename', label: '重命名…', disabled: isReadOnly },
    { key: 'delete', label: '删除本方案', danger: true, disabled: isReadOnly },
    { type: 'divider' },
    ...(recent.length === 0
      ? []
      : [
          {
            key: 'recent',
            type: 'group' as const,
            label: '最近的方案',
            children: recent.map((row) => ({ key: `${OPEN}${row.id}`, label: row.title })),
          },
        ]),
    { key: 'all', label: '全部方案…' },
  ];
}

const TitleButton = memo(function TitleButton(props: ButtonProps): ReactNode {
  const { id, title, actions } = props;
  const run: Readonly<Record<string, () => void>> = {
    save: actions.onSave,
    'save-as': actions.onSaveAs,
    'open-file': actions.onOpenFile,
    new: actions.onNew,
    duplicate: actions.onDuplicate,
    rename: props.onRetitle,
    delete: () => actions.onDelete(id, title),
    all: props.onShowAll,
  };
  return (
    <MenuButton
      type="text"
      icon={<FolderOpen size={16} aria-hidden />}
      aria-label={`方案：${title}`}
      items={items(props)}
      menuClassName={styles.menu ?? ''}
      onOpen={props.onRefresh}
      onItem={(key) => {
        if (key.startsWith(OPEN)) actions.onOpen(key.slice(OPEN.length));
        else run[key]?.();
      }}
    >
      <span className={styles.title} title={title}>
        {title}
      </span>
      <ChevronDown size={14} aria-hidden />
    </MenuButton>
  );
});

/** 方案: the open document's title and state, and all that can be done with documents. */
export function DocumentsMenu({ kept, ...button }: DocumentsMenuProps): ReactNode {
  const { isReadOnly } = button;
  return (
    <div className={styles.bar}>
      <TitleButton {...button} />
      <Tooltip title={keptText(kept, isReadOnly)}>
        <span className={styles.kept} data-kind={kept.kind} role="status">
          {isReadOnly && kept.kind !== 'failed' ? (
            <>
              <Lock size={12} aria-hidden /> 只读
            </>
          ) : (
            KEPT_WORDS[kept.kind]
          )}
        </span>
      </Tooltip>
    </div>
  );
}
