import { useMemo } from 'react';
import type { ImportRecord } from '../domain/imported';
import { drawnFeatures } from '../domain/imported-things';
import type { Project } from '../domain/project';
import { importLegend } from '../features/layers/import-legend';
import { planObjectLegend } from '../features/layers/plan-object-legend';
import {
  coverageLegend,
  layerCounts,
  layerLegends,
  overlapLegend,
} from '../features/layers/layer-legends';
import { shownYear, statusLegend } from '../features/timeline/timeline-view';
import { type LayerId, layerTitle } from '../map/layer-catalog';
import type { LegendModel } from '../ui/legend-model';
import { flowLines } from './use-plan-on-map';
import { useSession } from './session-store';
import { alikeBy, useAlike } from './use-alike';
import type { Analysis } from './use-analysis';
import type { MapOverlap } from './use-overlap';
import { useWorkspace } from './workspace';

export interface Legends {
  readonly legends: Readonly<Partial<Record<LayerId, LegendModel>>>;
  readonly counts: Readonly<Partial<Record<LayerId, number>>>;
  /** Legends of what is drawn just now, top layer first, for the card on the map. */
  readonly drawn: readonly { readonly title: string; readonly legend: LegendModel }[];
}

/** Layers that carry their names on the map need no place on its card. */
const ON_CARD: readonly LayerId[] = [
  'coverage',
  'villages',
  'columns',
  'belts',
  'timeline',
  'thematic',
  'relocations',
  'imports',
  'plan-objects',
];

/** What legends count of a project: where it lies is nothing to them. */
const isDrawnAlike = alikeBy<Project>((a, b) => a.kind === b.kind && a.alignment === b.alignment);

/** One legend a layer, for the layer tree and for the card on the map alike. */
export function useLegends(
  analysis: Analysis,
  overlap: MapOverlap | null,
  thematicLegend: LegendModel,
  shownImports: readonly ImportRecord[],
): Legends {
  const { pack } = useWorkspace();
  const theme = useSession((state) => state.theme);
  const layers = useSession((state) => state.layers);
  const year = useSession((state) => state.year);
  const counts = analysis.coverage.result?.counts ?? null;
  const projects = useAlike(analysis.projects, isDrawnAlike);
  const { objects, assignments } = analysis.content;
  const { index } = analysis;
  const flowCount = useMemo(
    () => flowLines({ objects, assignments }, index).length,
    [objects, assignments, index],
  );
  // Apart, so that an answer a frame renews the one legend that counts it.
  const lasting = useMemo(() => {
    const shown = shownYear(pack.timeline, year);
    return {
      ...layerLegends(pack, projects, theme, null),
      thematic: thematicLegend,
      imports: importLegend(theme, shownImports),
      ...(shown && { timeline: statusLegend(shown, theme) }),
    };
  }, [pack, projects, theme, thematicLegend, year, shownImports]);
  const planObjects = useMemo(
    () => planObjectLegend(theme, [...objects.values()], flowCount),
    [theme, objects, flowCount],
  );
  const legends = useMemo(
    () => ({
      ...lasting,
      'plan-objects': planObjects,
      coverage: overlap ? overlapLegend(theme, overlap.rows) : coverageLegend(theme, counts),
    }),
    [lasting, planObjects, theme, counts, overlap],
  );
  const drawn = useMemo(() => {
    const isDrawn = (id: LayerId): boolean => {
      // With an answer on the map every village is drawn by its state.
      const byState =
        counts !== null && layers.some((layer) => layer.id === 'coverage' && layer.visible);
      if (id === 'coverage') return byState;
      if (id === 'villages') return !byState;
      return true;
    };
    return layers.flatMap(({ id, visible }) => {
      const legend = legends[id];
      if (!visible || !legend || legend.rows.length === 0 || !ON_CARD.includes(id) || !isDrawn(id))
        return [];
      return [{ title: layerTitle(id, pack), legend }];
    });
  }, [pack, layers, legends, counts]);
  const { imports } = analysis.doc;
  const objectCount = objects.size;
  const things = useMemo(
    () => ({
      ...layerCounts(pack, projects),
      'plan-objects': objectCount,
      imports: [...imports.values()].flatMap(drawnFeatures).length,
    }),
    [pack, projects, imports, objectCount],
  );
  return { legends, counts: things, drawn };
}
