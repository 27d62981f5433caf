// A GeoPackage (OGC 12-128r18): every feature and attribute table a layer, its rows by SQLite itself (sql.js).
import type { Geometry } from 'geojson';
import type { Problem } from '../domain/problem';
import { MalformedGeometry, isEmptyGeometry } from './copy-geometry';
import { declaredCrsOf } from './crs';
import { CellCount, VertexCount } from './limits';
import { BrokenFile, type LayersOutcome, fileNote, fileProblem, refuseFile } from './read-layers';
import type { DeclaredCrs, SourceCell, SourceLayer, SourceRow } from './source-layer';
import { type SqliteFile, type SqliteValue, openSqlite } from './sqlite-file';
import { readGeometryBlob } from './wkb';

const MEND = '请在 QGIS 等软件中重新导出为 GeoPackage。';
const MOST_ROW_PROBLEMS = 20;

type Fields = ReadonlyMap<string, SqliteValue>;

class GeoPackage {
  readonly notes: Problem[] = [];
  readonly #file: SqliteFile;
  /** By lower-case name. */
  readonly #tables: ReadonlyMap<string, string>;
  readonly #fileName: string;
  readonly #vertices = new VertexCount();
  readonly #cells = new CellCount();
  #withHeight = 0;
  #malformed = 0;

  constructor(file: SqliteFile, fileName: string) {
    this.#file = file;
    this.#tables = new Map(file.tableNames().map((name) => [name.toLowerCase(), name]));
    this.#fileName = fileName;
  }

  /** Rows of one of the package's own tables, values by lower-case column. */
  #records(name: string): Fields[] {
    const table = this.#tables.get(name);
    if (table === undefined) return [];
    const records: Fields[] = [];
    this.#file.readTable(table, (columns, values) => {
      records.push(new Map(columns.map((column, i) => [column.toLowerCase(), values[i] ?? null])));
    });
    return records;
  }

  isGeoPackage(): boolean {
    return this.#tables.has('gpkg_contents') && this.#tables.has('gpkg_spatial_ref_sys');
  }

  #crs(srsId: SqliteValue, systems: readonly Fields[]): DeclaredCrs | null {
    const system = systems.find((each) => each.get('srs_id') === srsId);
    // −1 and 0: undefined cartesian and geographic.
    if (!system || typeof srsId !== 'number' || srsId <= 0) return null;
    const organization = String(system.get('organization') ?? '').toLowerCase();
    const code = String(system.get('organization_coordsys_id') ?? srsId);
    const declared = declaredCrsOf(`${organization}:${code}`);
    const wkt = system.get('definition');
    if (declared.crs !== null || typeof wkt !== 'string') return declared;
    return declaredCrsOf(wkt);
  }

  layers(): SourceLayer[] {
    const systems = this.#records('gpkg_spatial_ref_sys');
    const geometryColumns = this.#records('gpkg_geometry_columns');
    const layers: SourceLayer[] = [];
    for (const content of this.#records('gpkg_contents')) {
      const name = String(content.get('table_name') ?? '');
      const kind = content.get('data_type');
      const table = this.#tables.get(name.toLowerCase());
      if (kind !== 'features' && kind !== 'attributes') {
        const what = `图层「${name}」是${kind === 'tiles' ? '瓦片' : '其他类型的数据'}，没有读入。`;
        this.notes.push(fileNote('geopackage-kind', this.#fileName, what, '只读要素和属性表。'));
      } else if (table === undefined) {
        const what = `图层「${name}」没有存成普通的表，没有读入。`;
        this.notes.push(fileNote('geopackage-view', this.#fileName, what, MEND));
      } else {
        const column = geometryColumns.find((each) => each.get('table_name') === name);
        const geometryColumn = String(column?.get('column_name') ?? '');
        const declaredCrs = column ? this.#crs(column.get('srs_id') ?? null, systems) : null;
        layers.push({ name, ...this.#content(table, geometryColumn), declaredCrs });
      }
    }
    this.#addCounts();
    return layers;
  }

  #content(
    table: string,
    geometryColumn: string,
  ): { headings: readonly string[]; rows: readonly SourceRow[] } {
    const isGeometry = (column: string): boolean =>
      column.toLowerCase() === geometryColumn.toLowerCase();
    const rows: SourceRow[] = [];
    const columns = this.#file.readTable(table, (names, values) => {
      const at = names.findIndex(isGeometry);
      const place = rows.length + 1;
      this.#cells.addRow(place, values.length);
      const cells = values.flatMap((value, i): SourceCell[] =>
        i === at ? [] : [value instanceof Uint8Array || value === '' ? null : value],
      );
      rows.push({ row: place, cells, geometry: this.#geometry(values[at] ?? null, place) });
    });
    return { headings: columns.filter((column) => !isGeometry(column)), rows };
  }

  #geometry(blob: SqliteValue, row: number): Geometry | null {
    if (!(blob instanceof Uint8Array)) return null;
    try {
      const { geometry, hasHeights } = readGeometryBlob(blob, this.#vertices);
      if (hasHeights) this.#withHeight += 1;
      return geometry === null || isEmptyGeometry(geometry) ? null : geometry;
    } catch (cause) {
      if (!(cause instanceof MalformedGeometry)) throw cause;
      this.#malformed += 1;
      if (this.#malformed <= MOST_ROW_PROBLEMS) {
        const where = { file: this.#fileName, row };
        const what = `${cause.what}，按没有位置处理。`;
        this.notes.push(fileProblem('geopackage-geometry', 'warning', where, what, MEND, '个要素'));
      }
      return null;
    }
  }

  #addCounts(): void {
    if (this.#withHeight > 0) {
      const what = `${this.#withHeight} 个要素带有高程或量测值，已略去。`;
      const mend = '分析只用平面位置，无需处理。';
      this.notes.push(fileNote('geopackage-height', this.#fileName, what, mend));
    }
  }
}

function layersOf(geoPackage: GeoPackage, file: string): LayersOutcome {
  if (!geoPackage.isGeoPackage()) {
    throw new BrokenFile('是 SQLite 数据库，但不是 GeoPackage');
  }
  const layers = geoPackage.layers();
  const { notes } = geoPackage;
  if (layers.every(({ rows }) => rows.length === 0)) {
    const refused = refuseFile('geopackage-empty', file, '文件里没有任何要素。', MEND);
    return { ok: false, problems: [...refused.problems, ...notes] };
  }
  return { ok: true, value: { format: 'geopackage', encoding: null, layers }, notes };
}

/** @throws BrokenFile, LimitPassed */
export async function readGeopackage(bytes: Uint8Array, file: string): Promise<LayersOutcome> {
  const sqlite = await openSqlite(bytes);
  try {
    return layersOf(new GeoPackage(sqlite, file), file);
  } finally {
    sqlite.close();
  }
}
