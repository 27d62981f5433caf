// Bytes of small files, written by hand from the formats' own papers or by other people's writers.
import { strToU8 } from 'fflate';
import initSqlJs from 'sql.js';
import type { SourceFile } from '../../src/io/source-layer';
import { readSources } from '../../src/io/read-sources';

/** GB18030 bytes of the characters that the tests use; TextEncoder knows UTF-8 alone. */
const GBK: Readonly<Record<string, readonly [number, number]>> = {
  村: [0xb4, 0xe5],
  名: [0xc3, 0xfb],
  甲: [0xbc, 0xd7],
  乙: [0xd2, 0xd2],
  线: [0xcf, 0xdf],
  路: [0xc2, 0xb7],
  称: [0xb3, 0xc6],
};

export function gbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = GBK[char];
      if (bytes) return [...bytes];
      const code = char.charCodeAt(0);
      if (code > 0x7f) throw new Error(`no GBK bytes for ${char}`);
      return [code];
    }),
  );
}

type XY = readonly [number, number];

function shpFile(type: number, records: readonly Uint8Array[]): Uint8Array {
  const total = records.reduce((sum, record) => sum + record.length + 8, 100);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, total / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  let at = 100;
  for (const [i, record] of records.entries()) {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, record.length / 2);
    bytes.set(record, at + 8);
    at += 8 + record.length;
  }
  return bytes;
}

/** null is a null shape; `z` adds a height to every point. */
export function pointShp(points: readonly (XY | null)[], z?: number): Uint8Array {
  const records = points.map((point) => {
    const bytes = new Uint8Array(point === null ? 4 : z === undefined ? 20 : 36);
    const view = new DataView(bytes.buffer);
    if (point === null) return bytes;
    view.setInt32(0, z === undefined ? 1 : 11, true);
    view.setFloat64(4, point[0], true);
    view.setFloat64(12, point[1], true);
    if (z !== undefined) view.setFloat64(20, z, true);
    return bytes;
  });
  return shpFile(z === undefined ? 1 : 11, records);
}

/** One record of parts: type 3 polyline, 5 polygon. */
export function partsShp(type: 3 | 5, parts: readonly (readonly XY[])[]): Uint8Array {
  const points = parts.flat();
  const bytes = new Uint8Array(44 + parts.length * 4 + points.length * 16);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, type, true);
  view.setInt32(36, parts.length, true);
  view.setInt32(40, points.length, true);
  let first = 0;
  for (const [i, part] of parts.entries()) {
    view.setInt32(44 + i * 4, first, true);
    first += part.length;
  }
  for (const [i, [x, y]] of points.entries()) {
    view.setFloat64(44 + parts.length * 4 + i * 16, x, true);
    view.setFloat64(52 + parts.length * 4 + i * 16, y, true);
  }
  return shpFile(type, [bytes]);
}

export interface DbfField {
  readonly name: Uint8Array;
  readonly type: string;
  readonly length: number;
}

export function dbf(
  fields: readonly DbfField[],
  rows: readonly (readonly Uint8Array[])[],
): Uint8Array {
  const header = 32 + fields.length * 32 + 1;
  const width = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(header + rows.length * width + 1).fill(0x20, header);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, width, true);
  for (const [i, { name, type, length }] of fields.entries()) {
    bytes.set(name.subarray(0, 10), 32 + i * 32);
    bytes[32 + i * 32 + 11] = type.charCodeAt(0);
    bytes[32 + i * 32 + 16] = length;
  }
  bytes[header - 1] = 0x0d;
  for (const [r, row] of rows.entries()) {
    let at = header + r * width + 1;
    for (const [i, { length }] of fields.entries()) {
      bytes.set((row[i] ?? new Uint8Array()).subarray(0, length), at);
      at += length;
    }
  }
  return bytes;
}

/** A drawing from lines of "code value". */
export function dxf(entities: readonly string[], blocks: readonly string[] = []): Uint8Array {
  const section = (name: string, lines: readonly string[]): string[] => [
    '0 SECTION',
    `2 ${name}`,
    ...lines,
    '0 ENDSEC',
  ];
  const layer = ['0 TABLE', '2 LAYER', '0 LAYER', '2 road', '62 3', '0 ENDTAB'];
  const all = [
    ...section('HEADER', ['9 $ACADVER', '1 AC1015']),
    ...section('TABLES', layer),
    ...section('BLOCKS', blocks),
    ...section('ENTITIES', entities),
    '0 EOF',
  ];
  const text = all.map((line) => line.replace(' ', '\r\n')).join('\r\n');
  return strToU8(`${text}\r\n`);
}

/** A point of well-known binary in a GeoPackage blob; `z` makes it a PointZ of ISO. */
function blob(x: number, y: number, z?: number): Uint8Array {
  const bytes = new Uint8Array(8 + 5 + (z === undefined ? 16 : 24));
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, 4490, true);
  bytes[8] = 1;
  view.setUint32(9, z === undefined ? 1 : 1001, true);
  view.setFloat64(13, x, true);
  view.setFloat64(21, y, true);
  if (z !== undefined) view.setFloat64(29, z, true);
  return bytes;
}

/** A GeoPackage written by SQLite itself: `count` points at (111 + i / 1000, 35), names that overflow a page now and then. */
export async function geopackage(count: number): Promise<Uint8Array> {
  const sql = await initSqlJs();
  const database = new sql.Database();
  database.run(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
      organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME, min_x DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk PRIMARY KEY (table_name, column_name));
    INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, 'undefined', NULL);
    INSERT INTO gpkg_contents VALUES ('村庄', 'features', '村庄', '', NULL, 0, 4490);
    INSERT INTO gpkg_contents VALUES ('影像', 'tiles', '影像', '', NULL, 0, 4490);
    INSERT INTO gpkg_geometry_columns VALUES ('村庄', 'geom', 'POINT', 4490, 2, 0);
    CREATE TABLE "村庄" ( "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" POINT, "村名" TEXT(40),
      [户数] INTEGER DEFAULT (1 + 2), "占比, %" DOUBLE CHECK ("占比, %" < 20000), note TEXT);
  `);
  const insert = database.prepare(
    'INSERT INTO "村庄" (geom, "村名", [户数], "占比, %", note) VALUES (?, ?, ?, ?, ?)',
  );
  for (let i = 0; i < count; i++) {
    const note = i % 10 === 0 ? 'x'.repeat(9000) : null;
    const geometry = i === 1 ? null : blob(111 + i / 1000, 35, i === 2 ? 400 : undefined);
    insert.run([geometry, `村${i}`, i * 1_000_003, i / 8, note]);
  }
  insert.free();
  database.run('ALTER TABLE "村庄" ADD COLUMN "备注" TEXT');
  const bytes = database.export();
  database.close();
  return bytes;
}

/** The only file read, or a failed test that says why there is none. */
export async function readOneFile(path: string, bytes: Uint8Array): Promise<SourceFile> {
  const outcome = await readSources([{ path, bytes }]);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('\n'));
  const [file] = outcome.value;
  if (!file) throw new Error('no file');
  return file;
}

/** Codes of all notes, or of all problems where nothing was read. */
export async function codesOf(path: string, bytes: Uint8Array): Promise<readonly string[]> {
  const outcome = await readSources([{ path, bytes }]);
  return (outcome.ok ? outcome.notes : outcome.problems).map(({ code }) => code);
}
