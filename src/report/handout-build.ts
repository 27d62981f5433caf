// Pack, estimate and answers → the hand-out's model. Colours come in from the app, which knows the map's palette. Coordinates
// are rounded to 1e-5 degrees (1 m), far below every stated accuracy, to keep the file small.
import type { Geometry, Position } from 'geojson';
import type { CoverageResult } from '../analysis/coverage-result';
import { type PovertyEstimate, villageEstimateAt } from '../analysis/poverty-estimate';
import type { County, Township } from '../domain/administrative';
import type { BaseFeature } from '../domain/base-layer';
import type { PackIndex } from '../domain/pack-index';
import { SPREAD_WORDS } from '../domain/wording';
import type {
  HandoutAnswer,
  HandoutArea,
  HandoutLine,
  HandoutModel,
  HandoutPath,
  HandoutVillages,
} from './handout-model';

const DECIMALS = 1e5;
const NO_FIGURE = '无数据';

const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS;

function flat(positions: readonly Position[]): HandoutPath {
  return positions.flatMap(([lng = 0, lat = 0]) => [rounded(lng), rounded(lat)]);
}

/** Lines and rings of a geometry; points apart. */
export function pathsOf(geometry: Geometry): {
  readonly paths: readonly HandoutPath[];
  readonly points: HandoutPath;
} {
  switch (geometry.type) {
    case 'Point':
      return { paths: [], points: flat([geometry.coordinates]) };
    case 'MultiPoint':
      return { paths: [], points: flat(geometry.coordinates) };
    case 'LineString':
      return { paths: [flat(geometry.coordinates)], points: [] };
    case 'MultiLineString':
    case 'Polygon':
      return { paths: geometry.coordinates.map(flat), points: [] };
    case 'MultiPolygon':
      return { paths: geometry.coordinates.flat().map(flat), points: [] };
    case 'GeometryCollection': {
      const parts = geometry.geometries.map(pathsOf);
      return {
        paths: parts.flatMap(({ paths }) => paths),
        points: parts.flatMap(({ points }) => points),
      };
    }
  }
}

const AREA_TYPES: readonly Geometry['type'][] = ['Polygon', 'MultiPolygon'];

export interface LineStyle {
  readonly colour: string;
  readonly width: number;
  readonly isDashed: boolean;
}

export function handoutLine(geometry: Geometry, style: LineStyle): HandoutLine {
  return { ...style, isArea: AREA_TYPES.includes(geometry.type), ...pathsOf(geometry) };
}

export function countyAreas(counties: readonly County[]): readonly HandoutArea[] {
  return counties.map(({ code, name, labelPoint, geometry }) => ({
    code,
    name,
    rings: pathsOf(geometry).paths,
    label: [rounded(labelPoint[0]), rounded(labelPoint[1])],
  }));
}

/** A township without a cell of its own stays in the list, with nothing to draw: villages name it by its place. */
export function townshipAreas(townships: readonly Township[]): readonly HandoutArea[] {
  return townships.map(({ code, name, seat, geometry }) => {
    const rings = geometry === null ? [] : pathsOf(geometry).paths;
    const [lng, lat] = seat ?? [rings[0]?.[0] ?? Number.NaN, rings[0]?.[1] ?? Number.NaN];
    return { code, name, rings, label: [rounded(lng), rounded(lat)] };
  });
}

const RIVER_WIDTHS = { 1: 2.2, 2: 1.4, 3: 0.8 } as const;
/** Colour of an area by kind; kinds without one are lines or not drawn. */
const AREA_COLOURS: Readonly<Partial<Record<BaseFeature['kind'], keyof BaseColours>>> = {
  lake: 'lake',
  reservoir: 'lake',
  mountain: 'mountain',
  hill: 'mountain',
  tableland: 'tableland',
};

export interface BaseColours {
  readonly river: string;
  readonly lake: string;
  readonly mountain: string;
  readonly tableland: string;
}

/** Rivers and canals, lakes, relief as areas. */
function baseLines(features: readonly BaseFeature[], colours: BaseColours): readonly HandoutLine[] {
  return features.flatMap(({ kind, geometry, rank, schematic }) => {
    const style = { width: RIVER_WIDTHS[rank], isDashed: schematic };
    if (!AREA_TYPES.includes(geometry.type)) {
      const isWater = kind === 'river' || kind === 'canal';
      return isWater ? [handoutLine(geometry, { ...style, colour: colours.river })] : [];
    }
    const colour = AREA_COLOURS[kind];
    if (colour === undefined) return [];
    return [handoutLine(geometry, { ...style, isDashed: false, colour: colours[colour] })];
  });
}

const WATERS: readonly BaseFeature['kind'][] = ['river', 'canal', 'lake', 'reservoir'];

export function baseOf(
  features: readonly BaseFeature[],
  colours: BaseColours,
): Pick<HandoutModel, 'waters' | 'relief'> {
  const isWater = ({ kind }: BaseFeature): boolean => WATERS.includes(kind);
  return {
    waters: baseLines(features.filter(isWater), colours),
    relief: baseLines(
      features.filter((feature) => !isWater(feature)),
      colours,
    ),
  };
}

const tenth = (value: number): number | null =>
  Number.isFinite(value) ? Math.round(value * 10) / 10 : null;

export function handoutVillages(
  index: PackIndex,
  estimate: PovertyEstimate,
): Omit<HandoutVillages, 'dotSizes'> {
  const { villages, townships } = index.pack;
  const placeOf = new Map(townships.map(({ code }, at) => [code, at]));
  const bases = [NO_FIGURE, ...Object.values(SPREAD_WORDS)];
  const estimates = villages.map((_, at) => villageEstimateAt(estimate, at));
  return {
    codes: villages.map(({ code }) => code),
    names: villages.map(({ name }) => name),
    townships: villages.map(({ townshipCode }) => placeOf.get(townshipCode) ?? -1),
    positions: flat(villages.map(({ position }) => [...position])),
    isKnown: villages.map(({ positionMethod: method }) =>
      method === 'within-township' || method === 'within-county' ? 0 : 1,
    ),
    households: estimates.map(({ households }) => tenth(households)),
    persons: estimates.map(({ persons }) => tenth(persons)),
    basis: estimates.map(({ spreadFrom }) =>
      bases.indexOf(spreadFrom === null ? NO_FIGURE : SPREAD_WORDS[spreadFrom]),
    ),
    bases,
  };
}

/** The answer by village; distances to 0.1 m as in the lists. */
export function handoutAnswer(
  result: CoverageResult,
  nameOf: (id: string) => string,
): HandoutAnswer {
  const { states, nearestDistanceMetres, nearestTarget, targetIds } = result;
  return {
    states: [...states].join(''),
    distances: Array.from(nearestDistanceMetres, tenth),
    nearest: [...nearestTarget],
    projectNames: targetIds.map(nameOf),
  };
}
