import type { Geometry, Position } from 'geojson';
import { type SnapTarget, snapIndex } from '../../../src/geo/snap-index';
import type { Pixel } from '../../../src/map/draw/adjust-frame';
import type { SketchTool } from '../../../src/map/draw/sketch';
import {
  SketchController,
  type SketchGround,
  type SketchSettings,
  type SketchView,
} from '../../../src/map/draw/sketch-controller';
import type { Snapping } from '../../../src/map/draw/snapping';

/** One pixel a thousandth of a degree, north up. */
export const FLAT: SketchGround = {
  project: ([lng = 0, lat = 0]: Position): Pixel => [(lng - 110) * 1000, (36 - lat) * 1000],
  unproject: ([x, y]: Pixel): Position => [110 + x / 1000, 36 - y / 1000],
};

export function catching(targets: readonly SnapTarget[], tolerancePixels = 10): Snapping {
  return { indices: [snapIndex(targets)], options: {}, tolerancePixels };
}

/** A drawing with what it told. */
export function sketch(tool: SketchTool, settings: Partial<SketchSettings> = {}, stays = false) {
  const finished: Geometry[] = [];
  const views: SketchView[] = [];
  let cancelled = 0;
  const controller = new SketchController(
    tool,
    FLAT,
    { snapping: null, tracing: null, halfWidthMetres: 50, ...settings },
    {
      onView: (view) => views.push(view),
      onFinish: (geometry) => finished.push(geometry),
      onCancel: () => cancelled++,
    },
    stays,
  );
  const click = (x: number, y: number): void => {
    controller.move([x, y], false);
    controller.click([x, y], false);
  };
  return { controller, click, finished, views, cancelled: () => cancelled };
}
