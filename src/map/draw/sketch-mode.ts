// The one drawing mode that terra-draw is given: the library reads mouse, pen and touch and draws on the map; what the events
// mean is the sketch's (sketch-controller.ts). Its own modes keep nine decimals at best, take no typed or followed places and
// draw 2,000 vertices at 2 frames a second. It is given what is set, which changes with a click; what follows the pointer is
// drawn over the map (sketch-overlay.ts), since every change of the library's sources paints the whole map anew.
import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';
import { TerraDrawExtend } from 'terra-draw';
import type { Pixel } from './adjust-frame';

export interface SketchInput {
  readonly onMove: (pixel: Pixel) => void;
  readonly onClick: (pixel: Pixel) => void;
  /** True when it begins a freehand path: the map is then held still. */
  readonly onPress: (pixel: Pixel) => boolean;
  readonly onLift: () => void;
}

type HexColour = `#${string}`;
type MouseEvent = Parameters<TerraDrawExtend.TerraDrawCallbacks['onClick']>[0];
type Shape = Point | LineString | Polygon;

/** In the library's store. */
interface Stored {
  readonly ids: readonly TerraDrawExtend.FeatureId[];
  readonly types: readonly Shape['type'][];
}

const NOTHING: Stored = { ids: [], types: [] };
const MODE = 'sketch';
const WHITE: HexColour = '#ffffff';
/** Handles of more places than these would only hide the line. */
const MOST_MARKS = 120;

function pixelOf({ containerX, containerY }: MouseEvent): Pixel {
  return [containerX, containerY];
}

/** The library knows simple shapes only. */
function simpleShapes(geometry: Geometry): Shape[] {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return [geometry];
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    default:
      return [];
  }
}

export class SketchMode extends TerraDrawExtend.TerraDrawBaseDrawMode<TerraDrawExtend.CustomStyling> {
  override mode = MODE;
  private shapes: Stored = NOTHING;
  private marks: Stored = NOTHING;
  private marked: readonly Position[] = [];

  constructor(
    private readonly input: SketchInput,
    private readonly colour: HexColour,
  ) {
    super();
  }

  /** Puts shapes and the places that are set on the map. */
  show(geometries: readonly Geometry[], places: readonly Position[]): void {
    this.shapes = this.replaced(this.shapes, geometries.flatMap(simpleShapes), false);
    if (this.marked === places) return;
    this.marked = places;
    const points = places
      .slice(-MOST_MARKS)
      .map((coordinates): Shape => ({ type: 'Point', coordinates }));
    this.marks = this.replaced(this.marks, points, true);
  }

  override start(): void {
    this.setStarted();
    this.setCursor('crosshair');
    this.setDoubleClickToZoom(false);
  }

  override stop(): void {
    this.cleanUp();
    this.setStopped();
    this.setCursor('unset');
    this.setDoubleClickToZoom(true);
  }

  override cleanUp(): void {
    this.show([], []);
  }

  override onMouseMove(event: MouseEvent): void {
    this.input.onMove(pixelOf(event));
  }

  override onClick(event: MouseEvent): void {
    if (event.button === 'left') this.input.onClick(pixelOf(event));
  }

  override onDragStart(event: MouseEvent, setDraggable: (enabled: boolean) => void): void {
    if (this.input.onPress(pixelOf(event))) setDraggable(false);
  }

  override onDrag(event: MouseEvent): void {
    this.input.onMove(pixelOf(event));
  }

  override onDragEnd(_event: MouseEvent, setDraggable: (enabled: boolean) => void): void {
    setDraggable(true);
    this.input.onLift();
  }

  override styleFeature({
    geometry,
    properties,
  }: Parameters<
    TerraDrawExtend.TerraDrawBaseDrawMode<TerraDrawExtend.CustomStyling>['styleFeature']
  >[0]) {
    const { colour } = this;
    return {
      ...TerraDrawExtend.getDefaultStyling(),
      pointColor: properties['isMark'] === true ? WHITE : colour,
      pointOutlineColor: properties['isMark'] === true ? colour : WHITE,
      pointOutlineWidth: 2,
      pointWidth: geometry.type === 'Point' && properties['isMark'] === true ? 4 : 6,
      lineStringColor: colour,
      lineStringWidth: 3,
      polygonFillColor: colour,
      polygonFillOpacity: 0.12,
      // Lines are shapes of their own.
      polygonOutlineWidth: 0,
      zIndex: properties['isMark'] === true ? 30 : 10,
    };
  }

  /** Shapes of the same types in place of the old ones: moving one costs less than making one. */
  private replaced(before: Stored, shapes: readonly Shape[], isMark: boolean): Stored {
    const types = shapes.map(({ type }) => type);
    const { ids } = before;
    const isSame =
      ids.length === types.length && types.every((type, at) => type === before.types[at]);
    if (isSame) {
      const changes = ids.flatMap((id, at) => {
        const geometry = shapes[at];
        return geometry ? [{ id, geometry }] : [];
      });
      if (changes.length > 0) this.store.updateGeometry(changes);
      return before;
    }
    if (ids.length > 0) this.store.delete([...ids]);
    if (shapes.length === 0) return NOTHING;
    const properties = { mode: MODE, isMark };
    return { ids: this.store.create(shapes.map((geometry) => ({ geometry, properties }))), types };
  }
}
