import { ChevronRight } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { ClusterRows } from '../../analysis/gap';
import type { GapCluster } from '../../analysis/gap-cluster';
import type { PackIndex } from '../../domain/pack-index';
import { type ClusterItem, type GapKind, clusterItems, clusterLine } from './gap-view';
import { VillageRow } from './gap-villages';
import { VirtualRows } from './virtual-rows';
import styles from './gap.module.css';

function ClusterRow(props: {
  readonly index: PackIndex;
  readonly cluster: GapCluster;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const line = clusterLine(props.index, props.cluster);
  return (
    <>
      <span className={styles.first}>
        <span
          className={styles.opener}
          title={props.isOpen ? '收起（←）' : '展开各村（→）'}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle();
          }}
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={props.isOpen ? styles.turned : undefined}
          />
        </span>
        <span className={styles.name}>{line.name}</span>
        <span className={styles.place}>{line.place}</span>
        <span className={styles.households}>{line.size}</span>
      </span>
      <span className={styles.quiet}>{line.nearest}</span>
      <span className={styles.lack}>{line.lack}</span>
      <span className={styles.quiet}>{line.positions}</span>
    </>
  );
}

/** Clusters worth one extension; each opens to its villages. */
export function GapClusterList(props: {
  readonly index: PackIndex;
  readonly clusters: ClusterRows;
  readonly kind: GapKind;
  readonly selectedCode: string | null;
  readonly onSelect: (code: string) => void;
  readonly onZoomTo: (codes: readonly string[]) => void;
}): ReactNode {
  const { index, clusters, kind, onSelect, onZoomTo } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const items = useMemo(() => clusterItems(clusters, opened), [clusters, opened]);
  const open = (id: string, isOpen: boolean): void =>
    setOpened((old) => {
      const next = new Set(old);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });
  const activate = (item: ClusterItem): void => {
    setActiveKey(item.key);
    if (item.kind === 'village') onSelect(item.village.code);
  };
  const zoom = (item: ClusterItem): void =>
    onZoomTo(
      item.kind === 'cluster' ? item.cluster.villages.map(({ code }) => code) : [item.village.code],
    );
  return (
    <VirtualRows
      role="tree"
      label="缺口片区，按估算贫困户排序"
      rows={items}
      keyOf={(item) => item.key}
      semanticsOf={(item) =>
        item.kind === 'cluster'
          ? {
              level: 1,
              expanded: opened.has(item.cluster.id),
              place: item.cluster.rank,
              of: clusters.count,
              title: '单击在图上定位，→ 展开，← 收起',
            }
          : { level: 2, place: item.place, of: item.of }
      }
      activeKey={activeKey}
      onActive={activate}
      onClick={(item) => {
        activate(item);
        if (item.kind === 'cluster') zoom(item);
      }}
      onEnter={zoom}
      onExpand={(item, isOpen) => {
        if (item.kind === 'cluster') open(item.cluster.id, isOpen);
        else if (!isOpen) {
          open(item.clusterId, false);
          setActiveKey(item.clusterId);
        }
      }}
    >
      {(item) =>
        item.kind === 'cluster' ? (
          <ClusterRow
            index={index}
            cluster={item.cluster}
            isOpen={opened.has(item.cluster.id)}
            onToggle={() => open(item.cluster.id, !opened.has(item.cluster.id))}
          />
        ) : (
          <div className={styles.member}>
            <VillageRow index={index} village={item.village} kind={kind} />
          </div>
        )
      }
    </VirtualRows>
  );
}
