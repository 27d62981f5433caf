// An export table as DXF (AutoCAD 2007, UTF-8) in metres of a projected system: points, open and closed polylines on layers
// named by the table, and the label of each row as text on <layer>_注记. A drawing holds no table: attributes stay out.
import {
  Colors,
  DxfWriter,
  LWPolylineFlags,
  TextHorizontalAlignment,
  Units,
  point2d,
  point3d,
} from '@tarikjabiri/dxf';
import type { Geometry, Position } from 'geojson';
import { simpleParts } from './export-table';
import { type PreparedTable, exportNote } from './prepare-export';
import type { Written } from './written';

const LABEL_METRES = 150;
const LABEL_SUFFIX = '_注记';
const COLOURS = [Colors.Blue, Colors.Green, Colors.Red, Colors.Magenta, Colors.Cyan, Colors.Yellow];

/** A value of a DXF is one line: a line break in it would begin a new group. */
function oneLine(text: string): string {
  return text.replaceAll(/[\n\t]+/g, ' ').trim();
}

/** AutoCAD refuses these marks in names. */
function layerName(text: string): string {
  return oneLine(text).replaceAll(/[<>/\\":;?*|,=`]/g, '_') || '未分层';
}

function pointsOf(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'MultiPoint' ? geometry.coordinates : [];
}

/** Open paths and closed rings; a ring without its repeated last corner. */
function pathsOf(geometry: Geometry): readonly { path: readonly Position[]; closed: boolean }[] {
  const ring = (path: Position[]) => ({ path: path.slice(0, -1), closed: true });
  const line = (path: Position[]) => ({ path, closed: false });
  switch (geometry.type) {
    case 'LineString':
      return [line(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(line);
    case 'Polygon':
      return geometry.coordinates.map(ring);
    case 'MultiPolygon':
      return geometry.coordinates.flat().map(ring);
    default:
      return [];
  }
}

/** Where the label stands: the point, the middle corner of a line, the middle of a ring's box. */
function labelPosition(geometry: Geometry): Position | null {
  const [part] = simpleParts(geometry);
  if (part === undefined) return null;
  const [point] = pointsOf(part);
  if (point) return point;
  const longest = pathsOf(part).toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!longest || longest.path.length === 0) return null;
  if (!longest.closed) return longest.path[Math.floor(longest.path.length / 2)] ?? null;
  const xs = longest.path.map(([x = 0]) => x);
  const ys = longest.path.map(([, y = 0]) => y);
  const middle = (values: number[]): number =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return [middle(xs), middle(ys)];
}

function addGeometry(dxf: DxfWriter, layer: string, geometry: Geometry): void {
  const options = { layerName: layer };
  for (const part of simpleParts(geometry)) {
    for (const [x = 0, y = 0, z = 0] of pointsOf(part)) dxf.addPoint(x, y, z, options);
    for (const { path, closed } of pathsOf(part)) {
      dxf.addLWPolyline(
        path.map(([x = 0, y = 0]) => ({ point: point2d(x, y) })),
        { ...options, flags: closed ? LWPolylineFlags.Closed : LWPolylineFlags.None },
      );
    }
  }
}

function addLabel(dxf: DxfWriter, layer: string, [x = 0, y = 0]: Position, text: string): void {
  const at = point3d(x, y, 0);
  dxf.addText(at, LABEL_METRES, text, {
    layerName: layer,
    horizontalAlignment: TextHorizontalAlignment.Left,
  });
}

export function writeDxfExport(table: PreparedTable): Written {
  const dxf = new DxfWriter();
  dxf.setUnits(Units.Meters);
  const layers = new Map<string, number>();
  const ensureLayer = (name: string): string => {
    if (!layers.has(name)) {
      const colour = COLOURS[layers.size % COLOURS.length] ?? Colors.White;
      layers.set(name, colour);
      dxf.addLayer(name, colour, 'Continuous');
    }
    return name;
  };
  let without = 0;
  for (const { geometry, label, layer } of table.rows) {
    if (geometry === null) {
      without++;
      continue;
    }
    const name = layerName(layer);
    addGeometry(dxf, ensureLayer(name), geometry);
    const at = labelPosition(geometry);
    const text = oneLine(label);
    if (at && text !== '') addLabel(dxf, ensureLayer(`${name}${LABEL_SUFFIX}`), at, text);
  }
  const attributes = exportNote(
    'dxf-attributes',
    'DXF 不存属性表，只写了图形和名称注记。',
    '要属性，请另存 XLSX 或 CSV。',
  );
  const skipped = exportNote(
    'dxf-without-geometry',
    `有 ${without} 行没有图形，没有写入。`,
    '要全部行，请选 XLSX 或 CSV。',
  );
  const bytes = new TextEncoder().encode(dxf.stringify());
  return { bytes, notes: without > 0 ? [attributes, skipped] : [attributes] };
}
