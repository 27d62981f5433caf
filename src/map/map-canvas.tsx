import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { useEffect, useRef } from 'react';
import type { Project } from '../domain/project';
import type { RegionPack } from '../domain/region-pack';
import type { LayerState } from './layer-catalog';
import { MapView } from './map-view';
import type {
  AreaThematic,
  BeltArea,
  ColumnView,
  CoverageView,
  MapCamera,
  MapPadding,
  MapPick,
  MapPointerEvent,
  MapTheme,
  VillageView,
} from './map-types';

/** Keep object identities stable between renders: each changed identity is sent to the map once. */
export interface MapCanvasProps {
  readonly pack: RegionPack;
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
  readonly onPointerMove?: (lngLat: readonly [number, number] | null) => void;
  readonly onIdle?: () => void;
  readonly onFailure?: (text: string) => void;
}

/** The only bridge between React and the map. Fills its parent, which must have a size. */
export function MapCanvas(props: MapCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const callbacks = useRef(props);
  callbacks.current = props;
  useEffect(() => {
    if (!container.current) return;
    const view = new MapView(container.current, { theme: callbacks.current.theme });
    callbacks.current.onView?.(view);
    return () => {
      callbacks.current.onView?.(null);
      view.destroy();
    };
  }, []);
  return <div ref={container} style={{ position: 'absolute', inset: 0 }} />;
}
