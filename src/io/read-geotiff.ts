// A GeoTIFF (OGC 19-008r4) of heights as an elevation grid. North up only; a turned raster is refused.
import { type ElevationGrid, MOST_HEIGHT_METRES } from '../domain/elevation-grid';
import type { Outcome } from '../domain/problem';
import { declaredCrsOf, declaredCrsProblem } from './crs';
import { LimitPassed, MOST_FILE_BYTES } from './limits';
import { BrokenFile, refuseFile } from './read-layers';
import { type TiffImage, readTiff } from './tiff-file';

const MEND = '请在 QGIS 等软件中另存为北向上的单波段 GeoTIFF（WGS84 或 CGCS2000）。';
const PIXEL_SCALE = 33550;
const TIE_POINTS = 33922;
const TRANSFORMATION = 34264;
const GEO_KEYS = 34735;
const NO_DATA = 42113;
const MODEL_TYPE = 1024;
const RASTER_TYPE = 1025;
const GEOGRAPHIC_TYPE = 2048;
const PROJECTED_TYPE = 3072;
const VERTICAL_UNITS = 4099;
const METRE_CODE = 9001;
const USER_DEFINED = 32767;

interface Placement {
  readonly west: number;
  readonly north: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Values of the keys that are held in the directory itself. */
function geoKeys(image: TiffImage): ReadonlyMap<number, number> {
  const keys = new Map<number, number>();
  const numbers = image.numbers(GEO_KEYS);
  for (let at = 4; at + 3 < numbers.length; at += 4) {
    const [key = 0, location = 0, , value = 0] = numbers.slice(at, at + 4);
    if (location === 0) keys.set(key, value);
  }
  return keys;
}

function placementOf(image: TiffImage, isPoint: boolean): Placement | null {
  const [scaleX = 0, scaleY = 0] = image.numbers(PIXEL_SCALE);
  const [i = 0, j = 0, , x, y] = image.numbers(TIE_POINTS);
  const matrix = image.numbers(TRANSFORMATION);
  // A value of a point raster stands at the cell's centre, half a cell from its corner.
  const half = isPoint ? 0.5 : 0;
  if (scaleX > 0 && scaleY > 0 && x !== undefined && y !== undefined) {
    const west = x - (i + half) * scaleX;
    return { west, north: y + (j + half) * scaleY, cellWidth: scaleX, cellHeight: scaleY };
  }
  const [a = 0, b = 0, , c = 0, d = 0, e = 0, , f = 0] = matrix;
  if (matrix.length < 8 || a <= 0 || e >= 0 || b !== 0 || d !== 0) return null;
  return { west: c - half * a, north: f - half * e, cellWidth: a, cellHeight: -e };
}

/** Cells without a height become NaN. */
function withoutGaps(image: TiffImage): Float32Array | Float64Array {
  const { values } = image;
  const printed = image.text(NO_DATA).trim();
  const noData = printed === '' ? Number.NaN : Number(printed);
  // The stored value is a float of the raster's own width.
  const stored = values instanceof Float32Array ? Math.fround(noData) : noData;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? Number.NaN;
    if (value === stored || Math.abs(value) > MOST_HEIGHT_METRES) values[at] = Number.NaN;
  }
  return values;
}

async function gridOf(bytes: Uint8Array, file: string): Promise<Outcome<ElevationGrid>> {
  const image = await readTiff(bytes);
  const keys = geoKeys(image);
  const placement = placementOf(image, keys.get(RASTER_TYPE) === 2);
  if (placement === null) {
    return refuseFile('geotiff-place', file, '没有地理位置，或不是北向上。', MEND);
  }
  const isProjected = keys.get(MODEL_TYPE) === 1;
  const code = keys.get(isProjected ? PROJECTED_TYPE : GEOGRAPHIC_TYPE) ?? USER_DEFINED;
  const declared = declaredCrsOf(`epsg:${code}`);
  const refusal = declaredCrsProblem(declared, file);
  if (refusal?.severity === 'error') return { ok: false, problems: [refusal] };
  const vertical = keys.get(VERTICAL_UNITS) ?? METRE_CODE;
  if (vertical !== METRE_CODE) {
    return refuseFile('geotiff-unit', file, '高程的单位不是米。', '请换算为米后再导入。');
  }
  const { width, height } = image;
  const unit = isProjected ? 'metre' : 'degree';
  const value = {
    ...placement,
    width,
    height,
    values: withoutGaps(image),
    crs: declared.crs,
    unit,
  } as const;
  return { ok: true, value, notes: refusal === null ? [] : [refusal] };
}

/** Heights of a GeoTIFF's first band, metres. Never throws on bad input. */
export async function readElevation(
  bytes: Uint8Array,
  file: string,
): Promise<Outcome<ElevationGrid>> {
  if (bytes.length > MOST_FILE_BYTES) {
    return refuseFile('input-too-large', file, '超过 200 MB 的上限。', '请先裁剪到本区域。');
  }
  try {
    return await gridOf(bytes, file);
  } catch (cause) {
    if (cause instanceof LimitPassed) {
      return refuseFile(
        'geotiff-limit',
        file,
        `${cause.what}，没有读入。`,
        '请先裁剪到本区域或降低分辨率。',
      );
    }
    if (cause instanceof BrokenFile) {
      return refuseFile('geotiff-broken', file, `${cause.what}。`, MEND);
    }
    throw cause;
  }
}
