// Other ways to list the villages within a distance of one shape, as an engineer would build them from npm.
// Each prepares the villages once (not timed) and then answers a shape from its GeoJSON (timed, everything included).
import {
  booleanPointInPolygon,
  buffer,
  featureCollection,
  point,
  pointsWithinPolygon,
} from '@turf/turf';
import CheapRuler from 'cheap-ruler';
import type { Feature, LineString, Point, Polygon, Position } from 'geojson';
import initGeos from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import KDBush from 'kdbush';
import proj4 from 'proj4';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villagesWithinInto } from '../../src/geo/villages-distances';
import type { Columns } from './clustered-villages';

export type BenchShape = LineString | Polygon;

export interface Contender {
  readonly name: string;
  /** Places of the villages within `metres`, in any order. */
  readonly within: (shape: BenchShape, metres: number) => ArrayLike<number>;
}

function pathsOf(shape: BenchShape): readonly (readonly Position[])[] {
  return shape.type === 'LineString' ? [shape.coordinates] : shape.coordinates;
}

interface Box {
  readonly box: readonly [number, number, number, number];
  readonly middle: number;
}

/** The shape's bounds widened by the distance, in degrees. */
export function reachBox(shape: BenchShape, metres: number): Box {
  const all = pathsOf(shape).flat();
  const lngs = all.map(([x = 0]) => x);
  const lats = all.map(([, y = 0]) => y);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const up = metres / 110_500;
  const wide = up / Math.cos(((Math.max(Math.abs(south), Math.abs(north)) + up) * Math.PI) / 180);
  const box = [Math.min(...lngs) - wide, south - up, Math.max(...lngs) + wide, north + up] as const;
  return { box, middle: (south + north) / 2 };
}

function inBox(tree: KDBush, { box }: Box): number[] {
  return tree.range(box[0], box[1], box[2], box[3]);
}

export function kdTree({ lng, lat }: Columns): KDBush {
  const tree = new KDBush(lng.length);
  lng.forEach((x, at) => tree.add(x, lat[at] ?? 0));
  return tree.finish();
}

export function cuntu({ lng, lat }: Columns): Contender {
  const index = villageIndex(lng, lat);
  const out = new Uint32Array(lng.length);
  return {
    name: 'Cuntu, shape rebuilt',
    within: (shape, metres) =>
      out.subarray(0, villagesWithinInto(index, projectShape(shape), metres, out)),
  };
}

export function turfFeatures({ lng, lat }: Columns): Feature<Point>[] {
  return Array.from(lng, (x, at) => point([x, lat[at] ?? 0], { at }));
}

export function turfNaive(columns: Columns): Contender {
  const villages = featureCollection(turfFeatures(columns));
  return {
    name: '@turf/buffer + pointsWithinPolygon',
    within(shape, metres) {
      const grown = buffer(shape, metres / 1000, { units: 'kilometers' });
      if (grown === undefined) return [];
      return pointsWithinPolygon(villages, grown).features.map((each) =>
        Number(each.properties?.['at']),
      );
    },
  };
}

export function kdTurf(columns: Columns, tree: KDBush): Contender {
  const { lng, lat } = columns;
  return {
    name: 'kdbush + @turf/buffer + booleanPointInPolygon',
    within(shape, metres) {
      const grown = buffer(shape, metres / 1000, { units: 'kilometers' });
      if (grown === undefined) return [];
      return inBox(tree, reachBox(shape, metres)).filter((at) =>
        booleanPointInPolygon([lng[at] ?? 0, lat[at] ?? 0], grown),
      );
    },
  };
}

export function kdRuler(columns: Columns, tree: KDBush): Contender {
  const { lng, lat } = columns;
  return {
    name: 'kdbush + cheap-ruler',
    within(shape, metres) {
      const reach = reachBox(shape, metres);
      const ruler = new CheapRuler(reach.middle, 'meters');
      return inBox(tree, reach).filter((at) => {
        const place: [number, number] = [lng[at] ?? 0, lat[at] ?? 0];
        if (shape.type === 'Polygon' && booleanPointInPolygon(place, shape)) return true;
        return pathsOf(shape).some((path) => {
          const line = path as [number, number][];
          return ruler.distance(place, ruler.pointOnLine(line, place).point) <= metres;
        });
      });
    },
  };
}

/** UTM of the shape's middle: the plane an engineer would choose. Candidates are projected as they are met. */
export async function kdGeos(columns: Columns, tree: KDBush): Promise<Contender> {
  const geos = await initGeos();
  const { lng, lat } = columns;
  return {
    name: 'kdbush + geos-wasm prepared distance, UTM',
    within(shape, metres) {
      const reach = reachBox(shape, metres);
      const zone = Math.floor(((reach.box[0] + reach.box[2]) / 2 + 180) / 6) + 1;
      const utm = proj4(`+proj=utm +zone=${zone} +datum=WGS84`);
      const flat = (path: readonly Position[]): Position[] =>
        path.map((each) => utm.forward([...each]));
      const plane: BenchShape =
        shape.type === 'LineString'
          ? { type: 'LineString', coordinates: flat(shape.coordinates) }
          : { type: 'Polygon', coordinates: shape.coordinates.map(flat) };
      const geometry = geojsonToGeosGeom(plane, geos);
      const prepared = geos.GEOSPrepare(geometry);
      const found = inBox(tree, reach).filter((at) => {
        const [x = 0, y = 0] = utm.forward([lng[at] ?? 0, lat[at] ?? 0]);
        const place = geos.GEOSGeom_createPointFromXY(x, y);
        const near = geos.GEOSPreparedDistanceWithin(prepared, place, metres) === 1;
        geos.GEOSGeom_destroy(place);
        return near;
      });
      geos.GEOSPreparedGeom_destroy(prepared);
      geos.GEOSGeom_destroy(geometry);
      return found;
    },
  };
}
