// The projects round a village: which of the chosen ones reach it as drawn, the nearest of them with state, and the nearest
// of all that have a place, chosen or not.
import { COVERED_AS_DRAWN } from '../../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import type { VillageReach } from '../../analysis/village-reach';
import type { PackIndex } from '../../domain/pack-index';
import { formatDistance, formatInteger, formatQuantity } from '../../ui/format';
import {
  inspectRow,
  sectionIf,
  type InspectLink,
  type InspectRow,
  type InspectSection,
} from './inspect-view';

/** Projects listed of each kind. */
const MOST_LISTED = 3;

const MILLIMETRES = new Intl.NumberFormat('zh-CN', {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});

function nameOf(index: PackIndex, id: string): string {
  return index.projectById.get(id)?.name ?? id;
}

function linkTo(index: PackIndex, { targetId }: VillageReach, text: string): InspectLink[] {
  return index.projectById.has(targetId) ? [{ text, to: { kind: 'project', id: targetId } }] : [];
}

/** One project alone: “1,234.567 米”, with the state that it alone would give. */
function projectRow(index: PackIndex, reach: VillageReach, extra: string): InspectRow {
  const name = nameOf(index, reach.targetId);
  return inspectRow(name, `${MILLIMETRES.format(reach.metres)} 米`, {
    note: `${COVERAGE_STATE_WORDS[reach.state]}（精度合计 ±${formatDistance(reach.accuracyMetres)}）${extra}`,
    links: linkTo(index, reach, '查看项目'),
  });
}

function countRow(index: PackIndex, chosen: readonly VillageReach[]): InspectRow {
  const reaching = chosen.filter(({ state }) => state >= COVERED_AS_DRAWN);
  return inspectRow('覆盖项目数', formatQuantity(reaching.length, '个'), {
    note: `所选 ${formatInteger(chosen.length)} 项中，按标绘位置覆盖本村的；“可能覆盖”不计。`,
    links: reaching.flatMap((reach) => linkTo(index, reach, nameOf(index, reach.targetId))),
  });
}

/** `reaches`: every project with a place as seen from the village, nearest first; empty gives no section. */
export function reachSections(
  index: PackIndex,
  reaches: readonly VillageReach[],
  chosenIds: ReadonlySet<string>,
): readonly InspectSection[] {
  const chosen = reaches.filter(({ targetId }) => chosenIds.has(targetId));
  const ofChosen =
    chosen.length < 2
      ? []
      : [
          countRow(index, chosen),
          ...chosen.slice(0, MOST_LISTED).map((reach) => projectRow(index, reach, '')),
        ];
  const nearest = reaches
    .slice(0, MOST_LISTED)
    .map((reach) =>
      projectRow(index, reach, chosenIds.has(reach.targetId) ? '；已选' : '；未选入覆盖分析'),
    );
  const all = `最近项目（全部有位置的 ${formatInteger(reaches.length)} 项，不限所选）`;
  return [
    ...sectionIf(`所选项目中最近的 ${Math.min(MOST_LISTED, chosen.length)} 项`, ofChosen),
    ...sectionIf(all, nearest),
  ];
}
