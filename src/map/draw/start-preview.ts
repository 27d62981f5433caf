// A shape over the map that is not in the document: what an edit would make of an object, and where a shape is wrong.
import type { Geometry, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Pixel, shapeOutline } from './adjust-frame';
import { NO_PATHS, createSketchOverlay } from './sketch-overlay';

export interface ShapePreview {
  /** WGS84; null takes it away. Places of faults are numbered from 1 in their order. */
  readonly show: (geometry: Geometry | null, faults: readonly Position[]) => void;
  readonly end: () => void;
}

/** A single point is a ring: a dot as wide as the dashes would not be seen. */
const POINT = 'h0';
const POINT_RING = 'm-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0';
const SVG = 'http://www.w3.org/2000/svg';

/** The map must be loaded. It follows the camera until `end`. */
export function startPreview(map: MapLibreMap): ShapePreview {
  const container = map.getCanvasContainer();
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'cuntu-preview');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  svg.append(path);
  container.append(svg);
  const marks = createSketchOverlay(container, false);
  let shape: Geometry | null = null;
  let wrong: readonly Position[] = [];
  const project = ([lng = Number.NaN, lat = Number.NaN]: Position): Pixel => {
    const { x, y } = map.project([lng, lat]);
    return [x, y];
  };
  const draw = (): void => {
    const { clientWidth: width, clientHeight: height } = map.getCanvas();
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    const frame = shape && shapeOutline(shape, { project, width, height });
    path.setAttribute('d', frame ? frame.lines.replaceAll(POINT, POINT_RING) + frame.areas : '');
    marks.draw({ coming: NO_PATHS, caught: null, readout: null, faults: wrong.map(project) });
  };
  map.on('move', draw);
  map.on('resize', draw);
  return {
    show: (geometry, faults) => {
      shape = geometry;
      wrong = faults;
      draw();
    },
    end: () => {
      map.off('move', draw);
      map.off('resize', draw);
      svg.remove();
      marks.remove();
    },
  };
}
