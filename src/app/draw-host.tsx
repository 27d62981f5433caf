import type { Geometry, Position } from 'geojson';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { openScenario } from '../document/plan-document';
import type { PlanObject } from '../domain/plan-object';
import type { Problem } from '../domain/problem';
import { parseCoordinates } from '../features/alignments/parse-coordinates';
import { ChangeForm } from '../features/draw/change-form';
import { DrawBar } from '../features/draw/draw-bar';
import { DrawPanel } from '../features/draw/draw-panel';
import { FigureForm } from '../features/draw/figure-form';
import { FaultList } from '../features/draw/fault-list';
import styles from '../features/draw/draw.module.css';
import { type DrawnOp, FIGURE_OP_WORDS, type FigureOp } from '../features/draw/shape-ops';
import { crsOptions } from '../features/plan/place-view';
import { mendedShape } from '../geo/mend-shape';
import { shapeFaults } from '../geo/shape-faults';
import { parseCrs } from '../io/crs';
import { converterFrom } from '../io/crs-convert';
import type { MapView } from '../map/map-view';
import { useMessages } from '../ui/messages';
import { comparedScenarios } from './compared-scenarios';
import { beginDraw, beginMeasure, endDraw, patchDraw, useDrawStore } from './draw-store';
import { changeObject } from './plan-edits';
import { usePlanSession } from './plan-store';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { useDrawRun } from './use-draw-run';
import { useObjectTools } from './use-object-tools';
import { useShapePreview } from './use-shape-preview';
import { useWorkspace } from './workspace';

export interface DrawHostProps {
  readonly view: MapView | null;
  readonly analysis: Analysis;
  /** A place is being moved by its handles: the tools stand back. */
  readonly isAdjusting: boolean;
  /** Ends what else is done with the pointer on the map. */
  readonly onBegin: () => void;
}

const NO_FAULTS: readonly Position[] = [];

/** Typed in a coordinate system of the user's choice; the place goes into the drawing. */
function usePlaceTyping(): (text: string, crs: string) => readonly Problem[] {
  const { pack } = useWorkspace();
  return (text, crs) => {
    const system = parseCrs(crs);
    if (!system.ok) return system.problems;
    const options = { mode: 'point', bbox: pack.bbox, swapAxes: false } as const;
    const parsed = parseCoordinates(text, { ...options, convert: converterFrom(system.value) });
    if (!parsed.ok) return parsed.problems;
    const { session } = useDrawStore.getState();
    const places = parsed.value.type === 'Point' ? [parsed.value.coordinates] : [];
    for (const place of places) session?.type(place);
    return parsed.notes;
  };
}

function Drawing({ onPreview }: { readonly onPreview: (geometry: Geometry | null) => void }) {
  const { pack } = useWorkspace();
  const message = useMessages();
  const state = useDrawStore();
  const onPlace = usePlaceTyping();
  const { task, session, view } = state;
  useEffect(() => () => onPreview(null), [task, onPreview]);
  if (!task || !view) return null;
  return (
    <DrawPanel
      {...state}
      view={view}
      title={task.title}
      isMeasure={task.isMeasure}
      crsOptions={crsOptions(pack.bbox)}
      onCatch={(catchPixels, catchKinds) => patchDraw({ catchPixels, catchKinds })}
      onTracing={(tracing) => patchDraw({ tracing })}
      onHalfWidth={(halfWidthMetres) => patchDraw({ halfWidthMetres })}
      onLeg={(leg) => session?.type(leg)}
      onPlace={onPlace}
      onUndo={() => session?.undo()}
      onFinish={() => session?.finish()}
      onCancel={() => endDraw()}
      mend={() => session?.mended() ?? null}
      onPreview={onPreview}
      onMended={(geometry) => session?.end(geometry)}
      onCopy={(text) => {
        navigator.clipboard.writeText(text).then(
          () => void message.success(`已复制：${text}`),
          () => void message.error('浏览器不允许复制，请手动选取。'),
        );
      }}
    />
  );
}

