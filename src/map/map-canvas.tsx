import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { useEffect, useRef, useState } from 'react';
import type { ImportRecord } from '../domain/imported';
import type { LngLat } from '../domain/lng-lat';
import type { PlanObject } from '../domain/plan-object';
import type { Project } from '../domain/project';
import type { PackIndex } from '../domain/pack-index';
import type { LayerState } from './layer-catalog';
import { MapView } from './map-view';
import type {
  AreaThematic,
  BeltArea,
  ColumnView,
  CoverageView,
  FlowLine,
  MapCamera,
  MapPadding,
  MapPick,
  MapPointerEvent,
  MapTheme,
  VillageView,
} from './map-types';
import type { MapFeatures } from './sources/feature-shape';

/** Keep object identities stable between renders: each changed identity is sent to the map once. */
export interface MapCanvasProps {
  readonly index: PackIndex;
  readonly theme: MapTheme;
  readonly layers: LayerState;
  readonly thematic: AreaThematic | null;
  readonly timelineYear: number | null;
  readonly villages: VillageView;
  readonly coverage: CoverageView | null;
  /** Projects to draw (normally all of the pack and the document's) and the ids under analysis. */
  readonly projects: readonly Project[];
  readonly chosenProjectIds: readonly string[];
  readonly reach: FeatureCollection<Polygon | MultiPolygon, { readonly id: string }> | null;
  readonly belts: readonly BeltArea[];
  readonly imports: readonly ImportRecord[];
  readonly planObjects: readonly PlanObject[];
  readonly flows: readonly FlowLine[];
  readonly changes: MapFeatures;
  readonly columns: ColumnView | null;
  readonly selection: readonly MapPick[];
  readonly highlight: MapPick | null;
  readonly padding?: MapPadding;
  /** Read once, at mount; later moves go through the MapView given to `onView`. */
  readonly initialCamera?: MapCamera;
  /** The live MapView for jumps, fits and lasso; null after unmount. */
  readonly onView?: (view: MapView | null) => void;
  readonly onReady?: () => void;
  readonly onHover?: (event: MapPointerEvent | null) => void;
  readonly onClick?: (event: MapPointerEvent) => void;
  readonly onCameraChange?: (camera: MapCamera) => void;
  readonly onPointerMove?: (lngLat: LngLat | null) => void;
  readonly onIdle?: () => void;
  readonly onFailure?: (text: string) => void;
}

/** The only bridge between React and the map. Fills its parent, which must have a size. */
export function MapCanvas(props: MapCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [view, setView] = useState<MapView | null>(null);

  useEffect(() => {
    latest.current = props;
  });

  // StrictMode mounts twice: each mount makes its own map and takes it away again.
  useEffect(() => {
    if (!container.current) return;
    const { theme, initialCamera } = latest.current;
    const made = new MapView(container.current, {
      theme,
      ...(initialCamera ? { camera: initialCamera } : {}),
      onReady: () => latest.current.onReady?.(),
      onHover: (event) => latest.current.onHover?.(event),
      onClick: (event) => latest.current.onClick?.(event),
      onCameraChange: (camera) => latest.current.onCameraChange?.(camera),
      onPointerMove: (lngLat) => latest.current.onPointerMove?.(lngLat),
      onIdle: () => latest.current.onIdle?.(),
      onFailure: (text) => latest.current.onFailure?.(text),
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(container.current);
    setView(made);
    latest.current.onView?.(made);
    return () => {
      observer.disconnect();
      setView(null);
      latest.current.onView?.(null);
      made.destroy();
    };
  }, []);

  useSceneProps(view, props);
  return <div ref={container} style={{ position: 'absolute', inset: 0 }} />;
}

/** Forwards each prop to its setter when its identity changes. */
function useSceneProps(view: MapView | null, props: MapCanvasProps): void {
  const { index, theme, layers, thematic, timelineYear, villages, coverage } = props;
  const {
    projects,
    chosenProjectIds,
    reach,
    belts,
    imports,
    planObjects,
    flows,
    changes,
    columns,
    selection,
    highlight,
    padding,
  } = props;
  // Before the region: its arrival fits the region into what the padding leaves.
  useEffect(() => {
    if (padding) view?.setPadding(padding);
  }, [view, padding]);
  useEffect(() => view?.setRegion(index), [view, index]);
  useEffect(() => view?.setTheme(theme), [view, theme]);
  useEffect(() => view?.setLayers(layers), [view, layers]);
  useEffect(() => view?.setThematic(thematic), [view, thematic]);
  useEffect(() => view?.setTimelineYear(timelineYear), [view, timelineYear]);
  useEffect(() => view?.setVillages(villages), [view, villages]);
  useEffect(() => view?.setCoverage(coverage), [view, coverage]);
  useEffect(
    () => view?.setProjects(projects, chosenProjectIds),
    [view, projects, chosenProjectIds],
  );
  useEffect(() => view?.setReach(reach), [view, reach]);
  useEffect(() => view?.setBelts(belts), [view, belts]);
  useEffect(() => view?.setImports(imports), [view, imports]);
  useEffect(() => view?.setPlanObjects(planObjects, flows), [view, planObjects, flows]);
  useEffect(() => view?.setChanges(changes), [view, changes]);
  useEffect(() => view?.setColumns(columns), [view, columns]);
  useEffect(() => view?.setSelection(selection), [view, selection]);
  useEffect(() => view?.setHighlight(highlight), [view, highlight]);
}
