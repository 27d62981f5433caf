import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { type Crs, centralMeridian, crsLabel, parseCrs, zoneCrs } from '../../src/io/crs';
import { convertGeometry, converterFrom, converterTo } from '../../src/io/crs-convert';

function crs(text: string): Crs {
  const outcome = parseCrs(text);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.text);
  return outcome.value;
}

const lat = fc.double({ min: 18, max: 53, noNaN: true });
const lngs = fc.double({ min: 74, max: 135, noNaN: true });

/** Metres between a place and where it comes back to. */
function roundTripMetres(system: Crs, place: readonly [number, number]): number {
  const to = converterTo(system)(...place);
  if (!to.ok) throw new Error(to.what);
  const back = converterFrom(system)(...to.position);
  if (!back.ok) throw new Error(back.what);
  return geodesicDistanceMetres([...place], [...back.position]);
}

const CHINA_2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS_1984 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const gauss = (name: string, geographic: string, meridian: number, easting: number, scale = 1) =>
  `PROJCS["${name}",${geographic},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian.toFixed(1)}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe('conversion both ways', () => {
  it('comes back to a tenth of a millimetre in every zone of CGCS2000, with and without its number', () => {
    const zones = fc.oneof(fc.integer({ min: 25, max: 45 }), fc.integer({ min: 13, max: 23 }));
    const property = fc.property(
      zones,
      fc.constantFrom('with' as const, 'without' as const),
      fc.double({ min: -3.5, max: 3.5, noNaN: true }),
      lat,
      (zone, prefix, off, north) => {
        const place = [centralMeridian(zone) + off, north] as const;
        expect(roundTripMetres(zoneCrs(zone, prefix), place)).toBeLessThan(1e-4);
        const to = converterTo(zoneCrs(zone, prefix))(...place);
        expect(to.ok && to.position[0] > 1e6).toBe(prefix === 'with');
      },
    );
    fc.assert(property, { seed: 4490, numRuns: 300 });
  });

  it('comes back to a millimetre in GCJ-02, BD-09, Web Mercator and UTM of a .prj', () => {
    const utm = gauss('WGS_1984_UTM_Zone_49N', WGS_1984, 111, 500_000, 0.9996);
    const systems = ['gcj02', 'bd09', 'web-mercator', 'wgs84', 'cgcs2000'].map(crs);
    fc.assert(
      fc.property(lngs, lat, (x, y) => {
        for (const system of systems) expect(roundTripMetres(system, [x, y])).toBeLessThan(1e-3);
      }),
      { seed: 3857, numRuns: 300 },
    );
    expect(roundTripMetres(crs(utm), [111.3, 35])).toBeLessThan(1e-3);
  });

  it('knows Web Mercator by its formula and CGCS2000 by its central meridian', () => {
    const mercator = converterTo(crs('epsg:3857'))(180, 0);
    expect(mercator.ok && mercator.position[0]).toBeCloseTo(Math.PI * 6_378_137, 4);
    const zone = converterTo(crs('epsg:4525'))(111, 35);
    expect(zone.ok && zone.position[0]).toBeCloseTo(37_500_000, 6);
  });

  it('converts whole geometries, the second number first where told, and gives the first reason not to', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [35, 111, 400],
        [36, 112],
      ],
    };
    const collection = { type: 'GeometryCollection' as const, geometries: [line] };
    expect(convertGeometry(collection, converterFrom(crs('wgs84')), true)).toEqual({
      ok: true,
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          {
            type: 'LineString',
            coordinates: [
              [111, 35],
              [112, 36],
            ],
          },
        ],
      },
    });
    const bad = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [111, 35],
          [Number.NaN, 3],
        ],
      ],
    };
    expect(convertGeometry(bad, converterFrom(crs('wgs84')))).toMatchObject({ ok: false });
    for (const name of ['cgcs2000:zone37', 'gcj02', 'web-mercator']) {
      const convert = converterFrom(crs(name));
      for (const [x, y] of [
        [Number.NaN, 1],
        [Infinity, 1],
        [1e300, 1e300],
      ] as const)
        expect(convert(x, y).ok).toBe(false);
    }
    expect(converterTo(crs('cgcs2000:zone25'))(111, 35).ok).toBe(false);
  });
});

describe('definitions in a .prj', () => {
  it.each([
    [
      'ESRI, zone in front',
      gauss('CGCS2000_3_Degree_GK_Zone_37', CHINA_2000, 111, 37_500_000),
      'epsg:4525',
    ],
    ['ESRI, no zone', gauss('CGCS2000_3_Degree_GK_CM_111E', CHINA_2000, 111, 500_000), 'epsg:4546'],
    ['ESRI, 6 degrees', gauss('CGCS2000_GK_Zone_19', CHINA_2000, 111, 19_500_000), 'epsg:4497'],
    ['6 degrees, no zone', gauss('CGCS2000_GK_CM_117E', CHINA_2000, 117, 500_000), 'epsg:4548'],
    ['degrees of China', CHINA_2000, 'cgcs2000'],
    ['degrees of WGS84', WGS_1984, 'wgs84'],
  ])('reads %s', (_name, wkt, name) => {
    expect(crs(wkt).name).toBe(name);
    expect(crs(crs(wkt).name)).toEqual(crs(wkt));
  });

  it('keeps a local meridian as it is defined, under its own name', () => {
    const local = crs(gauss('某市地方坐标系', CHINA_2000, 111.5, 500_000));
    expect(local.kind).toBe('proj');
    expect(crsLabel(local)).toBe('某市地方坐标系');
    const place = converterFrom(local)(500_000, 3_874_000);
    expect(place.ok && place.position[0]).toBeCloseTo(111.5, 9);
    expect(crs(local.name)).toEqual(local);
  });

  it.each([
    ['Beijing 1954', 'PROJCS["Beijing_1954_3_Degree_GK_Zone_37"]', 'crs-old-datum'],
    [
      'Xi’an 1980',
      gauss('Xian_1980_3_Degree_GK_Zone_37', CHINA_2000, 111, 37_500_000),
      'crs-old-datum',
    ],
    [
      'Krassovsky under another name',
      gauss(
        'x',
        'GEOGCS["x",DATUM["x",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
        111,
        500_000,
      ),
      'crs-old-datum',
    ],
    ['EPSG of Xi’an 1980', 'EPSG:2361', 'crs-old-datum'],
    [
      'another ellipsoid',
      'GEOGCS["x",DATUM["x",SPHEROID["Bessel",6377397.155,299.15]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]',
      'crs',
    ],
    ['no definition', 'PROJCS["x"', 'crs'],
    ['a definition without end', `PROJCS["${'x'.repeat(30_000)}"]`, 'crs'],
  ])('refuses %s with the reason', (_name, text, code) => {
    expect(parseCrs(text)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});
