// Planning cells of townships: Voronoi of the seats in the county's local plane, cut to the county polygon.
// A township without a known seat gets no cell; its ground falls to its neighbours.
import { featureCollection, intersect, polygon } from '@turf/turf';
import { Delaunay } from 'd3-delaunay';
import type { Position } from 'geojson';
import { localPlane } from './local-plane';
import { type Areal, cornersOf, mapAreal } from './planar';
import { publishedAreal } from './published-geometry';

/** How far beyond the county the Voronoi diagram reaches, so that clipping alone decides the outline. */
const MARGIN_METRES = 100_000;

export interface Seat {
  readonly code: string;
  readonly seat: Position;
}

/** Cells by township code for the seats of one county. The cells tile `county`. WGS84 in and out. */
export function townshipCells(county: Areal, seats: readonly Seat[]): ReadonlyMap<string, Areal> {
  const centre = cornersOf(county)[0] ?? [0, 0];
  const plane = localPlane(centre);
  const outline = mapAreal(county, plane.toMetres);
  const corners = cornersOf(outline);
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  const voronoi = Delaunay.from(seats.map(({ seat }) => plane.toMetres(seat))).voronoi([
    Math.min(...xs) - MARGIN_METRES,
    Math.min(...ys) - MARGIN_METRES,
    Math.max(...xs) + MARGIN_METRES,
    Math.max(...ys) + MARGIN_METRES,
  ]);
  const cells = new Map<string, Areal>();
  seats.forEach(({ code }, index) => {
    const cell = polygon([voronoi.cellPolygon(index) as Position[]]);
    const clipped = intersect(
      featureCollection([cell, { type: 'Feature', properties: {}, geometry: outline }]),
    );
    if (clipped === null) throw new Error(`township ${code}: its cell lies outside the county`);
    cells.set(code, publishedAreal(mapAreal(clipped.geometry, plane.toDegrees)));
  });
  return cells;
}
