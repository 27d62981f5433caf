// A one-point shapefile written byte by byte (ESRI white paper, 1998), since no fixture is at hand.
import { strToU8, zipSync } from 'fflate';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { WGS84 } from '../../src/io/crs';
import { readProjects } from '../../src/io/read-projects';

function pointShp(x: number, y: number): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, 64);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  [x, y, x, y].forEach((value, at) => view.setFloat64(36 + at * 8, value, true));
  view.setInt32(100, 1);
  view.setInt32(104, 10);
  view.setInt32(108, 1, true);
  view.setFloat64(112, x, true);
  view.setFloat64(120, y, true);
  return bytes;
}

/** One text field "name" of 10 bytes with these bytes as its value. */
function nameDbf(value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(65 + 11 + 1).fill(0x20, 65);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setInt32(4, 1, true);
  view.setInt16(8, 65, true);
  view.setInt16(10, 11, true);
  bytes.set(strToU8('name'), 32);
  bytes[43] = 'C'.charCodeAt(0);
  bytes[48] = 10;
  bytes[64] = 0x0d;
  bytes.set(value, 66);
  bytes[76] = 0x1a;
  return bytes;
}

const PRJ =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_37",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",' +
  'DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],' +
  'UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",37500000.0],' +
  'PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",1.0],' +
  'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
/** 甲线 in GB18030. */
const NAME = Uint8Array.of(0xbc, 0xd7, 0xcf, 0xdf);
const zone = proj4(
  '+proj=tmerc +lat_0=0 +lon_0=111 +k=1 +x_0=37500000 +ellps=GRS80 +units=m +no_defs',
);
const [X = 0, Y = 0] = zone.forward([111.2, 35.1]);
const options = { fileName: 'p.zip', crs: WGS84, defaultAccuracyMetres: 7 };

describe('zipped shapefile', () => {
  it('follows the .prj and reads GBK names without a .cpg', async () => {
    const zip = zipSync({ 'a.SHP': pointShp(X, Y), 'a.DBF': nameDbf(NAME), 'a.prj': strToU8(PRJ) });
    const outcome = await readProjects(zip, options);
    if (!outcome.ok) throw new Error(outcome.problems[0]?.text);
    const [project] = outcome.value;
    expect(project).toMatchObject({ id: '#1', name: '甲线', accuracyMetres: 7 });
    if (project?.geometry.type !== 'Point') throw new Error('not a point');
    expect(project.geometry.coordinates[0]).toBeCloseTo(111.2, 9);
    expect(project.geometry.coordinates[1]).toBeCloseTo(35.1, 9);
  });
  it('refuses metres without a .prj, and takes them with a stated zone', async () => {
    const zip = zipSync({ 'a.shp': pointShp(X, Y), 'a.dbf': nameDbf(NAME) });
    const refused = await readProjects(zip, options);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.problems[0]?.text).toContain('没有说明坐标系');
    const crs = { kind: 'zone', name: 'cgcs2000:zone37', zone: 37, prefix: 'either' } as const;
    const taken = await readProjects(zip, { ...options, crs });
    expect(taken).toMatchObject({ ok: true });
    if (!taken.ok) throw new Error(taken.problems[0]?.text);
    expect(taken.notes.map(({ code }) => code)).toContain('shapefile-no-prj');
  });
  it('says when the zip is damaged or holds no shapefile', async () => {
    const damaged = zipSync({ 'a.shp': pointShp(X, Y) }).subarray(0, 60);
    for (const [bytes, code] of [
      [damaged, 'input-broken-zip'],
      [zipSync({ 'a.txt': strToU8('x') }), 'projects-empty'],
    ] as const) {
      const outcome = await readProjects(bytes, options);
      expect(outcome).toMatchObject({ ok: false, problems: [{ code }] });
    }
  });
});

describe('other project files', () => {
  const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));
  const feature = (id: string | null, geometry: unknown): object => ({
    type: 'Feature',
    properties: id === null ? {} : { id },
    geometry,
  });
  const read = (features: object[]) =>
    readProjects(json({ type: 'FeatureCollection', features }), {
      ...options,
      fileName: 'p.geojson',
    });
  const point = { type: 'Point', coordinates: [111, 35] };

  it('keeps features apart, skips those without geometry with a note, refuses a repeated id', async () => {
    const outcome = await read([feature('a', point), feature(null, null), feature(null, point)]);
    if (!outcome.ok) throw new Error(outcome.problems[0]?.text);
    expect(outcome.value.map(({ id }) => id)).toEqual(['a', '#3']);
    expect(outcome.notes).toHaveLength(1);
    expect(await read([feature('a', point), feature('a', point)])).toMatchObject({
      ok: false,
      problems: [{ code: 'projects-duplicate' }],
    });
  });
  it('names the faulty feature, the empty file and the unknown format', async () => {
    const line = { type: 'LineString', coordinates: [[111, 35]] };
    const broken = await read([feature('a', point), feature('b', line)]);
    expect(!broken.ok && broken.problems[0]?.text).toContain('第 2 个要素');
    expect((await read([])).ok).toBe(false);
    const tab = await readProjects(json({}), { ...options, fileName: 'p.tab' });
    expect(!tab.ok && tab.problems[0]?.code).toBe('projects-format');
    const kml = await readProjects(strToU8('<kml><Document>'), { ...options, fileName: 'p.kml' });
    expect(!kml.ok && kml.problems[0]?.code).toBe('kml-broken');
  });
});
