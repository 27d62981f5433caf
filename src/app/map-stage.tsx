import { Suspense, lazy, useEffect, useMemo, useState } from 'react';
import type { ImportRecord } from '../domain/imported';
import type { LngLat } from '../domain/lng-lat';
import type { Project } from '../domain/project';
import type { Inspected } from '../features/inspect/inspected';
import { shownYear } from '../features/timeline/timeline-view';
import { MapCanvas } from '../map/map-canvas';
import type {
  AreaThematic,
  BeltArea,
  ColumnView,
  MapPick,
  MapPointerEvent,
  VillageView,
} from '../map/map-types';
import type { MapView } from '../map/map-view';
import { NO_FEATURES } from '../map/sources/feature-shape';
import { useDrawStore } from './draw-store';
import { EdgeToggle } from './edge-toggle';
import { HoverCard } from './hover-card';
import { TimelinePanel, markReady } from './later-panels';
import { patchPlan, usePlanSession } from './plan-store';
import { StageLegend } from './stage-legend';
import { toMapPick } from './selection';
import { patchSession, useSession } from './session-store';
import { legendPadding } from './show-scene';
import { isLayerVisible } from './timeline-layer';
import { useOutlined } from './use-outlined';
import { usePlanOnMap } from './use-plan-on-map';
import { useReach } from './use-reach';
import type { Analysis } from './use-analysis';
import type { Legends } from './use-legends';
import type { MapOverlap } from './use-overlap';
import { useWorkspace } from './workspace';

// Loaded when first opened: the first map does without it.
const LinkedMaps = lazy(() => import('./linked-maps'));

interface Props {
  readonly analysis: Analysis;
  /** The map here; null while there is none. */
  readonly view: MapView | null;
  readonly overlap: MapOverlap | null;
  /** The projects to draw: those in force, or one of them being given a new place. */
  readonly projects: readonly Project[];
  readonly thematic: AreaThematic | null;
  readonly columns: ColumnView | null;
  readonly belts: readonly BeltArea[];
  readonly imports: readonly ImportRecord[];
  readonly legends: Legends['drawn'];
  /** A line over the map while something is being picked or drawn. */
  readonly notice: React.ReactNode;
  /** Tools over the map. */
  readonly tools: React.ReactNode;
  readonly onView: (view: MapView | null) => void;
  readonly onClick: (event: MapPointerEvent) => void;
  readonly onPointer: (lngLat: LngLat | null) => void;
  readonly onInspect: (thing: Inspected) => void;
}

function useVillageView(analysis: Analysis): VillageView {
  const { estimate } = useWorkspace();
  const hasCoverage = analysis.coverage.result !== null;
  return useMemo(
    () => ({ weights: hasCoverage ? estimate.households : null, mask: null }),
    [estimate, hasCoverage],
  );
}

export function MapStage(props: Props) {
  const { analysis, legends } = props;
  const { pack, index, engine } = useWorkspace();
  const theme = useSession((state) => state.theme);
  const layers = useSession((state) => state.layers);
  const year = useSession((state) => state.year);
  const selected = useSession((state) => state.selection);
  const chosenProjectIds = useSession((state) => state.chosenProjectIds);
  const [initialCamera] = useState(() => useSession.getState().camera);
  // Its own figures stand beside the pointer.
  const isDrawing = useDrawStore((state) => state.task !== null);
  const [hover, setHover] = useState<MapPointerEvent | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [playing, setPlaying] = useState(false);
  const linked = usePlanSession((state) => state.linked);
  const preview = usePlanSession((state) => state.preview);
  const shown = linked?.before ?? preview;
  const focus = usePlanSession((state) => state.focus);
  const villages = useVillageView(analysis);
  const { planObjects, flows, projects } = usePlanOnMap(analysis, props.projects);
  const { result } = analysis.coverage;
  const reach = useReach(engine, analysis.shown, result?.distanceMetres ?? 0);
  const overlap = props.overlap?.classes;
  const states = result?.states;
  const coverage = useMemo(
    () => (states ? { states, ...(overlap && { overlap }) } : null),
    [states, overlap],
  );
  const outlined = useOutlined(analysis.doc.scenes);
  const selection = useMemo<readonly MapPick[]>(() => {
    const pick = selected && toMapPick(selected);
    return pick ? [pick, ...outlined] : outlined;
  }, [selected, outlined]);
  const countyNames = useMemo(
    () => new Map(pack.counties.map((county) => [county.code, county.name])),
    [pack],
  );
  const showsTimeline = isLayerVisible(layers, 'timeline');
  // A link may carry a year that this pack does not have.
  const timelineYear = shownYear(pack.timeline, year)?.year ?? null;
  useEffect(() => {
    if (!showsTimeline) setPlaying(false);
  }, [showsTimeline]);
  // A map that cannot be drawn must not keep the rest waiting.
  useEffect(() => {
    if (failure) markReady();
  }, [failure]);

  const scene = {
    index,
    theme,
    layers,
    thematic: props.thematic,
    timelineYear,
    villages,
    coverage,
    projects,
    chosenProjectIds,
    reach,
    belts: props.belts,
    imports: props.imports,
    planObjects,
    flows,
    changes: NO_FEATURES,
    columns: props.columns,
    selection,
    highlight: linked ? focus : null,
    padding: legendPadding(),
  };

  return (
    <main className="stage">
      <div className="stage-map">
        <div className="stage-canvas">
          <MapCanvas
            {...scene}
            {...shown?.scene}
            {...(initialCamera ? { initialCamera } : {})}
            onView={props.onView}
            onHover={setHover}
            onClick={linked ? ({ pick }) => patchPlan({ focus: pick }) : props.onClick}
            onCameraChange={(camera) => {
              // The one map comes back as it was: two linked ones are looked at in passing.
              if (!linked) patchSession({ camera });
            }}
            onPointerMove={props.onPointer}
            onIdle={markReady}
            onFailure={setFailure}
          />
        </div>
        <div className="stage-notes" role="status">
          {failure ? <strong>{failure}</strong> : props.notice}
        </div>
        {hover?.pick && !isDrawing && (
          <HoverCard
            event={hover}
            pick={hover.pick}
            index={index}
            result={shown ? shown.result : result}
            imports={analysis.doc.imports}
            objects={shown ? shown.objects : analysis.content.objects}
          />
        )}
        {linked && props.view && (
          <Suspense>
            <LinkedMaps
              view={props.view}
              linked={linked}
              scene={scene}
              imports={analysis.doc.imports}
              onPointer={props.onPointer}
            />
          </Suspense>
        )}
        {props.tools}
        <StageLegend legends={legends} />
        <EdgeToggle side="left" />
        <EdgeToggle side="right" />
      </div>
      {showsTimeline && (
        <div className="stage-timeline">
          <Suspense>
            <TimelinePanel
              years={pack.timeline}
              countyNames={countyNames}
              year={year}
              playing={playing}
              onYear={(next) => patchSession({ year: next })}
              onPlaying={setPlaying}
              onSelectCounty={(code) => props.onInspect({ kind: 'county', code })}
            />
          </Suspense>
        </div>
      )}
    </main>
  );
}
