import type { MenuProps } from 'antd';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuButton } from '../../ui/menu-button';
import type { RegionActions, RegionRow } from './regions-props';
import styles from './regions.module.css';

const REGION = 'region:';

function regionLabel({ name, planTitle, isOpen }: RegionRow): ReactNode {
  return (
    <span className={styles.item}>
      <span className={styles.check}>{isOpen && <Check size={14} aria-label="当前" />}</span>
      <span>
        <strong>{name}</strong>
        <small>{planTitle}</small>
      </span>
    </span>
  );
}

function items(rows: readonly RegionRow[], newerVersion: string | null) {
  const list: NonNullable<MenuProps['items']> = [
    {
      key: 'regions',
      type: 'group',
      label: '区域',
      children: rows.map((row) => ({ key: `${REGION}${row.id}`, label: regionLabel(row) })),
    },
    { type: 'divider' },
  ];
  if (newerVersion !== null) list.push({ key: 'update', label: `查看数据包更新 ${newerVersion}…` });
  list.push({ key: 'open-file', label: '打开数据包（zip）…' }, { key: 'all', label: '全部区域…' });
  return list;
}

/** The open region and its plan; opens the others. */
export function RegionMenu({
  rows,
  newerVersion,
  actions,
  onShowAll,
}: {
  readonly rows: readonly RegionRow[];
  readonly newerVersion: string | null;
  readonly actions: RegionActions;
  readonly onShowAll: () => void;
}): ReactNode {
  const open = rows.find(({ isOpen }) => isOpen);
  const title = open?.planTitle ?? '';
  const run: Readonly<Record<string, () => void>> = {
    update: actions.onUpdate,
    'open-file': actions.onOpenFile,
    all: onShowAll,
  };
  return (
    <MenuButton
      type="text"
      aria-label={`区域：${title}`}
      className={styles.button ?? ''}
      menuClassName={styles.menu ?? ''}
      items={items(rows, newerVersion)}
      onItem={(key) => {
        if (key.startsWith(REGION)) actions.onRegion(key.slice(REGION.length));
        else run[key]?.();
      }}
    >
      <span className={styles.title} title={title}>
        {title}
      </span>
      <ChevronDown size={14} aria-hidden />
    </MenuButton>
  );
}
