import type { Geometry, Position } from 'geojson';
import { useCallback, useEffect, useRef, useState } from 'react';
import { adjustedAlignment } from '../document/adjusted-alignment';
import type { DocumentSession } from '../document/document-session';
import { type Adjustment, setAlignment } from '../document/edits/set-alignment';
import { contentOf } from '../document/plan-document';
import type { Project } from '../domain/project';
import type { AdjustSession, AdjustView } from '../map/draw/start-adjust';
import type { MapView } from '../map/map-view';
import { useMessages } from '../ui/messages';
import { patchSession, useSession } from './session-store';
import { useWorkspace } from './workspace';

/** Moving one project's place on the map: which, and what the handles show. */
export interface AdjustTask {
  /** The pack's own project; null while nothing is adjusted. */
  readonly project: Project | null;
  readonly view: AdjustView | null;
  readonly open: (projectId: string) => void;
  readonly close: () => void;
  /** Adjusts the selected project, or ends. */
  readonly toggle: () => void;
  readonly select: (position: Position | null) => void;
}

/** The place in force: the user's, else the pack's. */
function geometryInForce(documents: DocumentSession, project: Project): Geometry | null {
  const { alignments } = contentOf(documents.state.getState().doc);
  return alignments.get(project.id)?.geometry ?? project.geometry;
}

/** Puts an adjusted geometry into the document: one undo step, or part of the drag that runs. */
export function commitAdjusted(
  documents: DocumentSession,
  project: Project,
  geometry: Geometry,
  adjustment: Adjustment,
): void {
  const before = contentOf(documents.state.getState().doc).alignments.get(project.id) ?? null;
  const madeAt = new Date().toISOString();
  const alignment = adjustedAlignment({ project, before, geometry, madeAt });
  documents.commit(setAlignment({ alignment, projectName: project.name, adjustment }));
}

function sameView(a: AdjustView | null, b: AdjustView): boolean {
  return a !== null && (Object.keys(b) as (keyof AdjustView)[]).every((key) => a[key] === b[key]);
}

function spokenKeys(name: string): string {
  return `「${name}」的节点：Tab 到下一个节点，方向键移动，Delete 删除，Esc 结束`;
}

/** `onStart` ends what else is done on the map; keep its identity. */
export function useAdjustTask(map: MapView | null, onStart: () => void): AdjustTask {
  const { index, documents } = useWorkspace();
  const message = useMessages();
  const [projectId, setProjectId] = useState<string | null>(null);
  const [view, setView] = useState<AdjustView | null>(null);
  const session = useRef<AdjustSession | null>(null);
  const project = (projectId === null ? undefined : index.projectById.get(projectId)) ?? null;
  const close = useCallback(() => setProjectId(null), []);

  useEffect(() => {
    if (!map || !project) return;
    const geometry = geometryInForce(documents, project);
    if (!geometry) return close();
    let isOver = false;
    const follow = documents.state.subscribe(() => {
      const now = geometryInForce(documents, project);
      // Undo may take a place away altogether.
      if (now) session.current?.setGeometry(now);
      else close();
    });
    const starting = map.startAdjust({
      geometry,
      label: spokenKeys(project.name),
      onBegin: documents.beginDrag,
      onEnd: documents.endDrag,
      onCancel: documents.cancelDrag,
      onChange: (next, step) => commitAdjusted(documents, project, next, step),
      onView: (next) => setView((last) => (sameView(last, next) ? last : next)),
      onLeave: close,
    });
    starting.then(
      (begun) => {
        if (isOver) return begun.end();
        session.current = begun;
        begun.focus();
      },
      (cause: unknown) => {
        const detail = cause instanceof Error ? cause.message : String(cause);
        void message.error(`不能在图上调整位置（${detail}）。仍可在节点坐标中改数字。`);
      },
    );
    return () => {
      isOver = true;
      follow();
      session.current?.end();
      session.current = null;
      setView(null);
    };
  }, [map, project, documents, message, close]);

  const open = useCallback(
    (id: string) => {
      onStart();
      const { chosenProjectIds } = useSession.getState();
      // Its villages are what the user wants to see change.
      if (!chosenProjectIds.includes(id)) {
        patchSession({ chosenProjectIds: [...chosenProjectIds, id] });
      }
      patchSession({ rightTab: 'coverage', rightOpen: true });
      setProjectId(id);
    },
    [onStart],
  );
  const toggle = useCallback(() => {
    if (projectId !== null) return close();
    const { selection } = useSession.getState();
    const selected =
      selection?.kind === 'project' ? index.projectById.get(selection.id) : undefined;
    if (selected && geometryInForce(documents, selected)) open(selected.id);
    else void message.info('先选中一个有位置的项目，再按 M 调整它的位置。');
  }, [projectId, index, documents, message, open, close]);
  const select = useCallback((position: Position | null) => session.current?.select(position), []);
  return { project, view, open, close, toggle, select };
}
