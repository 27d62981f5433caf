// The key of each layer, from the data that is drawn and the samples of src/map/legend.
// 专题 and 脱贫时序 have keys of their own (features/thematic, features/timeline), put in by the shell.
import {
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
  type StateCounts,
} from '../../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import { OVERLAP_NOTE, OVERLAP_WORDS, type OverlapRow } from '../../analysis/overlap-summary';
import type { Project } from '../../domain/project';
import type { RegionPack } from '../../domain/region-pack';
import { ALIGNMENT_WORDS, POSITION_METHOD_WORDS, PROJECT_KIND_WORDS } from '../../domain/wording';
import type { LayerId } from '../../map/layer-catalog';
import {
  baseSwatch,
  beltSwatch,
  coverageSwatch,
  overlapSwatch,
  projectSwatch,
  relocationSwatch,
  villageSwatch,
} from '../../map/legend';
import type { MapTheme } from '../../map/map-types';
import { formatInteger } from '../../ui/format';
import type { SwatchSpec } from '../../domain/swatch';
import type { LegendModel, LegendRow } from '../../ui/legend-model';
import { baseLegends } from './base-legends';

export type LayerLegends = Readonly<Partial<Record<LayerId, LegendModel>>>;

function legend(rows: readonly LegendRow[], notes: readonly string[] = []): LegendModel {
  return { title: '', rows, notes };
}

function row(key: string, swatch: SwatchSpec, label: string, count: number | null): LegendRow {
  return { key, swatch, label, count: count === null ? '' : formatInteger(count) };
}

/** Key of the four states; their counts once there is an answer. */
export function coverageLegend(theme: MapTheme, counts: StateCounts | null): LegendModel {
  const states = [
    ['covered-certain', COVERED_CERTAIN, counts?.certain],
    ['covered-as-drawn', COVERED_AS_DRAWN, counts?.asDrawn],
    ['possible', POSSIBLE, counts?.possible],
    ['not-covered', NOT_COVERED, counts?.notCovered],
  ] as const;
  const rows = states.map(([state, code, count]) =>
    row(state, coverageSwatch(theme, state), COVERAGE_STATE_WORDS[code], count ?? null),
  );
  return legend(rows, counts ? [] : ['在“对象”里勾选项目后显示各村状态']);
}

/** Key of how many chosen projects reach a village; stands in the place of the four states. */
export function overlapLegend(
  theme: MapTheme,
  classes: readonly Pick<OverlapRow, 'class' | 'villages'>[],
): LegendModel {
  return {
    title: '被几个所选项目覆盖（按标绘，可能覆盖不计）',
    rows: classes.map(({ class: each, villages }) =>
      row(String(each), overlapSwatch(theme, each), OVERLAP_WORDS[each], villages),
    ),
    notes: [OVERLAP_NOTE],
  };
}

const knownByVillages = new WeakMap<RegionPack['villages'], number>();

/** Villages with a position of their own; counted once, for projects move on every frame of a drag. */
function knownPositions({ villages }: RegionPack): number {
  const kept = knownByVillages.get(villages);
  if (kept !== undefined) return kept;
  const known = villages.filter(
    (village) =>
      village.positionMethod !== 'within-township' && village.positionMethod !== 'within-county',
  ).length;
  knownByVillages.set(villages, known);
  return known;
}

function villageLegend(theme: MapTheme, pack: RegionPack): LegendModel {
  const known = knownPositions(pack);
  const imported = pack.villages.filter((each) => each.positionMethod === 'imported').length;
  return legend([
    row('known', villageSwatch(theme, 'known'), '位置已知', known - imported),
    ...(imported > 0
      ? [row('imported', villageSwatch(theme, 'known'), POSITION_METHOD_WORDS.imported, imported)]
      : []),
    row('uncertain', villageSwatch(theme, 'uncertain'), '位置不确定', pack.villages.length - known),
  ]);
}

