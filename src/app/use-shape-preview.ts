import type { Geometry, Position } from 'geojson';
import { useEffect, useState } from 'react';
import type { ShapePreview } from '../map/draw/start-preview';
import type { MapView } from '../map/map-view';

/** Shows a shape and numbered faults over the map as long as there are any. Returns how to set the shape. */
export function useShapePreview(
  view: MapView | null,
  faults: readonly Position[],
): (geometry: Geometry | null) => void {
  const [geometry, setGeometry] = useState<Geometry | null>(null);
  const [preview, setPreview] = useState<ShapePreview | null>(null);
  const isNeeded = geometry !== null || faults.length > 0;
  useEffect(() => {
    if (!view || !isNeeded) return;
    const starting = view.startPreview();
    void starting.then(setPreview);
    return () => {
      setPreview(null);
      void starting.then((begun) => begun.end());
    };
  }, [view, isNeeded]);
  useEffect(() => preview?.show(geometry, faults), [preview, geometry, faults]);
  return setGeometry;
}
