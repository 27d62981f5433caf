// Outlines of counties from any vector file: the polygons of its one layer that has any, with the column of six-digit codes
// and the column of county names found by what stands in them. WGS84.
import type { MultiPolygon, Polygon } from 'geojson';
import type { Outcome, Problem } from '../../domain/problem';
import { tidyText } from '../../io/column-text';
import { type Crs, WGS84, parseCrs } from '../../io/crs';
import { convertGeometry, converterFrom } from '../../io/crs-convert';
import { readSources } from '../../io/read-sources';
import type { InputFile, SourceLayer, SourceRow } from '../../io/source-layer';
import { publishedAreal } from '../../packs/make/published-geometry';

export interface CountyOutline {
  /** Six digits; empty where the file has none. */
  readonly code: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

const COUNTY_CODE = /^(\d{6})(0{3}|0{6})?$/;
const COUNTY_NAME = /.[县区市旗]$/;

function refused(file: string, what: string, mend: string): Outcome<never> {
  const problem: Problem = {
    code: 'make-outlines',
    severity: 'error',
    where: { file },
    text: `${file}：${what}。`,
    mend,
  };
  return { ok: false, problems: [problem] };
}

/** Place of the column whose every cell fits; -1 for none. */
function columnOf(rows: readonly SourceRow[], pattern: RegExp): number {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, at) => at);
  return places.findIndex((at) =>
    rows.every(({ cells }) => pattern.test(tidyText(cells[at] ?? null))),
  );
}

/** As said, as declared, else degrees of WGS84. */
function crsOf({ declaredCrs }: SourceLayer, said: Crs | null): Outcome<Crs> {
  if (said !== null) return { ok: true, value: said, notes: [] };
  if (declaredCrs === null) return { ok: true, value: WGS84, notes: [] };
  return parseCrs(declaredCrs.crs ?? declaredCrs.printed);
}

function outlinesOf(layer: SourceLayer, file: string, crs: Crs): Outcome<readonly CountyOutline[]> {
  const rows = layer.rows.filter(({ geometry }) => geometry !== null);
  const [codeAt, nameAt] = [columnOf(rows, COUNTY_CODE), columnOf(rows, COUNTY_NAME)];
  const convert = converterFrom(crs);
  const outlines: CountyOutline[] = [];
  for (const { row, cells, geometry } of rows) {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
      return refused(file, `第 ${row} 个图形不是面`, '县界必须是面：请只留下县的面。');
    }
    const moved = convertGeometry(geometry, convert);
    if (!moved.ok) {
      const mend = '请用 --counties-crs 写明坐标系，如 wgs84、gcj02、cgcs2000:zone37。';
      return refused(file, `第 ${row} 个图形的坐标 ${moved.what}`, mend);
    }
    const code = COUNTY_CODE.exec(tidyText(cells[codeAt] ?? null))?.[1] ?? '';
    const areal = moved.geometry as Polygon | MultiPolygon;
    outlines.push({
      code,
      name: tidyText(cells[nameAt] ?? null),
      geometry: publishedAreal(areal),
    });
  }
  return { ok: true, value: outlines, notes: [] };
}

/** `files`: the outline file with its companions. `said`: the system that the user gives, null for none. */
export async function readOutlines(
  files: readonly InputFile[],
  said: Crs | null,
): Promise<Outcome<readonly CountyOutline[]>> {
  const name = files[0]?.path ?? '';
  const read = await readSources(files);
  if (!read.ok) return read;
  const layers = read.value
    .flatMap((file) => file.layers)
    .filter(({ rows }) => rows.some(({ geometry }) => geometry?.type.endsWith('Polygon') === true));
  const [layer, ...others] = layers;
  if (layer === undefined) return refused(name, '没有面', '请给县界的面图层。');
  if (others.length > 0) {
    const names = layers.map((each) => each.name).join('、');
    return refused(name, `有 ${layers.length} 个面图层（${names}）`, '请只留下县界一个图层。');
  }
  const crs = crsOf(layer, said);
  if (!crs.ok) return crs;
  const outlines = outlinesOf(layer, name, crs.value);
  return outlines.ok ? { ...outlines, notes: read.notes } : outlines;
}