const KINDS = ['water', 'road', 'power', 'facility'] as const;

const FORMS = [
  ['surveyed', 'line', ''],
  ['digitised', 'line', ''],
  ['user', 'line', ''],
  ['schematic', 'schematic', '≈ '],
  ['places', 'point', ''],
] as const;

/** One sample for each way in which projects of a kind are drawn, with the projects drawn so. */
function projectLegend(theme: MapTheme, projects: readonly Project[]): LegendModel {
  const rows = KINDS.flatMap((kind) =>
    FORMS.flatMap(([alignment, form, mark]) => {
      const count = projects.filter((p) => p.kind === kind && p.alignment === alignment).length;
      const label = `${mark}${PROJECT_KIND_WORDS[kind]} · ${ALIGNMENT_WORDS[alignment]}`;
      const swatch = projectSwatch(theme, kind, form);
      return count === 0 ? [] : [row(`${kind}-${alignment}`, swatch, label, count)];
    }),
  );
  return legend(rows);
}

export function scopeLegend(theme: MapTheme, projects: readonly Project[]): LegendModel {
  return legend(
    KINDS.flatMap((kind) => {
      const count = projects.filter((p) => p.kind === kind && p.alignment === 'scope-only').length;
      const label = `${PROJECT_KIND_WORDS[kind]} · ${ALIGNMENT_WORDS['scope-only']}`;
      return count === 0 ? [] : [row(kind, projectSwatch(theme, kind, 'scope'), label, count)];
    }),
  );
}

function planLegends(
  theme: MapTheme,
  pack: RegionPack,
  projects: readonly Project[],
): LayerLegends {
  return {
    projects: projectLegend(theme, projects),
    'project-scope': scopeLegend(theme, projects),
    reach: legend([row('reach', baseSwatch(theme, 'reach'), '到所选项目的距离以内', null)]),
    relocations: legend(
      pack.relocations.map(({ id, countyCodes }) =>
        row(id, relocationSwatch(theme), `涉及${countyCodes.length}个县（市、区）`, null),
      ),
      ['规划没有公布安置点位置，只画涉及的县'],
    ),
    belts: legend(
      pack.belts.map((belt, at) => row(belt.id, beltSwatch(theme, at), belt.name, null)),
    ),
  };
}

/** Keys of every layer but 专题 and 脱贫时序. `counts` is null before the first coverage answer. */
export function layerLegends(
  pack: RegionPack,
  projects: readonly Project[],
  theme: MapTheme,
  counts: StateCounts | null,
): LayerLegends {
  const column = row('column', baseSwatch(theme, 'columns'), '柱高＝贫困户数，立于乡镇驻地', null);
  return {
    ...baseLegends(pack.baseFeatures, theme),
    ...planLegends(theme, pack, projects),
    coverage: coverageLegend(theme, counts),
    villages: villageLegend(theme, pack),
    columns: legend([column]),
  };
}

/** Things on each layer, where a number says something. */
export function layerCounts(
  pack: RegionPack,
  projects: readonly Project[],
): Readonly<Partial<Record<LayerId, number>>> {
  const scopeOnly = projects.filter((project) => project.alignment === 'scope-only').length;
  const ofKind = (...kinds: readonly string[]): number =>
    pack.baseFeatures.filter((feature) => kinds.includes(feature.kind)).length;
  return {
    villages: pack.villages.length,
    projects: projects.length - scopeOnly,
    'project-scope': scopeOnly,
    relocations: pack.relocations.length,
    belts: pack.belts.length,
    counties: pack.counties.length,
    townships: pack.townships.filter((township) => township.geometry !== null).length,
    peaks: ofKind('peak'),
    roads: ofKind('road'),
    rivers: ofKind('river', 'canal', 'lake', 'reservoir', 'dam'),
    'protected-areas': ofKind('protected-area'),
    relief: ofKind('mountain', 'tableland', 'hill', 'ridge'),
  };
}
