import { LocateFixed } from 'lucide-react';
import type { ReactNode } from 'react';
import { relocationSwatch } from '../../map/legend';
import { formatGiven, formatQuantity, formatYuan } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { Swatch } from '../../ui/swatch';
import type { ObjectsPanelProps } from './objects-panel-props';
import styles from './objects-panel.module.css';

function count(value: number | null, unit: string): string {
  return formatGiven(value, (known) => formatQuantity(known, unit));
}

/** 易地搬迁: the programme with the plan's totals; its sites have no published place. */
export function RelocationList({
  relocations,
  selected,
  onSelect,
  onZoomTo,
}: Pick<ObjectsPanelProps, 'relocations' | 'selected' | 'onSelect' | 'onZoomTo'>): ReactNode {
  return (
    <ul className={styles.list}>
      {relocations.map((programme) => {
        const pick = { kind: 'relocation', id: programme.id } as const;
        const isSelected = selected?.kind === 'relocation' && selected.id === programme.id;
        return (
          <li key={programme.id} className={styles.row} data-selected={isSelected}>
            <span className={styles.gap} />
            <Swatch spec={relocationSwatch('standard')} />
            <button
              type="button"
              className={styles.name}
              aria-pressed={isSelected}
              title={programme.scopeNote}
              onClick={() => onSelect(pick)}
              onDoubleClick={() => onZoomTo(pick)}
            >
              {programme.name}
            </button>
            <IconButton
              icon={LocateFixed}
              title={`定位到${programme.name}`}
              size={14}
              onClick={() => onZoomTo(pick)}
            />
            <p className={styles.text}>
              {programme.countyCodes.length} 县，安置点 {count(programme.siteCount, '个')}
              （位置未公布），{count(programme.persons, '人')}，其中建档立卡{' '}
              {count(programme.registeredPoorPersons, '人')}，投资{' '}
              {formatGiven(programme.investmentYuan, formatYuan)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
