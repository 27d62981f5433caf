import type { Geometry } from 'geojson';
import { useState } from 'react';
import type { DocumentSession } from '../document/document-session';
import type { PlanObject } from '../domain/plan-object';
import type { Problem } from '../domain/problem';
import type { ShapeChange } from '../features/draw/change-words';
import type { DrawBarProps } from '../features/draw/draw-bar';
import { DRAWN_OP_WORDS, type DrawnOp, editedByDrawing } from '../features/draw/shape-ops';
import type { SketchTool } from '../map/draw/sketch';
import { useMessages } from '../ui/messages';
import type { DrawTask } from './draw-store';
import { changeObject } from './plan-edits';
import { patchSession } from './session-store';
import { copyObject, mergeObjects, mergePlan, mergeable, splitObject } from './shape-edits';
import { useLatest } from './use-latest';
import { useWorkspace } from './workspace';

/** An edit that waits for 确定; one undoable step. */
export interface PendingChange {
  readonly title: string;
  readonly note: string;
  readonly change: ShapeChange;
  readonly commit: () => void;
}

interface Waiting extends PendingChange {
  /** Worked out with these: any other edit makes it void. */
  readonly objects: ReadonlyMap<string, PlanObject>;
  readonly of: string;
}

export interface ObjectTools {
  readonly tools: Pick<DrawBarProps, 'onDraw' | 'onDrawnOp' | 'onCopy' | 'onMerge'>;
  readonly pending: PendingChange | null;
  readonly drop: () => void;
}

/** What drawing an edit over an object has made of it: one part, or several by a cut. */
function drawnChange(
  documents: DocumentSession,
  {
    id,
    name,
    geometry,
  }: { readonly id: string; readonly name: string; readonly geometry: Geometry },
  op: DrawnOp,
  after: readonly Geometry[],
): PendingChange {
  const [only, ...others] = after;
  const isSplit = others.length > 0;
  return {
    title: `${DRAWN_OP_WORDS[op]}「${name}」`,
    note: isSplit ? `成 ${after.length} 块；字段留在最大的一块，其余待补。` : '',
    change: { before: [geometry], after },
    commit: () => {
      if (isSplit) splitObject(documents, id, after);
      else if (only)
        changeObject(documents, id, { geometry: only }, `图形（${DRAWN_OP_WORDS[op]}）`);
    },
  };
}

/** Edits of the selected object's shape; nothing is done for null. */
export function useObjectTools(
  object: PlanObject | null,
  objects: ReadonlyMap<string, PlanObject>,
  begin: (task: DrawTask) => void,
): ObjectTools {
  const { documents } = useWorkspace();
  const message = useMessages();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const latestObjectsRef = useLatest(objects);
  const isValid = waiting !== null && waiting.objects === objects && waiting.of === object?.id;
  const refuse = (problems: readonly Problem[]): void => {
    const [problem] = problems;
    if (problem) void message.warning(`${problem.text}。${problem.mend}。`);
  };
  const drop = (): void => setWaiting(null);
  const propose = (id: string, op: DrawnOp, drawn: Geometry): void => {
    // It may have changed while the edit was drawn.
    const now = latestObjectsRef.current;
    const { name = '', geometry } = now.get(id) ?? {};
    if (!geometry) return;
    const result = editedByDrawing(op, geometry, drawn);
    if (!result.ok) return refuse(result.problems);
    setWaiting({
      objects: now,
      of: id,
      ...drawnChange(documents, { id, name, geometry }, op, result.value),
    });
  };
  const tools: ObjectTools['tools'] = {
    onDraw: (tool: SketchTool) => {
      if (!object) return;
      const { id, name } = object;
      const onDone = (geometry: Geometry): void =>
        changeObject(documents, id, { geometry }, '位置（标绘）');
      drop();
      begin({ title: `标绘「${name}」的位置`, tool, isMeasure: false, exceptId: id, onDone });
    },
    onDrawnOp: (op, tool) => {
      if (!object) return;
      const title = `${DRAWN_OP_WORDS[op]}「${object.name}」`;
      drop();
      // Its own border is what the cut begins on.
      const onDone = (drawn: Geometry): void => propose(object.id, op, drawn);
      begin({ title, tool, isMeasure: false, exceptId: null, onDone });
    },
    onCopy: () => {
      const id = object && copyObject(documents, object.id);
      if (!id) return;
      patchSession({ selection: { kind: 'plan-object', id } });
      void message.success('已在原处复制；用“编辑图形 · 平移”移开。');
    },
    onMerge: () => {
      if (!object) return;
      const others = mergeable(objects, object);
      if (others.length === 0) {
        void message.info('没有与它相接或相交的同类对象。');
        return;
      }
      const plan = mergePlan(objects, [object.id, ...others]);
      if (!plan.ok) return refuse(plan.problems);
      const { label, change, gone } = plan.value;
      const names = gone.flatMap((id) => objects.get(id)?.name ?? []).join('、');
      setWaiting({
        objects,
        of: object.id,
        title: label,
        note: `并入：${names}。保留「${object.name}」的字段。`,
        change,
        commit: () => mergeObjects(documents, plan.value),
      });
    },
  };
  return { tools, pending: isValid ? waiting : null, drop };
}
