import { LocateFixed, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Belt } from '../../domain/belt';
import { METRES_PER_KILOMETRE } from '../../domain/units';
import { beltSwatch } from '../../map/legend';
import { formatDistance } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { NumberField } from '../../ui/number-field';
import { Swatch } from '../../ui/swatch';
import { beltWidth, MAX_BELT_WIDTH_METRES } from './belt-width';
import type { ObjectsPanelProps } from './objects-panel-props';
import styles from './objects-panel.module.css';

type BeltListProps = Pick<
  ObjectsPanelProps,
  | 'belts'
  | 'beltWidths'
  | 'shownBeltIds'
  | 'selected'
  | 'onSelect'
  | 'onZoomTo'
  | 'onShowBelts'
  | 'onBeltWidth'
>;

function WidthField({
  belt,
  widths,
  onBeltWidth,
}: {
  readonly belt: Belt;
  readonly widths: ReadonlyMap<string, number>;
  readonly onBeltWidth: BeltListProps['onBeltWidth'];
}): ReactNode {
  const width = beltWidth(belt, widths);
  if (!width) return <span className={styles.quiet}>整县，共 {belt.countyCodes.length} 县</span>;
  return (
    <>
      <span className={styles.quiet}>{width.word}</span>
      <NumberField
        label={`${belt.name}${width.word}`}
        unit="公里"
        value={width.metres / METRES_PER_KILOMETRE}
        min={0}
        max={MAX_BELT_WIDTH_METRES / METRES_PER_KILOMETRE}
        step={0.5}
        onChange={(kilometres) => onBeltWidth(belt.id, kilometres * METRES_PER_KILOMETRE)}
      />
      <IconButton
        icon={RotateCcw}
        title={`恢复${belt.name}的缺省${width.word} ${formatDistance(width.defaultMetres)}`}
        size={14}
        disabledReason={width.changed ? null : '已是缺省'}
        onClick={() => onBeltWidth(belt.id, null)}
      />
    </>
  );
}

/** The belts: which are drawn, and how wide. */
export function BeltList(props: BeltListProps): ReactNode {
  const toggle = (id: string): void => {
    const shown = props.belts.map((belt) => belt.id).filter((each) => props.shownBeltIds.has(each));
    props.onShowBelts(shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id]);
  };
  return (
    <ul className={styles.list}>
      {props.belts.map((belt, at) => {
        const pick = { kind: 'belt', id: belt.id } as const;
        const selected = props.selected?.kind === 'belt' && props.selected.id === belt.id;
        return (
          <li key={belt.id} className={styles.row} data-selected={selected}>
            <input
              type="checkbox"
              checked={props.shownBeltIds.has(belt.id)}
              aria-label={`在图上显示${belt.name}`}
              onChange={() => toggle(belt.id)}
            />
            <Swatch spec={beltSwatch('standard', at)} />
            <button
              type="button"
              className={styles.name}
              aria-pressed={selected}
              title={belt.note === '' ? belt.name : belt.note}
              onClick={() => props.onSelect(pick)}
              onDoubleClick={() => props.onZoomTo(pick)}
            >
              {belt.name}
            </button>
            <IconButton
              icon={LocateFixed}
              title={`定位到${belt.name}`}
              size={14}
              onClick={() => props.onZoomTo(pick)}
            />
            <div className={styles.second}>
              <WidthField belt={belt} widths={props.beltWidths} onBeltWidth={props.onBeltWidth} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
