// Joins the package inputs and the facts into counties, townships and villages of one region.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Position } from 'geojson';
import Papa from 'papaparse';
import type { PovertyClass, SeatMethod, Township } from '../../src/domain/administrative';
import type { Village } from '../../src/domain/village';
import { type CountyShape, type EchartsCounty, countyShapes } from './county-polygons';
import { field, readCsv, readJson } from './facts';
import { GAZETTEER_ACCURACY_METRES, type Screening, screenKnownVillages } from './known-villages';
import type { Areal } from '../../src/packs/make/planar';
import { townshipCells } from '../../src/packs/make/township-cells';
import { type KnownPlace, placeVillages } from '../../src/packs/make/village-points';

/** Seats are place-name points, a few hundred metres from the office; medians of village points are looser. */
const SEAT_ACCURACY_METRES = { gazetteer: 500, 'median-of-known-villages': 3000 } as const;

export interface RegionInputs {
  readonly divisionFolder: string;
  readonly countyFiles: readonly string[];
  readonly factsFolder: string;
  /** Code prefix of the region, e.g. "1408". */
  readonly prefix: string;
}

export interface TownshipWithSources extends Township {
  readonly sourceIds: readonly string[];
}

export interface AdministrativeAreas {
  readonly counties: readonly (CountyShape & { readonly povertyClass: PovertyClass })[];
  readonly townships: readonly TownshipWithSources[];
  readonly villages: readonly Village[];
  readonly screenings: readonly Screening[];
}

interface SeatFact {
  readonly seat: Position | null;
  readonly method: SeatMethod;
}

function listRows(folder: string, file: string, prefix: string): { code: string; name: string }[] {
  const text = readFileSync(join(folder, 'dist', file), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    .data.filter((row) => field(row, 'code').startsWith(prefix))
    .map((row) => ({ code: field(row, 'code'), name: field(row, 'name') }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function seatFacts(folder: string): ReadonlyMap<string, SeatFact> {
  return new Map(
    readCsv(join(folder, 'township-seats.csv')).map((row) => {
      const method = field(row, 'method') as SeatMethod;
      const seat = method === 'unknown' ? null : [Number(row['lng']), Number(row['lat'])];
      return [field(row, 'code'), { seat, method }];
    }),
  );
}

function allCells(
  counties: readonly CountyShape[],
  seats: ReadonlyMap<string, SeatFact>,
): ReadonlyMap<string, Areal> {
  const cells = new Map<string, Areal>();
  for (const county of counties) {
    const own = [...seats]
      .filter(([code]) => code.startsWith(county.code))
      .flatMap(([code, { seat }]) => (seat === null ? [] : [{ code, seat }]));
    townshipCells(county.geometry, own).forEach((cell, code) => cells.set(code, cell));
  }
  return cells;
}

function townshipOf(
  { code, name }: { code: string; name: string },
  fact: SeatFact | undefined,
  cell: Areal | undefined,
): TownshipWithSources {
  if (fact === undefined) throw new Error(`no seat row for township ${code} ${name}`);
  const { seat, method } = fact;
  return {
    code,
    name,
    countyCode: code.slice(0, 6),
    seat: seat === null ? null : [seat[0] ?? 0, seat[1] ?? 0],
    seatAccuracyMetres: method === 'unknown' ? null : SEAT_ACCURACY_METRES[method],
    seatMethod: method,
    geometry: cell ?? null,
    sourceIds: method === 'unknown' ? ['NBS2016'] : ['NBS2016', 'ADCODE', 'ECHARTS'],
  };
}

export function administrativeAreas(inputs: RegionInputs): AdministrativeAreas {
  const { divisionFolder, factsFolder, prefix } = inputs;
  const shapes = countyShapes(
    inputs.countyFiles
      .flatMap((path) => readJson<FeatureCollection<Areal, EchartsCounty>>(path).features)
      .filter(({ id }) => String(id).startsWith(prefix)),
  );
  const classes = readJson<Record<string, PovertyClass>>(join(factsFolder, 'poverty-classes.json'));
  const seats = seatFacts(factsFolder);
  const cells = allCells(shapes, seats);
  const countyByCode = new Map(shapes.map((shape) => [shape.code, shape.geometry]));
  const countyOf = (code: string): Areal => {
    const geometry = countyByCode.get(code.slice(0, 6));
    if (geometry === undefined) throw new Error(`no county for ${code}`);
    return geometry;
  };
  const known = readCsv(join(factsFolder, 'known-villages.csv')).map((row) => ({
    code: field(row, 'code'),
    name: field(row, 'name'),
    position: [Number(row['lng']), Number(row['lat'])],
    note: field(row, 'note'),
  }));
  const screenings = screenKnownVillages(
    known,
    countyOf,
    (code) => cells.get(code.slice(0, 9)) ?? null,
  );
  const usable = new Map(
    screenings
      .filter(({ refused }) => refused === null)
      .map(({ village }): [string, KnownPlace] => [
        village.code,
        {
          position: village.position,
          accuracyMetres: GAZETTEER_ACCURACY_METRES,
          method: 'gazetteer',
          sourceId: 'ADCODE',
        },
      ]),
  );
  const units = listRows(divisionFolder, 'villages.csv', prefix);
  const listed = listRows(divisionFolder, 'streets.csv', prefix);
  return {
    counties: shapes.map((shape) => {
      const povertyClass = classes[shape.code];
      if (povertyClass === undefined) throw new Error(`poverty-classes.json has no ${shape.code}`);
      return { ...shape, povertyClass };
    }),
    townships: listed.map((row) => townshipOf(row, seats.get(row.code), cells.get(row.code))),
    villages: listed.flatMap(({ code }) =>
      placeVillages({
        townshipCode: code,
        units: units.filter((unit) => unit.code.startsWith(code)),
        county: countyOf(code),
        cell: cells.get(code) ?? null,
        known: usable,
        listSourceId: 'NBS2016',
      }),
    ),
    screenings,
  };
}
