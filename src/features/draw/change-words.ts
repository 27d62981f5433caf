// What an edit changes in a shape, in words: sizes before and after. Pure.
import type { Geometry } from 'geojson';
import { lengthText } from '../../domain/units';
import { polygonAreaSquareMetres } from '../../geo/area';
import { pathsOf } from '../../geo/edit-paths';
import { pathMeasure } from '../../geo/path-measure';
import { areaText } from './draw-words';
import { isArea, isLine } from './shape-ops';

/** Shapes that take the place of others; of a split several come, of a merger several go. */
export interface ShapeChange {
  readonly before: readonly Geometry[];
  readonly after: readonly Geometry[];
}

function metresOf(geometry: Geometry): number {
  return pathsOf(geometry).reduce(
    (sum, { positions }) => sum + pathMeasure(positions, false).metres,
    0,
  );
}

/** Square metres of an area, metres of a line, 0 of a point: to tell which of several shapes is the largest. */
export function sizeOf(geometry: Geometry): number {
  if (isArea(geometry)) return polygonAreaSquareMetres(geometry);
  return isLine(geometry) ? metresOf(geometry) : 0;
}

function sizeText(geometries: readonly Geometry[]): string {
  const sum = geometries.reduce((total, geometry) => total + sizeOf(geometry), 0);
  if (geometries.every(isArea)) return `面积 ${areaText(sum)}`;
  return geometries.every(isLine) ? `长 ${lengthText(sum)}` : '';
}

/** Lines that say how large the shapes were and will be, part by part where there are several. */
export function changeLines({ before, after }: ShapeChange): readonly string[] {
  const parts = (word: string, geometries: readonly Geometry[]): string[] =>
    geometries.length < 2
      ? []
      : geometries
          .toSorted((a, b) => sizeOf(b) - sizeOf(a))
          .map((geometry, at) => `${word}第 ${at + 1} 块：${sizeText([geometry])}`);
  const sides = [
    { word: '现在', geometries: before },
    { word: '改后', geometries: after },
  ];
  return sides.flatMap(({ word, geometries }) => {
    const size = sizeText(geometries);
    return size === '' ? [] : [`${word}：${size}`, ...parts(word, geometries)];
  });
}

/** All in one, for the map. */
export function shownTogether(geometries: readonly Geometry[]): Geometry {
  const [only, ...others] = geometries;
  return only && others.length === 0
    ? only
    : { type: 'GeometryCollection', geometries: [...geometries] };
}
