// Drawing one shape by pointer and by typed figures, without DOM or map: places, what is caught, what would be set by a
// click, figures for the read-out, faults. A shape with faults is shown but handed out only when it was mended on request.
import type { Geometry, LineString, Position } from 'geojson';
import type { Outcome, Problem } from '../../domain/problem';
import { polygonAreaSquareMetres } from '../../geo/area';
import { pathsOf, samePlace } from '../../geo/edit-paths';
import { type Leg, legBetween, legEnd } from '../../geo/geodesic';
import { type MendedShape, mendedShape } from '../../geo/mend-shape';
import {
  type PathMeasure,
  type PathMeasurer,
  pathMeasure,
  pathMeasurer,
} from '../../geo/path-measure';
import { type ShapeFault, shapeFaults } from '../../geo/shape-faults';
import { simplifiedPath } from '../../geo/simplify-path';
import type { SnapHit } from '../../geo/snap-index';
import { type Pixel, roundedPosition } from './adjust-frame';
import { type SketchSteps, type SketchTool, TOOL_RULES, placesOf, sketchShape } from './sketch';
import { type Snapping, type TraceWay, pathAlong, snapTo, toleranceMetres } from './snapping';

export interface SketchGround {
  readonly project: (position: Position) => Pixel;
  readonly unproject: (pixel: Pixel) => Position;
}

export interface SketchSettings {
  /** null: nothing is caught. */
  readonly snapping: Snapping | null;
  /** Follow the border between two caught places instead of going straight; null: straight. */
  readonly tracing: TraceWay | null;
  /** Of a corridor. */
  readonly halfWidthMetres: number;
}

/** What the pointer is about to do; figures geodesic. */
export interface SketchLive {
  readonly position: Position;
  readonly pixel: Pixel;
  readonly caught: SnapHit | null;
  /** From the last place that is set. */
  readonly leg: Leg | null;
  readonly isTraced: boolean;
  /** Of the whole, the place under the pointer included. */
  readonly measure: PathMeasure;
}

export interface SketchView {
  readonly tool: SketchTool;
  readonly places: readonly Position[];
  readonly canFinish: boolean;
  /** Of what is set. */
  readonly measure: PathMeasure;
  /** null until the pointer is over the map, and once the drawing is finished. */
  readonly live: SketchLive | null;
  readonly isFinished: boolean;
  readonly faults: readonly ShapeFault[];
  readonly problem: Problem | null;
}

export interface SketchEvents {
  readonly onView: (view: SketchView) => void;
  readonly onFinish: (geometry: Geometry) => void;
  readonly onCancel: () => void;
}

/** A click this near to the last place ends a line, one this near to the first closes a ring. */
const CLOSE_PIXELS = 12;
/** Freehand: places nearer than this to the last are tremor; the path is then simplified by as much. */
const TREMOR_PIXELS = 3;
const MOST_WIDENED_PLACES = 40;

