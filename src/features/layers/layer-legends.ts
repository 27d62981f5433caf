// The key of each layer, from the data that is drawn and the palette that draws it.
// 专题 and 脱贫时序 have keys of their own (features/thematic, features/timeline), put in by the shell.
import {
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
  type StateCounts,
} from '../../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import type { Project } from '../../domain/project';
import type { RegionPack } from '../../domain/region-pack';
import { ALIGNMENT_WORDS, PROJECT_KIND_WORDS } from '../../domain/wording';
import type { LayerId } from '../../map/layer-catalog';
import type { MapPalette } from '../../map/style/palette';
import { formatInteger } from '../../ui/format';
import type { LegendModel, LegendRow, SwatchSpec } from '../../ui/legend-model';
import { baseLegends } from './base-legends';

export type LayerLegends = Readonly<Partial<Record<LayerId, LegendModel>>>;

function legend(rows: readonly LegendRow[], notes: readonly string[] = []): LegendModel {
  return { title: '', rows, notes };
}

function row(key: string, swatch: SwatchSpec, label: string, count: number | null): LegendRow {
  return { key, swatch, label, count: count === null ? '' : formatInteger(count) };
}

function coverageLegend(palette: MapPalette, counts: StateCounts | null): LegendModel {
  const symbol = (variant: 'solid' | 'ringed' | 'hollow-dashed' | 'dot'): SwatchSpec => ({
    kind: 'symbol',
    variant,
    color: variant === 'dot' ? palette.notCovered : palette.covered,
  });
  const rows = [
    row('certain', symbol('solid'), COVERAGE_STATE_WORDS[COVERED_CERTAIN], counts?.certain ?? null),
    row('drawn', symbol('ringed'), COVERAGE_STATE_WORDS[COVERED_AS_DRAWN], counts?.asDrawn ?? null),
    row(
      'possible',
      symbol('hollow-dashed'),
      COVERAGE_STATE_WORDS[POSSIBLE],
      counts?.possible ?? null,
    ),
    row('not', symbol('dot'), COVERAGE_STATE_WORDS[NOT_COVERED], counts?.notCovered ?? null),
  ];
  return legend(rows, counts ? [] : ['在“对象”里勾选项目后显示各村状态']);
}

function villageLegend(palette: MapPalette, pack: RegionPack): LegendModel {
  const known = pack.villages.filter(
    (village) =>
      village.positionMethod !== 'within-township' && village.positionMethod !== 'within-county',
  ).length;
  const disc: SwatchSpec = {
    kind: 'point',
    fill: palette.village,
    stroke: palette.halo,
    strokeWidth: 0.6,
    radius: 3.2,
  };
  const ring: SwatchSpec = {
    kind: 'point',
    fill: palette.halo,
    stroke: palette.village,
    strokeWidth: 1.2,
    radius: 3,
  };
  return legend([
    row('known', disc, '位置已知', known),
    row('uncertain', ring, '位置不确定', pack.villages.length - known),
  ]);
}

const KINDS = ['water', 'road', 'power', 'facility'] as const;

/** One sample for each way in which projects of a kind are drawn, with the projects drawn so. */
function projectLegend(palette: MapPalette, projects: readonly Project[]): LegendModel {
  const rows = KINDS.flatMap((kind) => {
    const color = palette.project[kind];
    const samples: readonly (readonly [Project['alignment'], SwatchSpec, string])[] = [
      ['surveyed', { kind: 'line', color, width: 2.2 }, ''],
      ['digitised', { kind: 'line', color, width: 2.2 }, ''],
      ['schematic', { kind: 'line', color, width: 2.2, dash: [3, 1.4] }, '≈ '],
      [
        'places',
        { kind: 'point', fill: palette.halo, stroke: color, strokeWidth: 2, radius: 4 },
        '',
      ],
    ];
    return samples.flatMap(([alignment, swatch, mark]) => {
      const count = projects.filter((p) => p.kind === kind && p.alignment === alignment).length;
      const label = `${mark}${PROJECT_KIND_WORDS[kind]} · ${ALIGNMENT_WORDS[alignment]}`;
      return count === 0 ? [] : [row(`${kind}-${alignment}`, swatch, label, count)];
    });
  });
  return legend(rows);
}

function scopeLegend(palette: MapPalette, projects: readonly Project[]): LegendModel {
  return legend(
    KINDS.flatMap((kind) => {
      const count = projects.filter((p) => p.kind === kind && p.alignment === 'scope-only').length;
      const swatch: SwatchSpec = {
        kind: 'hatch',
        color: palette.project[kind],
        direction: '/',
        lineWidth: 1.2,
      };
      const label = `${PROJECT_KIND_WORDS[kind]} · ${ALIGNMENT_WORDS['scope-only']}`;
      return count === 0 ? [] : [row(kind, swatch, label, count)];
    }),
  );
}

function beltLegend(palette: MapPalette, pack: RegionPack): LegendModel {
  return legend(
    pack.belts.map((belt, at) => {
      const tint = palette.belts[at % palette.belts.length];
      const swatch: SwatchSpec = {
        kind: 'fill',
        color: tint?.fill ?? palette.noData,
        opacity: 0.4,
        ...(tint && { outline: tint.line }),
      };
      return row(belt.id, swatch, belt.name, null);
    }),
  );
}

function planLegends(
  palette: MapPalette,
  pack: RegionPack,
  projects: readonly Project[],
): LayerLegends {
  const reach: SwatchSpec = {
    kind: 'fill',
    color: palette.reach,
    opacity: 0.12,
    outline: palette.reach,
  };
  const relocation: SwatchSpec = {
    kind: 'hatch',
    color: palette.relocation,
    direction: '\\',
    lineWidth: 1,
  };
  return {
    projects: projectLegend(palette, projects),
    'project-scope': scopeLegend(palette, projects),
    reach: legend([row('reach', reach, '到所选项目的距离以内', null)]),
    relocations: legend(
      pack.relocations.map((programme) =>
        row(programme.id, relocation, `涉及${programme.countyCodes.length}个县（市、区）`, null),
      ),
      ['规划没有公布安置点位置，只画涉及的县'],
    ),
    belts: beltLegend(palette, pack),
  };
}

/** Keys of every layer but 专题 and 脱贫时序. `counts` is null before the first coverage answer. */
export function layerLegends(
  pack: RegionPack,
  projects: readonly Project[],
  palette: MapPalette,
  counts: StateCounts | null,
): LayerLegends {
  const column: SwatchSpec = { kind: 'column', color: palette.column };
  return {
    ...baseLegends(pack.baseFeatures, palette),
    ...planLegends(palette, pack, projects),
    coverage: coverageLegend(palette, counts),
    villages: villageLegend(palette, pack),
    columns: legend([row('column', column, '柱高＝贫困户数，立于乡镇驻地', null)]),
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
