import { useMemo, type ReactNode } from 'react';
import type { GapRows } from '../../analysis/gap';
import type { GapVillage } from '../../analysis/gap-village';
import type { PackIndex } from '../../domain/pack-index';
import { type GapKind, VILLAGE_ROW_HEIGHT, gapLine } from './gap-view';
import { VirtualRows } from './virtual-rows';
import styles from './gap.module.css';

export function VillageRow(props: {
  readonly index: PackIndex;
  readonly village: GapVillage;
  readonly kind: GapKind;
}): ReactNode {
  const line = gapLine(props.index, props.village, props.kind);
  return (
    <>
      <span className={styles.first}>
        <span className={styles.rank}>{line.rank}</span>
        <span className={styles.name}>{line.name}</span>
        <span className={styles.place}>{line.place}</span>
        <span className={styles.households} title={line.basis}>
          {line.households}
        </span>
      </span>
      <span className={styles.quiet}>{line.nearest}</span>
      <span className={styles.lack}>{line.lack}</span>
    </>
  );
}

/** Uncovered villages, most estimated poor households first. */
export function GapVillages(props: {
  readonly index: PackIndex;
  readonly villages: GapRows;
  readonly kind: GapKind;
  readonly selectedCode: string | null;
  readonly onSelect: (code: string) => void;
  readonly onZoomTo: (codes: readonly string[]) => void;
}): ReactNode {
  const { index, villages, kind } = props;
  const rows = useMemo(
    () => ({
      count: villages.count,
      at: villages.at,
      placeOf: villages.orderOf,
      heightAt: () => VILLAGE_ROW_HEIGHT,
    }),
    [villages],
  );
  return (
    <VirtualRows
      role="listbox"
      label={
        kind === 'notCovered' ? '未覆盖的村，按估算贫困户排序' : '可能覆盖的村，按估算贫困户排序'
      }
      rows={rows}
      keyOf={(village) => village.code}
      semanticsOf={(_village, at) => ({
        place: at + 1,
        of: villages.count,
        title: '单击选中，双击或按回车在图上定位',
      })}
      activeKey={props.selectedCode}
      onActive={(village) => props.onSelect(village.code)}
      onClick={(village) => props.onSelect(village.code)}
      onEnter={(village) => props.onZoomTo([village.code])}
    >
      {(village) => <VillageRow index={index} village={village} kind={kind} />}
    </VirtualRows>
  );
}
