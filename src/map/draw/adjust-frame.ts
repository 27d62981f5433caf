// What the handles over the map look like at one moment: a geometry and a camera in, SVG paths and handles in CSS pixels
// out. Edges that are long on the screen are cut along the geodesic, as the engine measures them.
import type { Geometry, Position } from 'geojson';
import { type EditPath, firstMeetings, pathsOf, samePlace } from '../../geo/edit-paths';
import { wrappedLongitude } from '../../geo/edit-vertices';
import { cutGeodesic } from '../../geo/geodesic';

export type Pixel = readonly [x: number, y: number];

/** More handles than this in view are neither told apart nor moved smoothly. */
export const MOST_HANDLES = 300;
/** A middle nearer to its neighbours would hide behind their handles. */
const SHORTEST_EDGE_PIXELS = 36;
const LONGEST_DRAWN_EDGE_PIXELS = 48;
const MOST_PARTS = 64;
/** Handles just outside are kept, so that they do not blink at the edge. */
const MARGIN_PIXELS = 12;
/** 1 cm in degrees. */
const DECIMALS = 1e7;

export interface Handle {
  readonly pixel: Pixel;
  readonly position: Position;
}

/** Where a vertex can be pulled out of an edge. */
export interface Middle extends Handle {
  readonly ends: readonly [a: Position, b: Position];
}

export interface ShapeOutline {
  /** SVG path data: lines and points (as lines of no length). */
  readonly lines: string;
  /** Rings, closed; fill with evenodd. */
  readonly areas: string;
}

export interface AdjustFrame extends ShapeOutline {
  readonly handles: readonly Handle[];
  readonly middles: readonly Middle[];
  /** Distinct places with a vertex; the handles are left out when there are too many. */
  readonly verticesInView: number;
}

export interface Camera {
  readonly project: (position: Position) => Pixel;
  readonly width: number;
  readonly height: number;
}

/** To 1 cm, which is what is stored of a place set by hand; longitude within ±180°. */
export function roundedPosition([lng = Number.NaN, lat = Number.NaN]: Position): Position {
  // Adding nothing turns −0 into 0.
  const round = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS + 0;
  return [wrappedLongitude(round(lng)), round(lat)];
}

function isInView([x, y]: Pixel, { width, height }: Camera): boolean {
  return (
    x >= -MARGIN_PIXELS &&
    y >= -MARGIN_PIXELS &&
    x <= width + MARGIN_PIXELS &&
    y <= height + MARGIN_PIXELS
  );
}

function gapPixels(a: Pixel, b: Pixel): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

interface Drawn {
  readonly position: Position;
  readonly pixel: Pixel;
}

/** Longitudes continuous along the path, so that it does not jump at the antimeridian. */
function drawnPath({ kind, positions }: EditPath, camera: Camera): Drawn[] {
  const [first] = positions;
  const path = kind === 'ring' && first ? [...positions, first] : positions;
  let before = first?.[0] ?? 0;
  return path.map((position) => {
    const [lng = Number.NaN, lat = Number.NaN] = position;
    before += wrappedLongitude(lng - before);
    return { position, pixel: camera.project([before, lat]) };
  });
}

/** To a tenth of a pixel. */
function text([x, y]: Pixel): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

function between(a: Drawn, b: Drawn, camera: Camera): string {
  const parts = Math.min(
    MOST_PARTS,
    Math.ceil(gapPixels(a.pixel, b.pixel) / LONGEST_DRAWN_EDGE_PIXELS),
  );
  if (!(parts > 1)) return '';
  const inner = cutGeodesic(a.position, b.position, parts).slice(1, -1);
  // Across the antimeridian the cut comes back on the other side; the straight line will do there.
  if (Math.abs((a.position[0] ?? 0) - (b.position[0] ?? 0)) > 180) return '';
  return inner.map((stop) => `L${text(camera.project(stop))}`).join('');
}

function pathData(path: readonly Drawn[], camera: Camera): string {
  const [first] = path;
  if (!first) return '';
  if (path.length === 1) return `M${text(first.pixel)}h0`;
  return path
    .map((at, i) => {
      const last = path[i - 1];
      return last ? `${between(last, at, camera)}L${text(at.pixel)}` : `M${text(at.pixel)}`;
    })
    .join('');
}

function handlesOf(paths: readonly (readonly Drawn[])[], camera: Camera): readonly Handle[] {
  const isNew = firstMeetings();
  return paths.flatMap((path) =>
    path.filter(({ pixel, position }) => isInView(pixel, camera) && isNew(position)),
  );
}

function middlesOf(paths: readonly (readonly Drawn[])[], camera: Camera): Middle[] {
  const middles = new Map<string, Middle>();
  for (const path of paths) {
    for (let i = 1; i < path.length; i++) {
      const [a, b] = [path[i - 1] as Drawn, path[i] as Drawn];
      if (gapPixels(a.pixel, b.pixel) < SHORTEST_EDGE_PIXELS) continue;
      const position = roundedPosition(cutGeodesic(a.position, b.position, 2)[1] as Position);
      const pixel = camera.project(position);
      const ends = [a.position, b.position] as const;
      if (isInView(pixel, camera)) middles.set(text(pixel), { position, pixel, ends });
    }
  }
  return [...middles.values()];
}

interface DrawnPath {
  readonly kind: EditPath['kind'];
  readonly drawn: readonly Drawn[];
}

function drawnPaths(geometry: Geometry, camera: Camera): readonly DrawnPath[] {
  return pathsOf(geometry).map((path) => ({ kind: path.kind, drawn: drawnPath(path, camera) }));
}

function outlineOf(paths: readonly DrawnPath[], camera: Camera): ShapeOutline {
  const data = (isRing: boolean, close: string): string =>
    paths
      .filter(({ kind }) => (kind === 'ring') === isRing)
      .map(({ drawn }) => `${pathData(drawn, camera)}${close}`)
      .join('');
  return { lines: data(false, ''), areas: data(true, 'Z') };
}

/** The shape alone, without handles. */
export function shapeOutline(geometry: Geometry, camera: Camera): ShapeOutline {
  return outlineOf(drawnPaths(geometry, camera), camera);
}

/** `selected` has its handle even where the others are too many. */
export function adjustFrame(
  geometry: Geometry,
  camera: Camera,
  selected: Position | null,
): AdjustFrame {
  const paths = drawnPaths(geometry, camera);
  const all = paths.map(({ drawn }) => drawn);
  const handles = handlesOf(all, camera);
  const isShown = handles.length <= MOST_HANDLES;
  return {
    ...outlineOf(paths, camera),
    handles: isShown
      ? handles
      : handles.filter(({ position }) => selected !== null && samePlace(position, selected)),
    middles: isShown ? middlesOf(all, camera) : [],
    verticesInView: handles.length,
  };
}
