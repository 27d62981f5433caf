// Names of constant size that never overlap: counties first, then townships, villages from a close view.
import type { HandoutModel } from '../handout-model';
import type { Camera } from './camera';
import { svg } from './dom';
import type { Projection } from './projection';

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly kind: 'county' | 'township' | 'village';
  /** Pixels a unit from which it is written. */
  readonly from: number;
}

const TOWNSHIP_FROM = 1.5;
const VILLAGE_FROM = 9;
const MOST_LABELS = 260;

export function labelsOf(model: HandoutModel, projection: Projection): readonly Label[] {
  const areaLabels = (kind: 'county' | 'township'): readonly Label[] => {
    const isCounty = kind === 'county';
    return (isCounty ? model.counties : model.townships).flatMap(({ name, label }): Label[] => {
      const [x, y] = projection.place(label[0], label[1]);
      const size = isCounty ? 15 : 12;
      // JSON has no NaN: a township without place has null there.
      return label[0] === null || !Number.isFinite(x)
        ? []
        : [{ text: name, x, y, size, kind, from: isCounty ? 0 : TOWNSHIP_FROM }];
    });
  };
  const { names, positions } = model.villages;
  const villages = names.map((text, at): Label => {
    const [x, y] = projection.place(positions[at * 2] as number, positions[at * 2 + 1] as number);
    return { text, x, y, size: 11, kind: 'village', from: VILLAGE_FROM };
  });
  return [...areaLabels('county'), ...areaLabels('township'), ...villages];
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const meets = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Writes into `layer` the labels that have room in this view. */
export function drawLabels(
  layer: SVGGElement,
  labels: readonly Label[],
  camera: Camera,
  width: number,
  height: number,
): void {
  const boxes: Box[] = [];
  const texts: SVGTextElement[] = [];
  for (const { text, x, y, size, kind, from } of labels) {
    if (camera.scale < from || texts.length >= MOST_LABELS) continue;
    const [left, top] = [camera.x + x * camera.scale, camera.y + y * camera.scale];
    if (left < 0 || top < 0 || left > width || top > height) continue;
    const half = (text.length * size) / 2 + 2;
    const below = kind === 'village' ? 12 : 0;
    const box: Box = [left - half, top + below - size, left + half, top + below + 4];
    if (boxes.some((other) => meets(other, box))) continue;
    boxes.push(box);
    texts.push(
      svg('text', { x: left.toFixed(1), y: (top + below).toFixed(1), class: `label ${kind}` }, [
        text,
      ]),
    );
  }
  layer.replaceChildren(...texts);
}
