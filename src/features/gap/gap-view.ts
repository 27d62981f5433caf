// The gap lists as the panel reads them. “再延伸 n 米即可覆盖” is rounded up, so that what it promises is enough.
import type { ClusterRows, GapRows } from '../../analysis/gap';
import type { GapCluster } from '../../analysis/gap-cluster';
import type { GapVillage } from '../../analysis/gap-village';
import type { PackIndex } from '../../domain/pack-index';
import { SPREAD_WORDS } from '../../domain/wording';
import { formatDistance, formatEstimate, formatInteger } from '../../ui/format';
import type { RowSource } from './virtual-rows';

/** Which of the two lists: those lack a project, these lack better positions. */
export type GapKind = 'notCovered' | 'possible';

export interface GapLine {
  readonly code: string;
  readonly rank: number;
  readonly name: string;
  /** 乡镇 · 县. */
  readonly place: string;
  /** “约 23 户”, or “无估算”. */
  readonly households: string;
  /** Which figure the estimate was spread from; empty without one. */
  readonly basis: string;
  /** Nearest project and distance; “没有可算距离的项目” without any. */
  readonly nearest: string;
  /** What would cover it; empty without any project. */
  readonly lack: string;
}

export interface ClusterLine {
  readonly id: string;
  readonly rank: number;
  /** 核心村一带. */
  readonly name: string;
  readonly place: string;
  /** “12 村 · 约 230 户”. */
  readonly size: string;
  readonly nearest: string;
  /** Reach that covers the nearest member, and that covers all; empty without any project. */
  readonly lack: string;
  /** How well the members' positions are known. */
  readonly positions: string;
  readonly codes: readonly string[];
}

const NO_PROJECT = '没有可算距离的项目';

/** Like formatDistance, rounded up to the last digit shown: 850.2 → "851 米", 1362 → "1.37 公里". */
export function formatAtLeast(metres: number): string {
  // A millionth of the unit is noise of the arithmetic, not a distance.
  const up = (value: number, unit: number): number => Math.ceil(value / unit - 1e-6) * unit;
  const whole = up(metres, 1);
  return formatDistance(whole < 1000 ? whole : up(metres, 10));
}

function placeOf(index: PackIndex, code: string): string {
  const village = index.villageByCode.get(code);
  const township = index.townshipByCode.get(village?.townshipCode ?? '')?.name ?? '';
  const county = index.countyByCode.get(village?.countyCode ?? '')?.name ?? '';
  return `${township} · ${county}`;
}

function nearestOf(index: PackIndex, id: string | null, metres: number | null): string {
  if (id === null || metres === null) return NO_PROJECT;
  return `距${index.projectById.get(id)?.name ?? id} ${formatDistance(metres)}`;
}

function lackOf({ extraMetres, accuracyMetres }: GapVillage, kind: GapKind): string {
  if (extraMetres === null) return '';
  const metres = formatAtLeast(extraMetres);
  const accuracy = accuracyMetres === null ? null : formatDistance(accuracyMetres);
  if (kind === 'possible') {
    return `标绘差 ${metres}${accuracy === null ? '' : `，在精度 ±${accuracy} 之内`}`;
  }
  return `再延伸 ${metres}即可覆盖${accuracy === null ? '' : `（±${accuracy}）`}`;
}

export function gapLine(index: PackIndex, village: GapVillage, kind: GapKind): GapLine {
  const { code, rank, name, poorHouseholds, spreadFrom } = village;
  return {
    code,
    rank,
    name,
    place: placeOf(index, code),
    households: poorHouseholds === null ? '无估算' : `约 ${formatEstimate(poorHouseholds)} 户`,
    basis: spreadFrom === null ? '' : SPREAD_WORDS[spreadFrom],
    nearest: nearestOf(index, village.nearestTargetId, village.distanceMetres),
    lack: lackOf(village, kind),
  };
}

function clusterLack({ extraToNearestMetres, extraToAllMetres }: GapCluster): string {
  if (extraToNearestMetres === null || extraToAllMetres === null) return '';
  const [least, most] = [formatAtLeast(extraToNearestMetres), formatAtLeast(extraToAllMetres)];
  return least === most ? `延伸 ${most}可达` : `延伸 ${least}可达最近一村，${most}全部`;
}

