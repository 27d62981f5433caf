import { Button, Checkbox, InputNumber } from 'antd';
import type { Geometry } from 'geojson';
import type { ReactNode } from 'react';
import { formatDistance } from '../../ui/format';
import { NumberField } from '../../ui/number-field';
import { ProblemList } from '../../ui/problem-list';
import type { Outcome, Problem } from '../../domain/problem';
import type { Leg } from '../../geo/geodesic';
import type { MendedShape } from '../../geo/mend-shape';
import type { SnapKind } from '../../geo/snap-index';
import type { SketchView } from '../../map/draw/sketch-controller';
import type { TraceWay } from '../../map/draw/snapping';
import { SNAP_KIND_WORDS, TOOL_HINTS, areaText, bearingText, caughtText } from './draw-words';
import styles from './draw.module.css';
import { FaultList } from './fault-list';
import { TypedPlace } from './typed-place';

const MOST_CATCH_PIXELS = 40;
const MOST_HALF_WIDTH_METRES = 50_000;

export interface DrawPanelProps {
  readonly title: string;
  readonly isMeasure: boolean;
  readonly view: SketchView;
  readonly catchPixels: number;
  readonly catchKinds: ReadonlySet<SnapKind>;
  readonly tracing: TraceWay | null;
  readonly halfWidthMetres: number;
  readonly crsOptions: readonly { readonly value: string; readonly label: string }[];
  readonly onCatch: (pixels: number, kinds: ReadonlySet<SnapKind>) => void;
  readonly onTracing: (way: TraceWay | null) => void;
  readonly onHalfWidth: (metres: number) => void;
  readonly onLeg: (leg: Leg) => void;
  readonly onPlace: (text: string, crs: string) => readonly Problem[];
  readonly onUndo: () => void;
  readonly onFinish: () => void;
  readonly onCancel: () => void;
  readonly mend: () => Outcome<MendedShape> | null;
  readonly onPreview: (geometry: Geometry | null) => void;
  readonly onMended: (geometry: Geometry) => void;
  readonly onCopy: (text: string) => void;
}

interface Figure {
  readonly label: string;
  readonly value: string;
}

/** Figures of what is drawn, the place under the pointer included while there is one. */
export function sketchFigures({ tool, live, measure, places }: SketchView): readonly Figure[] {
  const { metres, squareMetres } = live?.measure ?? measure;
  const leg = live?.leg ?? null;
  const rows: (Figure | false)[] = [
    { label: '已标', value: `${places.length} 个点` },
    leg !== null && {
      label: '这一段',
      value: `${formatDistance(leg.metres)}，方位 ${bearingText(leg.bearingDegrees)}`,
    },
    metres > 0 && {
      label: squareMetres > 0 ? '周长' : '全长',
      value: formatDistance(metres),
    },
    squareMetres > 0 && { label: '面积', value: areaText(squareMetres) },
    live?.caught != null && { label: '捕捉到', value: caughtText(live.caught) },
  ];
  return tool === 'point' ? [] : rows.filter((row) => row !== false);
}

