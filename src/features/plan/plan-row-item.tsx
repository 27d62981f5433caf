import { CircleAlert, CircleCheck, CircleDashed, LocateFixed } from 'lucide-react';
import type { ReactNode } from 'react';
import { PLAN_OBJECT_FIELDS } from '../../domain/plan-object-fields.table';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import { planObjectSwatch } from '../../map/legend';
import { featureShapes } from '../../map/sources/feature-shape';
import { planMark } from '../../map/sources/plan-object-features';
import { IconButton } from '../../ui/icon-button';
import { Swatch } from '../../ui/swatch';
import type { PlanRow } from './plan-list';
import styles from './plan.module.css';

function Badge({ brokenCount, missingCount, state }: PlanRow): ReactNode {
  if (state === 'broken') {
    return (
      <span className={styles.broken}>
        <CircleAlert size={12} aria-hidden /> 不符合 {brokenCount} 项
        {missingCount > 0 && `，待补 ${missingCount} 项`}
      </span>
    );
  }
  if (state === 'missing') {
    return (
      <span className={styles.missing}>
        <CircleDashed size={12} aria-hidden /> 待补 {missingCount} 项
      </span>
    );
  }
  return (
    <span className={styles.good}>
      <CircleCheck size={12} aria-hidden /> 齐全
    </span>
  );
}

function stageWord({ object, stage }: PlanRow): string {
  const spec = PLAN_OBJECT_FIELDS[object.kind].find(({ id }) => id === 'stage');
  return spec?.choices.find(({ id }) => id === stage)?.label ?? '';
}

export function PlanRowItem(props: {
  readonly row: PlanRow;
  readonly countyNames: readonly string[];
  readonly isTicked: boolean;
  readonly isSelected: boolean;
  readonly onTick: () => void;
  readonly onSelect: () => void;
  readonly onZoomTo: () => void;
}): ReactNode {
  const { row } = props;
  const { object, year } = row;
  const [shape = 'point'] = object.geometry ? featureShapes(object.geometry) : [];
  const place = props.countyNames.join('、');
  return (
    <li className={styles.row} data-selected={props.isSelected}>
      <input
        type="checkbox"
        checked={props.isTicked}
        aria-label={`勾选${object.name}`}
        onChange={props.onTick}
      />
      <Swatch spec={planObjectSwatch('standard', planMark(object), shape)} />
      <button
        type="button"
        className={styles.name}
        aria-pressed={props.isSelected}
        title={object.note === '' ? object.name : object.note}
        onClick={props.onSelect}
        onDoubleClick={props.onZoomTo}
      >
        {object.name === '' ? '未命名' : object.name}
      </button>
      <IconButton
        icon={LocateFixed}
        size={14}
        title={`定位到${object.name}`}
        disabledReason={object.geometry === null ? '还没有位置' : null}
        onClick={props.onZoomTo}
      />
      <div className={styles.second}>
        <span>
          {[
            PLAN_OBJECT_KIND_WORDS[object.kind],
            place,
            year === null ? '' : `${year}年`,
            stageWord(row),
          ]
            .filter((word) => word !== '')
            .join(' · ')}
        </span>
        <Badge {...row} />
      </div>
    </li>
  );
}