function positionsOf({ ownPositions, villages, worstPositionAccuracyMetres }: GapCluster): string {
  const worst = `±${formatDistance(worstPositionAccuracyMetres)}`;
  if (ownPositions === villages.length) return `村点位置已知，最差 ${worst}`;
  return ownPositions === 0
    ? `村点为范围内均布，最差 ${worst}：只指方位`
    : `${formatInteger(ownPositions)} 村位置已知，其余均布，最差 ${worst}`;
}

export function clusterLine(index: PackIndex, cluster: GapCluster): ClusterLine {
  const { id, rank, core, villages, poorHouseholds } = cluster;
  const households = poorHouseholds === null ? '无估算' : `约 ${formatEstimate(poorHouseholds)} 户`;
  return {
    id,
    rank,
    name: villages.length === 1 ? core.name : `${core.name}一带`,
    place: placeOf(index, id),
    size: `${formatInteger(villages.length)} 村 · ${households}`,
    nearest: nearestOf(index, cluster.nearestTargetId, cluster.spurMetres),
    lack: clusterLack(cluster),
    positions: positionsOf(cluster),
    codes: villages.map(({ code }) => code),
  };
}

/** One row of the cluster list: a cluster, or a member of an opened one. */
export type ClusterItem =
  | { readonly kind: 'cluster'; readonly key: string; readonly cluster: GapCluster }
  | {
      readonly kind: 'village';
      readonly key: string;
      readonly clusterId: string;
      readonly village: GapVillage;
      readonly place: number;
      readonly of: number;
    };

export const VILLAGE_ROW_HEIGHT = 60;
export const CLUSTER_ROW_HEIGHT = 76;

interface Opened {
  readonly order: number;
  readonly id: string;
  /** Most poor households first. */
  readonly villages: readonly GapVillage[];
  /** Place of its head among all rows. */
  readonly head: number;
}

function openedOf(clusters: ClusterRows, ids: ReadonlySet<string>): readonly Opened[] {
  const orders = [...ids].map((id) => clusters.orderOf(id)).filter((order) => order >= 0);
  let above = 0;
  return orders
    .sort((a, b) => a - b)
    .map((order) => {
      const { id, villages } = clusters.at(order);
      const head = order + above;
      above += villages.length;
      return { order, id, head, villages: villages.toSorted((a, b) => a.rank - b.rank) };
    });
}

/** Clusters in rank order; under each opened one its villages. Keys: the cluster's id, or it and the village's code. */
export function clusterItems(
  clusters: ClusterRows,
  openedIds: ReadonlySet<string>,
): RowSource<ClusterItem> {
  const opened = openedOf(clusters, openedIds);
  const inside = opened.reduce((sum, { villages }) => sum + villages.length, 0);
  const member = ({ id, villages }: Opened, at: number): ClusterItem => {
    const village = villages[at] as GapVillage;
    const key = `${id}/${village.code}`;
    return { kind: 'village', key, clusterId: id, village, place: at + 1, of: villages.length };
  };
  const openedAbove = (place: number): Opened | undefined =>
    opened.findLast(({ head }) => head < place);
  const isMember = (place: number, above: Opened): boolean =>
    place <= above.head + above.villages.length;
  return {
    count: clusters.count + inside,
    heightAt: (place) => {
      const above = openedAbove(place);
      return above && isMember(place, above) ? VILLAGE_ROW_HEIGHT : CLUSTER_ROW_HEIGHT;
    },
    at: (place) => {
      const above = openedAbove(place);
      if (above && isMember(place, above)) return member(above, place - above.head - 1);
      const order = above ? above.order + place - above.head - above.villages.length : place;
      const cluster = clusters.at(order);
      return { kind: 'cluster', key: cluster.id, cluster };
    },
    placeOf: (key) => {
      const [id = '', code] = key.split('/');
      const order = clusters.orderOf(id);
      if (order < 0) return -1;
      const before = opened.findLast((each) => each.order < order);
      const head = before ? before.head + before.villages.length + order - before.order : order;
      if (code === undefined) return head;
      const own = opened.find((each) => each.id === id);
      const at = own?.villages.findIndex((village) => village.code === code) ?? -1;
      return at < 0 ? -1 : head + 1 + at;
    },
  };
}

/** “2,997 村，约 31,234 户；812 个单位没有估算”. */
export function listText(list: GapRows): string {
  const { count, poorHouseholds, unitsWithoutEstimate } = list;
  const size = `${formatInteger(count)} 村，约 ${formatEstimate(poorHouseholds)} 户`;
  return unitsWithoutEstimate === 0
    ? size
    : `${size}；其中 ${formatInteger(unitsWithoutEstimate)} 个单位没有估算，排在最后`;
}