function Figures({ rows }: { readonly rows: readonly Figure[] }): ReactNode {
  return (
    <dl className={styles.figures}>
      {rows.map(({ label, value }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type CatchingProps = Pick<
  DrawPanelProps,
  'catchPixels' | 'catchKinds' | 'tracing' | 'onCatch' | 'onTracing'
>;

function Catching(props: CatchingProps): ReactNode {
  const { catchPixels, catchKinds, tracing } = props;
  const toggled = (kind: SnapKind): ReadonlySet<SnapKind> => {
    const next = new Set(catchKinds);
    if (!next.delete(kind)) next.add(kind);
    return next;
  };
  return (
    <details>
      <summary>
        {catchPixels > 0 ? `捕捉：${catchPixels} 像素内（按住 Alt 暂停）` : '捕捉：已关闭'}
      </summary>
      <p className={styles.note}>橙色方框是捕捉到顶点，圆圈是捕捉到边线。</p>
      <div className={styles.line}>
        <span>范围</span>
        <InputNumber
          size="small"
          aria-label="捕捉范围（像素，0 为关闭）"
          suffix="像素"
          min={0}
          max={MOST_CATCH_PIXELS}
          style={{ width: 100 }}
          value={catchPixels}
          onChange={(pixels) => pixels !== null && props.onCatch(pixels, catchKinds)}
        />
      </div>
      <div className={styles.line}>
        {(Object.keys(SNAP_KIND_WORDS) as SnapKind[]).map((kind) => (
          <Checkbox
            key={kind}
            checked={catchKinds.has(kind)}
            onChange={() => props.onCatch(catchPixels, toggled(kind))}
          >
            {SNAP_KIND_WORDS[kind]}
          </Checkbox>
        ))}
      </div>
      {tracing && (
        <div className={styles.line}>
          <Checkbox
            checked={tracing === 'other'}
            onChange={({ target }) => props.onTracing(target.checked ? 'other' : 'shorter')}
          >
            沿另一侧绕（Shift+T）
          </Checkbox>
        </div>
      )}
    </details>
  );
}

interface ButtonsProps extends Pick<
  DrawPanelProps,
  'tracing' | 'onTracing' | 'onFinish' | 'onUndo' | 'onCancel' | 'onCopy'
> {
  readonly isFinished: boolean;
  readonly canFinish: boolean;
  readonly canUndo: boolean;
  /** A result to copy; null: nothing is measured. */
  readonly copied: string | null;
}

function Buttons(props: ButtonsProps): ReactNode {
  const { isFinished, tracing, copied } = props;
  return (
    <div className={styles.line}>
      {!isFinished && (
        <>
          <Button
            size="small"
            type="primary"
            disabled={!props.canFinish}
            title="Enter"
            onClick={props.onFinish}
          >
            完成
          </Button>
          <Button size="small" disabled={!props.canUndo} title="Backspace" onClick={props.onUndo}>
            退一点
          </Button>
          <Button
            size="small"
            aria-pressed={tracing !== null}
            type={tracing ? 'primary' : 'default'}
            title="在同一条边界、河流或道路上捕捉两点，沿它描绘（T）"
            onClick={() => props.onTracing(tracing ? null : 'shorter')}
          >
            沿线描绘
          </Button>
        </>
      )}
      {copied !== null && (
        <Button size="small" disabled={copied === ''} onClick={() => props.onCopy(copied)}>
          复制结果
        </Button>
      )}
      <Button size="small" title="Esc" onClick={props.onCancel}>
        {isFinished ? '关闭' : '取消'}
      </Button>
    </div>
  );
}

function resultText(view: SketchView): string {
  return sketchFigures(view)
    .filter(({ label }) => label !== '已标')
    .map(({ label, value }) => `${label} ${value}`)
    .join('，');
}

/**
 * What is being drawn or measured: figures, figures to type, catching, faults. It renders with every move of the pointer, so
 * that parts which stay as they are get only what they need.
 */
export function DrawPanel(props: DrawPanelProps): ReactNode {
  const { view, title, tracing } = props;
  const { tool } = view;
  const takesLegs = tool !== 'freehand' && tool !== 'freehand-line';
  return (
    <section className={styles.panel} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.note}>
        {view.isFinished ? '结果保留到按 Esc；再单击重新量。' : TOOL_HINTS[tool]}
      </p>
      <Figures rows={sketchFigures(view)} />
      {tool === 'corridor' && (
        <div className={styles.line}>
          <span>半宽</span>
          <NumberField
            label="半宽"
            unit="米"
            value={props.halfWidthMetres}
            min={1}
            max={MOST_HALF_WIDTH_METRES}
            step={50}
            onChange={props.onHalfWidth}
          />
        </div>
      )}
      {view.problem && <ProblemList problems={[view.problem]} announce />}
      {view.faults.length > 0 && (
        <FaultList
          key={view.places.length}
          faults={view.faults}
          mend={props.mend}
          onPreview={props.onPreview}
          onAccept={props.onMended}
        />
      )}
      <Buttons
        isFinished={view.isFinished}
        canFinish={view.canFinish && view.faults.length === 0}
        canUndo={view.places.length > 0}
        copied={props.isMeasure ? resultText(view) : null}
        tracing={tracing}
        onTracing={props.onTracing}
        onFinish={props.onFinish}
        onUndo={props.onUndo}
        onCancel={props.onCancel}
        onCopy={props.onCopy}
      />
      {!view.isFinished && (
        <p className={styles.note}>
          {tracing
            ? '沿线描绘：先后点同一条边界、河流或道路上的两点；Shift+T 走另一侧，再按 T 关闭。'
            : 'Enter 完成 · Backspace 退一点 · Esc 取消 · T 沿边界、河流、道路描绘'}
        </p>
      )}
      {takesLegs && !view.isFinished && (
        <details>
          <summary>录入下一点</summary>
          <TypedPlace
            crsOptions={props.crsOptions}
            canGoOn={view.places.length > 0}
            isRadius={tool === 'circle' && view.places.length === 1}
            onLeg={props.onLeg}
            onPlace={props.onPlace}
          />
        </details>
      )}
      {takesLegs && !view.isFinished && (
        <Catching
          catchPixels={props.catchPixels}
          catchKinds={props.catchKinds}
          tracing={tracing}
          onCatch={props.onCatch}
          onTracing={props.onTracing}
        />
      )}
    </section>
  );
}
