// What drawing says: names of tools, and the lines beside the pointer. Pure.
import type { SnapHit, SnapKind } from '../../geo/snap-index';
import { amountText } from '../../domain/field-text';
import { lengthText } from '../../domain/units';
import { type SketchTool, TOOL_RULES } from '../../map/draw/sketch';
import type { SketchView } from '../../map/draw/sketch-controller';

export const TOOL_WORDS: Readonly<Record<SketchTool, string>> = {
  point: '点',
  linestring: '线',
  polygon: '面',
  rectangle: '矩形',
  'slanted-rectangle': '斜矩形',
  circle: '圆',
  freehand: '手绘面',
  'freehand-line': '手绘线',
  corridor: '沿线带',
};

export const TOOL_HINTS: Readonly<Record<SketchTool, string>> = {
  point: '单击一点',
  linestring: '逐点单击；双击、Enter 或再点最后一点完成',
  polygon: '逐点单击；双击、Enter 或点第一点完成',
  rectangle: '单击两个对角',
  'slanted-rectangle': '单击一条边的两端，再单击对边上一点',
  circle: '单击圆心，再单击圆上一点，或录入半径',
  freehand: '按住画一圈，松开完成',
  'freehand-line': '按住画线，松开完成',
  corridor: '画中线，完成后按半宽加宽',
};

export const SNAP_KIND_WORDS: Readonly<Record<SnapKind, string>> = {
  boundary: '边界',
  river: '河湖',
  road: '道路',
  object: '项目和对象',
};

/** 0 ≤ bearing < 360, clockwise from true north. */
export function bearingText(bearingDegrees: number): string {
  const turned = ((bearingDegrees % 360) + 360) % 360;
  // What rounds to 360 is north.
  return `${(Math.round(turned * 10) / 10) % 360}°`;
}

/** Both units that planners speak of. */
export function areaText(squareMetres: number): string {
  return `${amountText(squareMetres, 'mu', 1)}（${amountText(squareMetres, 'square-kilometre', 3)}）`;
}

export function caughtText({ target, on }: SnapHit): string {
  return `${target.name} · ${on === 'vertex' ? '顶点' : '边线'}`;
}

/** Beside the pointer: the leg, the whole, and what is caught. */
export function readoutText({ tool, live }: SketchView): string {
  if (!live) return '';
  const { leg, measure, caught, isTraced } = live;
  const { kind } = TOOL_RULES[tool];
  const bearing = leg && !isTraced ? `方位 ${bearingText(leg.bearingDegrees)}` : null;
  const whole = kind === 'ring' ? '周长' : '全长';
  return [
    leg && (bearing ? `${lengthText(leg.metres)} · ${bearing}` : '沿线描绘'),
    leg && kind !== 'point' && measure.metres > 0 && `${whole} ${lengthText(measure.metres)}`,
    measure.squareMetres > 0 && `面积 ${areaText(measure.squareMetres)}`,
    caught && caughtText(caught),
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}
