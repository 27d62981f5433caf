import { useEffect, useLayoutEffect, useState } from 'react';
import type { ImportRecord } from '../domain/imported';
import type { LngLat } from '../domain/lng-lat';
import { LinkedFrame } from '../features/plan/linked-frame';
import { SwipeDivider } from '../features/plan/swipe-divider';
import { linkCameras } from '../map/camera-link';
import { MapCanvas, type MapCanvasProps } from '../map/map-canvas';
import type { MapPointerEvent } from '../map/map-types';
import type { MapView } from '../map/map-view';
import { HoverCard } from './hover-card';
import type { LinkedScenes } from './linked-scenes';
import { patchPlan } from './plan-store';
import { useFocusBack } from './use-focus-back';

/** What is ticked to be merged stays so, and is seen on the one map. */
function backToOneMap(): void {
  patchPlan({ compareWay: 'list', focus: null });
}

/** Only from here on do the maps have the rails' room: before, the wider map would not be where it stood. */
function useWholeScreen(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['linked'] = 'true';
    return () => {
      delete dataset['linked'];
    };
  }, []);
}

/** The map comes back to where it stood, in the size that it has then. */
function useCameraKept(view: MapView): void {
  const [camera] = useState(() => view.getCamera());
  useEffect(
    () => () => {
      view.resize();
      view.setCamera(camera);
    },
    [view, camera],
  );
}

/** Esc goes back, unless a menu or a field made something of it. */
function useEscape(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) backToOneMap();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The way back is where the maps were chosen. */
const listChoice = (): Element | null =>
  document.querySelector('.compare-host input[type="radio"][value="list"]');

/**
 * The second map of a comparison, beside or over the stage's own, which shows the first scenario. It lives as long as it
 * is looked at; the cameras are linked.
 */
export default function LinkedMaps(props: {
  readonly view: MapView;
  readonly linked: LinkedScenes;
  /** What both maps have in common, and what stands for the scenario on the stage's own. */
  readonly scene: MapCanvasProps;
  readonly imports: ReadonlyMap<string, ImportRecord>;
  readonly onPointer: (lngLat: LngLat | null) => void;
}) {
  const { view, linked, scene } = props;
  const { way, before, after } = linked;
  const [second, setSecond] = useState<MapView | null>(null);
  const [hover, setHover] = useState<MapPointerEvent | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [percent, setPercent] = useState(50);
  const [initialCamera] = useState(() => view.getCamera());
  useFocusBack(true, listChoice);
  useWholeScreen();
  useCameraKept(view);
  useEscape();
  useEffect(() => (second ? linkCameras(view, second) : undefined), [view, second]);
  const clipPath = way === 'swipe' ? `inset(0 0 0 ${percent}%)` : 'none';
  return (
    <div className="linked-maps" data-way={way}>
      <div className="linked-after" style={{ clipPath }}>
        <MapCanvas
          {...scene}
          {...after.scene}
          initialCamera={initialCamera}
          onView={setSecond}
          onHover={setHover}
          onClick={({ pick }) => patchPlan({ focus: pick })}
          onPointerMove={props.onPointer}
          onFailure={setFailure}
        />
        {failure && <p role="alert">{failure}</p>}
        {hover?.pick && (
          <HoverCard
            event={hover}
            pick={hover.pick}
            index={scene.index}
            result={after.result}
            imports={props.imports}
            objects={after.objects}
          />
        )}
      </div>
      {way === 'swipe' && (
        <SwipeDivider
          percent={percent}
          before={before.title}
          after={after.title}
          onPercent={setPercent}
        />
      )}
      <LinkedFrame
        way={way}
        before={before.title}
        after={after.title}
        theme={scene.theme}
        counts={linked.counts}
        onClose={backToOneMap}
      />
    </div>
  );
}
