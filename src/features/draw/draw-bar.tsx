import {
  Cable,
  Circle,
  Combine,
  Copy,
  Dot,
  Lasso,
  Move,
  PaintBucket,
  Pentagon,
  RectangleHorizontal,
  RotateCw,
  Ruler,
  Scaling,
  Scissors,
  Signature,
  Slice,
  Spline,
  Square,
  SquareDashed,
  SquareSquare,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import type { Geometry } from 'geojson';
import { type ReactNode, useState } from 'react';
import type { SketchTool } from '../../map/draw/sketch';
import { TOOL_HINTS, TOOL_WORDS } from './draw-words';
import styles from './draw.module.css';
import {
  DRAWN_OP_WORDS,
  type DrawnOp,
  FIGURE_OP_WORDS,
  type FigureOp,
  figureOpsOf,
  toolOfOp,
} from './shape-ops';

const TOOLS: Readonly<Record<SketchTool, LucideIcon>> = {
  point: Dot,
  linestring: Waypoints,
  polygon: Pentagon,
  rectangle: RectangleHorizontal,
  'slanted-rectangle': Slice,
  circle: Circle,
  freehand: Lasso,
  'freehand-line': Signature,
  corridor: Spline,
};
const DRAWN_OPS: Readonly<Record<DrawnOp, LucideIcon>> = {
  split: Scissors,
  reshape: Spline,
  'cut-hole': SquareSquare,
  'fill-hole': PaintBucket,
};
const FIGURE_OPS: Readonly<Record<FigureOp, LucideIcon>> = {
  widen: Cable,
  offset: SquareDashed,
  move: Move,
  rotate: RotateCw,
  scale: Scaling,
};

export type MeasureTool = 'linestring' | 'polygon';

export interface DrawBarProps {
  /** Plan object that can get or change its place; null: only measuring. */
  readonly object: { readonly name: string; readonly geometry: Geometry | null } | null;
  /** What is under way, so that its button is pressed. */
  readonly active: SketchTool | DrawnOp | FigureOp | 'measure-length' | 'measure-area' | null;
  readonly onMeasure: (tool: MeasureTool) => void;
  readonly onDraw: (tool: SketchTool) => void;
  readonly onDrawnOp: (op: DrawnOp, tool: SketchTool) => void;
  readonly onFigureOp: (op: FigureOp) => void;
  readonly onCopy: () => void;
  /** Joins the object with others; null where nothing fits. */
  readonly onMerge: (() => void) | null;
}

interface BarButton {
  readonly id: string;
  readonly word: string;
  readonly hint: string;
  readonly icon: LucideIcon;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Bar({
  label,
  buttons,
  active,
}: {
  readonly label: string;
  readonly buttons: readonly BarButton[];
  readonly active: string | null;
}): ReactNode {
  return (
    <div className={styles.bar} role="group" aria-label={label}>
      {buttons.map(({ id, word, hint, icon: Icon, disabled = false, onClick }) => (
        <button
          key={id}
          type="button"
          title={hint}
          disabled={disabled}
          aria-pressed={active === id}
          onClick={onClick}
        >
          <Icon size={15} aria-hidden />
          {word}
        </button>
      ))}
    </div>
  );
}

function opButtons(props: DrawBarProps, geometry: Geometry): readonly BarButton[] {
  const drawn = (Object.keys(DRAWN_OPS) as DrawnOp[]).flatMap((op): BarButton[] => {
    const tool = toolOfOp(op, geometry);
    if (!tool) return [];
    const hint = `${DRAWN_OP_WORDS[op]}：${TOOL_HINTS[tool]}，先看预览再确定`;
    const onClick = (): void => props.onDrawnOp(op, tool);
    return [{ id: op, word: DRAWN_OP_WORDS[op], hint, icon: DRAWN_OPS[op], onClick }];
  });
  const figures = figureOpsOf(geometry).map((op) => ({
    id: op,
    word: FIGURE_OP_WORDS[op],
    hint: `${FIGURE_OP_WORDS[op]}：录入数字，先看预览再确定`,
    icon: FIGURE_OPS[op],
    onClick: () => props.onFigureOp(op),
  }));
  const copy = {
    id: 'copy',
    word: '复制',
    hint: '在原处复制成一个新对象，再平移',
    icon: Copy,
    onClick: props.onCopy,
  };
  const { onMerge } = props;
  const merge = {
    id: 'merge',
    word: '合并',
    hint: '与相接或相交的同类对象合成一个，先看预览再确定',
    icon: Combine,
    disabled: onMerge === null,
    onClick: () => onMerge?.(),
  };
  return [...drawn, ...figures, copy, merge];
}

/** Tools over the map: measuring always, drawing and editing for the selected plan object. */
export function DrawBar(props: DrawBarProps): ReactNode {
  const { object, active } = props;
  const [isEditing, setEditing] = useState(false);
  const measures: readonly BarButton[] = [
    {
      id: 'measure-length',
      word: '量距',
      hint: '量距离（L）',
      icon: Ruler,
      onClick: () => props.onMeasure('linestring'),
    },
    {
      id: 'measure-area',
      word: '量面积',
      hint: '量面积（A）',
      icon: Square,
      onClick: () => props.onMeasure('polygon'),
    },
  ];
  if (!object) return <Bar label="量测" buttons={measures} active={active} />;
  const draws = (Object.keys(TOOLS) as SketchTool[]).map((tool) => ({
    id: tool,
    word: TOOL_WORDS[tool],
    hint: `${TOOL_WORDS[tool]}：${TOOL_HINTS[tool]}`,
    icon: TOOLS[tool],
    onClick: () => props.onDraw(tool),
  }));
  const { geometry } = object;
  const edit: BarButton = {
    id: 'editing',
    word: '编辑图形',
    hint: geometry ? '切开、挖洞、偏移、平移……' : '还没有位置',
    icon: Scissors,
    disabled: geometry === null,
    onClick: () => setEditing(!isEditing),
  };
  const showsOps = isEditing && geometry !== null;
  return (
    <>
      <Bar
        label="标绘"
        buttons={[...draws, edit, ...measures]}
        active={showsOps && !active ? 'editing' : active}
      />
      {showsOps && <Bar label="编辑图形" buttons={opButtons(props, geometry)} active={active} />}
    </>
  );
}
