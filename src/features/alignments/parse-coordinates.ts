// Reads typed coordinates: one position a line, longitude first, decimal degrees WGS84 or what `convert` takes; an empty line
// begins the next part. Commas, tabs, blanks and their full-width forms separate; full-width digits are folded (NFKC). Errors name the line.
import type { Geometry, Position } from 'geojson';
import type { BoundingBox, LngLat } from '../../domain/lng-lat';
import type { Outcome, Problem } from '../../domain/problem';
import { ringSelfCrossing } from '../../geo/ring-checks';
import type { Converter } from '../../io/crs-convert';
import { joinGeometries } from '../../io/join-geometries';
import { addPosition, startTally, tallyProblems } from '../../io/position-check';
import { type DrawMode, FEWEST_VERTICES } from '../../map/draw/drawn-shape';

const MAX_LINES_NAMED = 5;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

interface Part {
  readonly firstLine: number;
  readonly positions: Position[];
}

function problem(code: string, row: number, text: string, mend: string): Problem {
  return { code, severity: 'error', where: { row }, text, mend };
}

function splitLine(line: string): string[] {
  return line
    .normalize('NFKC')
    .replace(/−/gu, '-')
    .split(/[\s,;、]+/u)
    .filter((cell) => cell !== '');
}

function lineProblem(cells: readonly string[], row: number): Problem | null {
  if (cells.length === 2 && cells.every((cell) => NUMBER.test(cell))) return null;
  const shown = cells.join(', ').slice(0, 40);
  const isSexagesimal = /[°′″'"]/u.test(shown);
  return problem(
    'coordinates-line',
    row,
    `第 ${row} 行「${shown}」${isSexagesimal ? '是度分秒' : '不是“经度, 纬度”两个数'}。`,
    isSexagesimal
      ? '请换算成十进制度，如 111°30′ 写成 111.5。'
      : '每行写一个点，如 111.123456, 34.812345。',
  );
}

function partGeometry(mode: DrawMode, { positions, firstLine }: Part): Geometry | Problem {
  const fewest = FEWEST_VERTICES[mode];
  const distinct = new Set(positions.map((position) => position.join(','))).size;
  if (distinct < fewest) {
    const what = mode === 'polygon' ? '一个面' : '一条线';
    const text = `从第 ${firstLine} 行起只有 ${distinct} 个不同的点，${what}至少要 ${fewest} 个。`;
    return problem('coordinates-too-few', firstLine, text, '请补上其余的点，或改选“点”。');
  }
  if (mode === 'point') return { type: 'MultiPoint', coordinates: positions };
  if (mode === 'linestring') return { type: 'LineString', coordinates: positions };
  const [first = [], last = []] = [positions[0], positions.at(-1)];
  const isClosed = first.join() === last.join();
  const ring = isClosed ? positions : [...positions, first];
  const crossing = ringSelfCrossing(ring);
  if (crossing === null) return { type: 'Polygon', coordinates: [ring] };
  const text = `从第 ${firstLine} 行起的面在「${ring[crossing]?.join(', ')}」附近自相交。`;
  return problem('coordinates-crossing', firstLine, text, '请检查点的先后次序。');
}

function simplest(geometry: Geometry): Geometry {
  if (geometry.type !== 'MultiPoint') return geometry;
  const [only, ...others] = geometry.coordinates;
  return only && others.length === 0 ? { type: 'Point', coordinates: only } : geometry;
}

function partsOf(text: string, take: (cells: string[], row: number) => Position | null): Part[] {
  const parts: { firstLine: number; positions: Position[] }[] = [];
  let open = false;
  for (const [i, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const cells = splitLine(line);
    if (cells.length === 0) open = false;
    else {
      const position = take(cells, i + 1);
      if (!position) continue;
      if (!open) parts.push({ firstLine: i + 1, positions: [] });
      parts.at(-1)?.positions.push(position);
      open = true;
    }
  }
  return parts;
}

/** Text → one geometry of the kind wanted. A position outside the region's box is a note to be confirmed. */
export function parseCoordinates(
  text: string,
  options: {
    readonly mode: DrawMode;
    readonly bbox: BoundingBox;
    readonly swapAxes: boolean;
    /** From the system that the coordinates are typed in; WGS84 without. */
    readonly convert?: Converter;
  },
): Outcome<Geometry> {
  const tally = startTally(options.bbox);
  const problems: Problem[] = [];
  const parts = partsOf(text, (cells, row) => {
    const wrong = lineProblem(cells, row);
    if (wrong) {
      problems.push(wrong);
      return null;
    }
    const [x = NaN, y = NaN] = cells.map(Number);
    const typed: LngLat = options.swapAxes ? [y, x] : [x, y];
    const converted = options.convert?.(...typed) ?? { ok: true as const, position: typed };
    if (!converted.ok) {
      const text = `第 ${row} 行：${converted.what}。`;
      problems.push(problem('coordinates-crs', row, text, '请核对坐标和所选的坐标系。'));
      return null;
    }
    const [lng, lat] = converted.position;
    addPosition(tally, lng, lat, { row });
    return [lng, lat];
  });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MAX_LINES_NAMED) };
  if (parts.length === 0) {
    const mend = '每行写一个点，经度在前，如 111.123456, 34.812345。';
    return { ok: false, problems: [problem('coordinates-empty', 1, '还没有坐标。', mend)] };
  }
  const positionProblems = tallyProblems(tally);
  if (positionProblems.some(({ severity }) => severity === 'error')) {
    return { ok: false, problems: positionProblems };
  }
  const geometries: Geometry[] = [];
  for (const part of parts) {
    const made = partGeometry(options.mode, part);
    if ('code' in made) problems.push(made);
    else geometries.push(made);
  }
  const geometry = joinGeometries(geometries);
  if (problems.length > 0 || !geometry) return { ok: false, problems };
  return { ok: true, value: simplest(geometry), notes: positionProblems };
}
