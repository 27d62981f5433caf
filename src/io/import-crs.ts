// The coordinate system of a layer, weighed on its positions (guess-crs.ts), with what headings say of a map service.
import type { Geometry, Position } from 'geojson';
import { walkPositions } from '../geo/positions';
import { parseCrs } from './crs';
import { type CrsWeighing, type SampledPosition, weighCrs } from './guess-crs';
import type { ColumnChoice, ImportContext } from './import-choices';
import { positionColumns, rowPosition } from './import-positions';
import { type MatchColumns, matchInput } from './match-rows';
import type { VillageMatcher } from './match-villages';
import type { SourceLayer, SourceRow } from './source-layer';

/** Enough vertices of one geometry to see where it lies. */
const VERTICES_A_GEOMETRY = 50;

function verticesOf(geometry: Geometry): readonly SampledPosition[] {
  const all: Position[] = [];
  walkPositions(geometry, (position) => all.push(position));
  const step = Math.ceil(all.length / VERTICES_A_GEOMETRY);
  return all
    .filter((_, at) => at % step === 0)
    .map(([x = Number.NaN, y = Number.NaN]) => ({ x, y }));
}

function samplesOf(
  rows: readonly SourceRow[],
  columns: readonly ColumnChoice[],
  matcher: VillageMatcher,
): readonly SampledPosition[] {
  const roles = columns.map(({ role }) => role);
  const places = positionColumns(roles);
  const match: MatchColumns = matchInput(roles);
  return rows.flatMap((row): readonly SampledPosition[] => {
    const position = rowPosition(row, places);
    if (position === null) return row.geometry === null ? [] : verticesOf(row.geometry);
    if (position.kind !== 'point') return [];
    const found = match.isEmpty ? null : matcher.match(match.of(row.cells, null));
    const village =
      found?.kind === 'matched'
        ? {
            position: found.village.position,
            accuracyMetres: found.village.positionAccuracyMetres,
          }
        : null;
    return [{ x: position.x, y: position.y, village }];
  });
}

const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/gcj|高德|腾讯|火星|amap|gaode/i, 'gcj02'],
  [/bd-?_?09|百度|baidu/i, 'bd09'],
  [/wgs-?_?84/i, 'wgs84'],
  [/cgcs2000|2000坐标|国家2000/i, 'cgcs2000'],
];

/** The system that a heading or a line above the table names; null for none or several. */
function systemNamedIn(texts: readonly string[]): { crs: string; printed: string } | null {
  const found = SERVICES.flatMap(([pattern, crs]) => {
    const text = texts.find((each) => pattern.test(each));
    return text === undefined ? [] : [{ crs, printed: text.slice(0, 30) }];
  });
  const [only, ...more] = found;
  return only !== undefined && more.length === 0 ? only : null;
}

/** The guesses with a system that the file's own words name put first, where its positions allow it. */
function heeding(weighing: CrsWeighing, texts: readonly (readonly string[])[]): CrsWeighing {
  const named = texts.map(systemNamedIn).find((each) => each !== null);
  if (named == null) return weighing;
  const isNamed = (crs: string): boolean =>
    crs === named.crs || (named.crs === 'cgcs2000' && crs === 'wgs84');
  const found = weighing.guesses.find(({ crs, insideShare }) => isNamed(crs) && insideShare > 0.9);
  if (found === undefined) return weighing;
  const evidence = `文件写有「${named.printed}」；${found.evidence}`;
  const others = weighing.guesses.filter((each) => each !== found);
  return { guesses: [{ ...found, evidence }, ...others], isSure: true, reason: evidence };
}

/**
 * Ways to read the layer's coordinates, best first. A system that the file declares and we can not read is the only
 * answer, so that the preview refuses it with the reason. `texts`: coordinate headings, lines above and below the
 * table; the first that names one system is heeded.
 */
export function layerCrs(
  layer: SourceLayer,
  rows: readonly SourceRow[],
  columns: readonly ColumnChoice[],
  texts: readonly (readonly string[])[],
  context: ImportContext,
  matcher: VillageMatcher,
): CrsWeighing {
  const { declaredCrs } = layer;
  if (declaredCrs !== null && declaredCrs.crs === null) {
    const parsed = parseCrs(declaredCrs.printed);
    const why = parsed.ok ? '' : (parsed.problems[0]?.text ?? '');
    const evidence = `文件声明的坐标系不能使用：${why}`;
    const guess = { crs: declaredCrs.printed, axesSwapped: false, evidence, insideShare: 0 };
    return { guesses: [guess], isSure: false, reason: evidence };
  }
  return heeding(weighCrs(samplesOf(rows, columns, matcher), declaredCrs, context), texts);
}
