// True scale of a Web Mercator map on paper, north up.
//
// Web Mercator stretches lengths by a/(R cos φ), where R is the ellipsoid's radius at latitude φ: ν east to west, ρ north
// to south. Here R = √(νρ) (Gauss): at 35° it is 0.23 % off either, well inside the 1 % that a scale bar is held to. A scale
// 1:D holds at the latitude of the map's centre; over a sheet of 1.4° of latitude it changes by about 1 %.
import type { BoundingBox, LngLat } from '../domain/lng-lat';

const SEMI_MAJOR_METRES = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
/** MapLibre's world at zoom 0, in CSS pixels. */
const WORLD_PIXELS = 512;
const MM_PER_METRE = 1000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** √(νρ) at a geodetic latitude in degrees. */
function gaussRadiusMetres(latitude: number): number {
  const w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(radians(latitude)) ** 2;
  return (SEMI_MAJOR_METRES * Math.sqrt(1 - ECCENTRICITY_SQUARED)) / w2;
}

/** Metres of ground under the world's whole width, at a latitude. */
function worldMetres(latitude: number): number {
  return 2 * Math.PI * gaussRadiusMetres(latitude) * Math.cos(radians(latitude));
}

/** Web Mercator as shares of the world's width: x east from 180°W, y south from the top. */
function worldOf([lng, lat]: LngLat): readonly [x: number, y: number] {
  const y = Math.asinh(Math.tan(radians(lat))) / (2 * Math.PI);
  return [lng / 360 + 0.5, 0.5 - y];
}

function latitudeOf(worldY: number): number {
  return degrees(Math.atan(Math.sinh((0.5 - worldY) * 2 * Math.PI)));
}

/** A frame of paper that shows a map: its place on the page in millimetres, centre and scale of the map. */
export interface MapFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly centre: LngLat;
  /** D of 1:D, at the latitude of `centre`. */
  readonly denominator: number;
}

function worldMillimetres({ centre, denominator }: MapFrame): number {
  return (worldMetres(centre[1]) * MM_PER_METRE) / denominator;
}

/** Where a place comes to lie on the page, in millimetres. */
export function onPage(frame: MapFrame, place: LngLat): readonly [x: number, y: number] {
  const mm = worldMillimetres(frame);
  const [centreX, centreY] = worldOf(frame.centre);
  const [x, y] = worldOf(place);
  return [
    frame.x + frame.width / 2 + (x - centreX) * mm,
    frame.y + frame.height / 2 + (y - centreY) * mm,
  ];
}

/** WGS84 extent of what the frame shows. */
export function frameExtent(frame: MapFrame): BoundingBox {
  const mm = worldMillimetres(frame);
  const [, centreY] = worldOf(frame.centre);
  const halfWidth = (frame.width / 2 / mm) * 360;
  const halfHeight = frame.height / 2 / mm;
  return [
    frame.centre[0] - halfWidth,
    latitudeOf(centreY + halfHeight),
    frame.centre[0] + halfWidth,
    latitudeOf(centreY - halfHeight),
  ];
}

/** The place that many CSS pixels east and south of another, on a north-up map of that zoom. */
export function shiftedBy(
  place: LngLat,
  zoom: number,
  [east, south]: readonly [number, number],
): LngLat {
  const world = WORLD_PIXELS * 2 ** zoom;
  const [x, y] = worldOf(place);
  return [(x + east / world - 0.5) * 360, latitudeOf(y + south / world)];
}

/** MapLibre's zoom for a scale, when a CSS pixel takes `pixelMm` of paper. */
export function zoomOfScale(denominator: number, latitude: number, pixelMm: number): number {
  const pixelMetres = (denominator * pixelMm) / MM_PER_METRE;
  return Math.log2(worldMetres(latitude) / (WORLD_PIXELS * pixelMetres));
}

/** Middle of an extent as the map sees it. */
export function middleOf([west, south, east, north]: BoundingBox): LngLat {
  const [, top] = worldOf([west, north]);
  const [, bottom] = worldOf([west, south]);
  return [(west + east) / 2, latitudeOf((top + bottom) / 2)];
}

/** The largest scale (smallest D) at which a frame of `width` × `height` mm holds the extent. */
export function fittingDenominator(bbox: BoundingBox, width: number, height: number): number {
  const [west, south, east, north] = bbox;
  const [left, top] = worldOf([west, north]);
  const [right, bottom] = worldOf([east, south]);
  const mm = Math.min(width / (right - left), height / (bottom - top));
  return (worldMetres(middleOf(bbox)[1]) * MM_PER_METRE) / mm;
}

/** Up to two digits: 437,219 → 440,000. Never a larger scale than asked. */
export function roundDenominator(denominator: number): number {
  const step = 10 ** (Math.floor(Math.log10(denominator)) - 1);
  return Math.ceil(denominator / step - 1e-9) * step;
}

/** “1:100 000”, as maps print it. */
export function scaleText(denominator: number): string {
  return `1:${String(Math.round(denominator)).replaceAll(/\B(?=(\d{3})+$)/g, ' ')}`;
}

/** A scale bar of four equal parts. */
export interface ScaleBar {
  readonly widthMm: number;
  readonly metres: number;
  /** At 0, ½ and the whole: "0", "10", "20公里". */
  readonly labels: readonly [string, string, string];
}

const HALVES = [1, 2, 4, 10] as const;

/** The longest bar of a round length that is at most `widestMm`; its half is round too. */
export function scaleBar(denominator: number, widestMm: number): ScaleBar {
  const most = (widestMm * denominator) / MM_PER_METRE;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (HALVES.findLast((each) => each * power <= most) ?? 1);
  const text = (length: number): string =>
    metres >= 1000 ? String(length / 1000) : String(Math.round(length));
  const unit = metres >= 1000 ? '公里' : '米';
  return {
    widthMm: (metres * MM_PER_METRE) / denominator,
    metres,
    labels: ['0', text(metres / 2), `${text(metres)} ${unit}`],
  };
}

/** WGS84 extent of a north-up window of so many CSS pixels, as MapLibre shows it at a zoom. */
export function windowExtent(
  centre: LngLat,
  zoom: number,
  widthPixels: number,
  heightPixels: number,
): BoundingBox {
  // As if a pixel were a millimetre.
  const denominator = (worldMetres(centre[1]) * MM_PER_METRE) / (WORLD_PIXELS * 2 ** zoom);
  return frameExtent({ x: 0, y: 0, width: widthPixels, height: heightPixels, centre, denominator });
}