/** Where the stored shape of the object is wrong. */
function Faults(props: {
  readonly object: PlanObject;
  readonly geometry: Geometry;
  readonly onPreview: (geometry: Geometry | null) => void;
}) {
  const { documents } = useWorkspace();
  const { object, geometry, onPreview } = props;
  const faults = useMemo(() => shapeFaults(geometry), [geometry]);
  useEffect(() => () => onPreview(null), [onPreview]);
  return (
    <section className={styles.panel} aria-label={`「${object.name}」的图形错误`}>
      <FaultList
        faults={faults}
        mend={() => mendedShape(geometry)}
        onPreview={onPreview}
        onAccept={(next) => changeObject(documents, object.id, { geometry: next }, '图形（修复）')}
      />
    </section>
  );
}

/** The tools over the map, wired to the open scenario. */
export default function DrawHost({ view, analysis, isAdjusting, onBegin }: DrawHostProps) {
  const { documents } = useWorkspace();
  useDrawRun(view, analysis);
  const task = useDrawStore((state) => state.task);
  const selection = useSession((state) => state.selection);
  const [op, setOp] = useState<FigureOp | DrawnOp | null>(null);
  const selectedId = selection?.kind === 'plan-object' ? selection.id : null;
  const isLocked = openScenario(analysis.doc).isLocked;
  // The comparison lies over the tools: what could be edited would be half covered.
  const isComparing = usePlanSession(
    ({ compared }) => comparedScenarios(analysis.doc, compared) !== null,
  );
  const canEdit = selectedId !== null && !isLocked && !isComparing;
  const object = canEdit ? (analysis.content.objects.get(selectedId) ?? null) : null;
  const geometry = object?.geometry ?? null;
  const faults = useMemo(() => {
    if (!geometry || isAdjusting || task) return NO_FAULTS;
    const places = shapeFaults(geometry).flatMap(({ position }) => (position ? [position] : []));
    return places.length > 0 ? places : NO_FAULTS;
  }, [geometry, isAdjusting, task]);
  const onPreview = useShapePreview(view, faults);
  const begin = (next: Parameters<typeof beginDraw>[0]): void => {
    onBegin();
    setOp(null);
    beginDraw(next);
  };
  const { tools, pending, drop } = useObjectTools(object, analysis.content.objects, begin);
  const cancelOp = useCallback(() => setOp(null), []);
  useEffect(cancelOp, [selectedId, cancelOp]);
  useEffect(() => {
    if (task) onBegin();
  }, [task, onBegin]);

  if (isAdjusting || !view) return null;
  const figureOp = !task && !pending && op && op in FIGURE_OP_WORDS ? (op as FigureOp) : null;
  const measuring = task?.tool === 'linestring' ? 'measure-length' : 'measure-area';
  return (
    <div className={styles.root}>
      <DrawBar
        {...tools}
        object={object}
        active={task ? (task.isMeasure ? measuring : (op ?? task.tool)) : pending ? op : figureOp}
        onDrawnOp={(next, tool) => {
          tools.onDrawnOp(next, tool);
          setOp(next);
        }}
        onMeasure={(tool) => {
          drop();
          beginMeasure(tool);
        }}
        onFigureOp={(next) => {
          endDraw();
          drop();
          setOp(next);
        }}
      />
      <Drawing onPreview={onPreview} />
      {figureOp && object && geometry && (
        <FigureForm
          key={`${figureOp} ${object.id}`}
          op={figureOp}
          name={object.name}
          geometry={geometry}
          onPreview={onPreview}
          onAccept={(next) => {
            setOp(null);
            changeObject(
              documents,
              object.id,
              { geometry: next },
              `图形（${FIGURE_OP_WORDS[figureOp]}）`,
            );
          }}
          onCancel={cancelOp}
        />
      )}
      {pending && !task && (
        <ChangeForm
          title={pending.title}
          note={pending.note}
          change={pending.change}
          onPreview={onPreview}
          onAccept={() => {
            drop();
            cancelOp();
            pending.commit();
          }}
          onCancel={() => {
            drop();
            cancelOp();
          }}
        />
      )}
      {object && geometry && faults.length > 0 && !figureOp && !pending && (
        <Faults object={object} geometry={geometry} onPreview={onPreview} />
      )}
    </div>
  );
}
