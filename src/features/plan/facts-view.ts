// Facts of an object in words: one row a fact, with the notes that a reader needs to trust it. Pure.
import type { AreaShare } from '../../analysis/area-shares';
import type { StateAmounts } from '../../analysis/coverage-summary';
import type { ObjectFacts, TerrainAnswer, VillagesInside } from '../../analysis/object-facts';
import type { ObjectOverlap } from '../../analysis/object-overlaps';
import { PLACE_KIND_WORDS, type PlaceDistance } from '../../analysis/object-places';
import { STEEP_DEGREES } from '../../analysis/terrain-facts';
import { amountText } from '../../domain/field-text';
import { PLAN_OBJECT_KIND_WORDS, SPREAD_WORDS } from '../../domain/wording';
import { formatDistance, formatEstimate, formatShare } from '../../ui/format';

export interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly notes: readonly string[];
}

const MOST_NAMED = 6;

function row(label: string, value: string, ...notes: readonly string[]): FactRow {
  return { label, value, notes: notes.filter((note) => note !== '') };
}

/** Both units that planners speak of. */
export function areaWords(squareMetres: number): string {
  return `${amountText(squareMetres, 'mu', 1)}（${amountText(squareMetres, 'square-kilometre', 3)}）`;
}

function sizeRows({ squareMetres, metres }: ObjectFacts): FactRow[] {
  const isArea = squareMetres !== null;
  return [
    ...(isArea ? [row('面积', areaWords(squareMetres))] : []),
    ...(metres === null ? [] : [row(isArea ? '周长' : '长度', formatDistance(metres))]),
  ];
}

function shareWords(shares: readonly AreaShare[]): string {
  const [first, ...others] = shares;
  if (!first) return '不在本区域内';
  if (others.length === 0 && first.share > 0.9995) return first.name;
  const named = shares
    .slice(0, MOST_NAMED)
    .map(({ name, share }) => `${name} ${formatShare(share)}`);
  const more = shares.length - named.length;
  return named.join('、') + (more > 0 ? `等 ${shares.length} 个` : '');
}

function range({ certain, asDrawn, possible }: StateAmounts): string {
  const drawn = certain + asDrawn;
  return `${formatEstimate(drawn)}（${formatEstimate(certain)}–${formatEstimate(drawn + possible)}）`;
}

function insideRows(inside: VillagesInside | null): FactRow[] {
  if (inside === null) return [row('范围内的村', '正在计算…')];
  const { sums, villages } = inside;
  const { certain, asDrawn, possible } = sums.villages;
  const drawn = certain + asDrawn;
  const named = villages
    .slice(0, MOST_NAMED)
    .map(({ name, state }) => (state === 1 ? `${name}（可能）` : name));
  const more = villages.length - named.length;
  const names = named.join('、') + (more > 0 ? ` 等 ${villages.length} 村` : '');
  const head = row('范围内的村', `${drawn} 村（确定 ${certain}，最多 ${drawn + possible}）`, names);
  if (villages.length === 0) return [head];
  const flag = sums.resolutions.map((resolution) => SPREAD_WORDS[resolution]).join('、');
  if (flag === '') return [head, row('其中贫困户', '没有数字')];
  return [
    head,
    row('其中贫困户', `${range(sums.households)} 户`, flag),
    row('其中贫困人口', `${range(sums.persons)} 人`, flag),
  ];
}

function terrainRows(terrain: TerrainAnswer): FactRow[] {
  if (terrain === 'later') return [row('高程和坡度', '停手后计算…')];
  if (terrain === null) {
    return [row('高程和坡度', '没有高程数据', '从“导入”加入本区域的 GeoTIFF 高程')];
  }
  const { elevationLeastMetres: least, elevationMostMetres: most, steepestSlopeDegrees } = terrain;
  const missing =
    terrain.missingElevations > 0
      ? `${terrain.missingElevations} / ${terrain.sampleCount} 个取样点没有高程`
      : '';
  const heights =
    least === null || most === null
      ? '没有数据'
      : `${[...new Set([Math.round(least), Math.round(most)])].join('–')} 米`;
  const slope = steepestSlopeDegrees === null ? '没有数据' : `${steepestSlopeDegrees.toFixed(1)}°`;
  const { meanSlopeDegrees: mean, steepShare, cellMetres } = terrain;
  const fineness =
    cellMetres === null
      ? ''
      : `高程格子约 ${Math.round(cellMetres)} 米，比这小的陡坡看不出来；取样间隔 ${formatDistance(terrain.spacingMetres)}`;
  return [
    row('高程', heights, missing),
    row('最陡坡度', slope, fineness),
    ...(mean === null || steepShare === null
      ? []
      : [
          row('平均坡度', `${mean.toFixed(1)}°`),
          row(`坡度 ${STEEP_DEGREES}° 以上`, `占面积 ${formatShare(steepShare)}`),
        ]),
  ];
}

function distanceRow({ kind, nearest, reason }: PlaceDistance): FactRow {
  const label = `到${PLACE_KIND_WORDS[kind]}`;
  if (nearest === null) return row(label, '—', reason);
  const { name, metres, accuracyMetres } = nearest;
  return row(
    label,
    formatDistance(metres),
    `${name}，位置精度合计 ±${formatDistance(accuracyMetres)}`,
  );
}

function overlapRow({ name, kind, squareMetres, share, shareOfOther }: ObjectOverlap): FactRow {
  const word = PLAN_OBJECT_KIND_WORDS[kind];
  if (squareMetres === null || share === null || shareOfOther === null) {
    return row(`与「${name}」`, '相接或穿过', word);
  }
  return row(
    `与「${name}」重叠`,
    areaWords(squareMetres),
    `占本对象 ${formatShare(share)}，占该${word} ${formatShare(shareOfOther)}`,
  );
}

export function factRows(facts: ObjectFacts): readonly FactRow[] {
  const { overlaps } = facts;
  return [
    ...sizeRows(facts),
    row('所在县', shareWords(facts.counties)),
    row('所在乡镇', shareWords(facts.townships), '按乡镇规划单元'),
    ...insideRows(facts.inside),
    ...terrainRows(facts.terrain),
    ...facts.distances.map(distanceRow),
    ...(overlaps.length === 0 ? [row('重叠', '没有与其他对象重叠')] : overlaps.map(overlapRow)),
  ];
}