function gap(a: Pixel, b: Pixel): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export class SketchController {
  private steps: SketchSteps = [];
  private places: readonly Position[] = [];
  private measurer: PathMeasurer;
  private live: SketchLive | null = null;
  /** What a click would set. */
  private ahead: readonly Position[] = [];
  private kept: readonly Geometry[] = [];
  private coming: Geometry | null = null;
  private faults: readonly ShapeFault[] = [];
  private problem: Problem | null = null;
  private stroke: Position[] | null = null;
  private isFinished = false;
  private isOver = false;

  constructor(
    readonly tool: SketchTool,
    private readonly ground: SketchGround,
    private settings: SketchSettings,
    private readonly events: SketchEvents,
    /** It stays when it is finished, and the next click begins anew: for measuring. */
    private readonly stays: boolean,
  ) {
    this.measurer = pathMeasurer(TOOL_RULES[tool].kind === 'ring');
  }

  get view(): SketchView {
    const { tool, places, live, faults, problem, isFinished } = this;
    const canFinish = places.length >= TOOL_RULES[tool].fewest;
    const measure = this.measurer.measure();
    return { tool, places, canFinish, measure, live, faults, problem, isFinished };
  }

  /** For the map: what is set, the same array until that changes, and what a click would add to it. */
  get shown(): { readonly kept: readonly Geometry[]; readonly coming: Geometry | null } {
    return { kept: this.kept, coming: this.coming };
  }

  set(part: Partial<SketchSettings>): void {
    this.settings = { ...this.settings, ...part };
    this.aimAgain();
    this.tell();
  }

  /** The pointer is here; `isFree`: it catches nothing. */
  move(pixel: Pixel, isFree: boolean): void {
    if (this.isOver || this.isFinished) return;
    this.extendStroke(pixel);
    this.aim(pixel, isFree);
    this.tell();
  }

  /** The pointer has left the map. */
  leave(): void {
    if (this.isOver || this.isFinished || this.stroke) return;
    this.live = null;
    this.ahead = [];
    this.show();
    this.tell();
  }

  click(pixel: Pixel, isFree: boolean): void {
    if (this.isOver || TOOL_RULES[this.tool].isFreehand) return;
    if (this.isFinished) this.put([]);
    const last = this.places.at(-1);
    if (last && this.view.canFinish && gap(this.ground.project(last), pixel) < CLOSE_PIXELS) {
      this.finish();
      return;
    }
    const [first] = this.places;
    const closes = TOOL_RULES[this.tool].kind === 'ring' && this.view.canFinish;
    const isFirst = first && gap(this.ground.project(first), pixel) < CLOSE_PIXELS;
    this.aim(pixel, isFree);
    if (closes && isFirst && !this.live?.isTraced) {
      this.finish();
      return;
    }
    this.add(this.ahead);
    if (!this.isFinished) this.aim(pixel, isFree);
    this.tell();
  }

  /** Begins a freehand path; false for tools that have none. */
  press(pixel: Pixel): boolean {
    if (this.isOver || !TOOL_RULES[this.tool].isFreehand) return false;
    this.stroke = [roundedPosition(this.ground.unproject(pixel))];
    return true;
  }

  lift(): void {
    const { stroke } = this;
    if (!stroke) return;
    this.stroke = null;
    const at = this.live?.pixel ?? [0, 0];
    const metres = toleranceMetres(at, TREMOR_PIXELS, this.ground.unproject);
    this.add(simplifiedPath(stroke, metres));
    this.finish();
  }

  /** A place by its coordinates, or by a leg from the last one; false when there is no place to go from. */
  type(next: Position | Leg): boolean {
    const last = this.places.at(-1);
    const position = 'metres' in next ? last && legEnd(last, next) : next;
    if (this.isOver || !position) return false;
    this.add([position]);
    this.tell();
    return true;
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    if (this.isOver || this.steps.length === 0) return false;
    this.put(this.steps.slice(0, -1));
    this.aimAgain();
    this.tell();
    return true;
  }

  /** Ends with what is set; false, and drawing goes on, when it is too little or has faults. */
  finish(): boolean {
    if (this.isOver) return false;
    const shape = this.shape();
    if (!shape || this.faults.length > 0) return false;
    if (!shape.ok) {
      this.problem = shape.problems[0] ?? null;
      this.tell();
      return false;
    }
    this.end(shape.value);
    return true;
  }

  /** The shape without its faults and what mending changes; null without a shape. */
  mended(): Outcome<MendedShape> | null {
    const shape = this.shape();
    if (!shape) return null;
    return shape.ok ? mendedShape(shape.value) : shape;
  }

  /** Ends with a shape that the user accepted. */
  end(geometry: Geometry): void {
    if (this.isOver) return;
    if (this.stays) {
      this.isFinished = true;
      this.live = null;
      this.ahead = [];
      this.keep();
      this.show();
      this.tell();
      return;
    }
    this.isOver = true;
    this.events.onFinish(geometry);
  }

  cancel(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.events.onCancel();
  }

  private shape(): Outcome<Geometry> | null {
    return sketchShape(this.tool, this.places, this.settings.halfWidthMetres);
  }

  private extendStroke(pixel: Pixel): void {
    const last = this.stroke?.at(-1);
    if (!this.stroke || !last || gap(this.ground.project(last), pixel) < TREMOR_PIXELS) return;
    this.stroke.push(roundedPosition(this.ground.unproject(pixel)));
  }

  private add(places: readonly Position[]): void {
    const last = this.places.at(-1);
    const isNew = places.some((place) => !last || !samePlace(place, last));
    if (!isNew) return;
    this.put([...this.steps, places]);
    const { most } = TOOL_RULES[this.tool];
    if (most !== null && this.places.length >= most) this.finish();
  }

  private put(steps: SketchSteps): void {
    const isRing = TOOL_RULES[this.tool].kind === 'ring';
    const before = this.places;
    const goesOn = steps.length > this.steps.length;
    this.steps = steps;
    this.places = placesOf(steps);
    if (!goesOn) this.measurer = pathMeasurer(isRing);
    this.measurer.add(goesOn ? this.places.slice(before.length) : this.places);
    this.problem = null;
    this.isFinished = false;
    this.ahead = [];
    this.keep();
    this.show();
    // A corridor is widened, which leaves none.
    const shape = this.tool === 'corridor' ? null : this.shape();
    this.faults = shape?.ok ? shapeFaults(shape.value) : [];
  }

  private aimAgain(): void {
    if (this.live) this.aim(this.live.pixel, false);
    else this.show();
  }

  /** Works out what a click at the pixel would set. */
  private aim(pixel: Pixel, isFree: boolean): void {
    const { unproject } = this.ground;
    const bare = unproject(pixel);
    const { snapping } = this.settings;
    const active = isFree || this.stroke ? null : snapping;
    const reach = active ? toleranceMetres(pixel, active.tolerancePixels, unproject) : 0;
    const caught = active && snapTo(active, bare, reach);
    const position = caught ? caught.position : roundedPosition(bare);
    const last = this.places.at(-1) ?? null;
    const path = this.traced(last, caught);
    this.ahead = this.stroke ?? path?.slice(1) ?? [position];
    this.show();
    const leg = last && !samePlace(last, position) ? legBetween(last, position) : null;
    const measure = this.aheadMeasure();
    this.live = { position, pixel, caught, leg, isTraced: path !== null, measure };
  }

  private traced(last: Position | null, caught: SnapHit | null): readonly Position[] | null {
    const { snapping, tracing } = this.settings;
    return snapping && tracing && caught && last
      ? pathAlong(snapping, last, caught, tracing)
      : null;
  }

  private aheadMeasure(): PathMeasure {
    const { coming } = this;
    if (coming?.type !== 'Polygon' && coming?.type !== 'MultiPolygon') {
      return this.measurer.measure(this.ahead);
    }
    const [ring] = pathsOf(coming);
    return {
      metres: pathMeasure(ring?.positions ?? [], true).metres,
      squareMetres: polygonAreaSquareMetres(coming),
    };
  }

  /** What is set, for the map; a ring stays open until it is finished. */
  private keep(): void {
    const { places, tool } = this;
    const [first] = places;
    if (!first) this.kept = [];
    else if (places.length === 1) this.kept = [{ type: 'Point', coordinates: first }];
    else {
      const isRing = TOOL_RULES[tool].kind === 'ring';
      const shape = isRing ? this.shape() : null;
      const line = this.isFinished && isRing ? [...places, first] : [...places];
      this.kept = [
        ...(shape?.ok ? [shape.value] : []),
        { type: 'LineString', coordinates: line } satisfies LineString,
      ];
    }
  }

  /** What is not set yet, from the last place that is: it alone is drawn anew with every move. */
  private show(): void {
    const { tool, ahead, isFinished } = this;
    const { kind, most, isFreehand } = TOOL_RULES[tool];
    this.coming = null;
    if (isFinished) return;
    // Widening takes time that grows with the line: a long one is shown as it is drawn until it is finished.
    const isWhole =
      most !== null ||
      (tool === 'corridor' && this.places.length + ahead.length <= MOST_WIDENED_PLACES);
    if (isWhole) {
      const all = placesOf([this.places, ahead]);
      const shape = sketchShape(tool, all, this.settings.halfWidthMetres);
      if (shape?.ok) this.coming = shape.value;
      if (shape) return;
    }
    const [first, last] = [this.places[0], this.places.at(-1)];
    const tail = placesOf([last ? [last] : [], ahead]);
    const closes = kind === 'ring' && (this.places.length > 1 || isFreehand);
    const back = first ?? tail[0];
    const line = closes && back ? [...tail, back] : [...tail];
    if (line.length > 1) this.coming = { type: 'LineString', coordinates: line };
  }

  private tell(): void {
    if (!this.isOver) this.events.onView(this.view);
  }
}
