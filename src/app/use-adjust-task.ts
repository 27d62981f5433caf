import type { Geometry, Position } from 'geojson';
import { useCallback, useEffect, useRef, useState } from 'react';
import { adjustedAlignment } from '../document/adjusted-alignment';
import type { DocumentSession } from '../document/document-session';
import { putObjects } from '../document/edits/object-edits';
import { type Adjustment, adjustmentLabel, setAlignment } from '../document/edits/set-alignment';
import { contentOf } from '../document/plan-document';
import type { Project } from '../domain/project';
import type { AdjustSession, AdjustView } from '../map/draw/start-adjust';
import type { MapView } from '../map/map-view';
import { useMessages } from '../ui/messages';
import { patchSession, useSession } from './session-store';
import { useWorkspace } from './workspace';

/** What is moved. */
export interface AdjustSubject {
  readonly id: string;
  readonly name: string;
  /** The pack's own project; null for a plan object. */
  readonly project: Project | null;
}

/** Moving the place of one project or plan object on the map: which, and what the handles show. */
export interface AdjustTask {
  /** null while nothing is adjusted. */
  readonly subject: AdjustSubject | null;
  readonly view: AdjustView | null;
  /** Id of a project or of a plan object. */
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Adjusts what is selected, or ends. */
  readonly toggle: () => void;
  readonly select: (position: Position | null) => void;
}

/** The place in force: the user's, else the pack's. */
function geometryInForce(documents: DocumentSession, subject: AdjustSubject): Geometry | null {
  const { alignments, objects } = contentOf(documents.state.getState().doc);
  if (!subject.project) return objects.get(subject.id)?.geometry ?? null;
  return alignments.get(subject.id)?.geometry ?? subject.project.geometry;
}

function subjectOf(
  documents: DocumentSession,
  projects: ReadonlyMap<string, Project>,
  id: string,
): AdjustSubject | null {
  const project = projects.get(id) ?? null;
  const name = project?.name ?? contentOf(documents.state.getState().doc).objects.get(id)?.name;
  return name === undefined ? null : { id, name, project };
}

/** Puts an adjusted geometry into the document: one undo step, or part of the drag that runs. */
export function commitAdjusted(
  documents: DocumentSession,
  { id, name, project }: AdjustSubject,
  geometry: Geometry,
  adjustment: Adjustment,
): void {
  const content = contentOf(documents.state.getState().doc);
  if (!project) {
    const object = content.objects.get(id);
    const label = adjustmentLabel(adjustment, name);
    if (object) documents.commit(putObjects([{ ...object, geometry }], label));
    return;
  }
  const before = content.alignments.get(id) ?? null;
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
  const [subject, setSubject] = useState<AdjustSubject | null>(null);
  const [view, setView] = useState<AdjustView | null>(null);
  const session = useRef<AdjustSession | null>(null);
  const close = useCallback(() => setSubject(null), []);

  useEffect(() => {
    if (!map || !subject) return;
    const geometry = geometryInForce(documents, subject);
    if (!geometry) return close();
    let isOver = false;
    const follow = documents.state.subscribe(() => {
      const now = geometryInForce(documents, subject);
      // Undo may take a place away altogether.
      if (now) session.current?.setGeometry(now);
      else close();
    });
    const starting = map.startAdjust({
      geometry,
      label: spokenKeys(subject.name),
      onBegin: documents.beginDrag,
      onEnd: documents.endDrag,
      onCancel: documents.cancelDrag,
      onChange: (next, step) => commitAdjusted(documents, subject, next, step),
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
  }, [map, subject, documents, message, close]);

  const open = useCallback(
    (id: string) => {
      const next = subjectOf(documents, index.projectById, id);
      if (!next) return;
      onStart();
      setSubject(next);
      if (!next.project) {
        const selection = { kind: 'plan-object', id } as const;
        patchSession({ selection, rightTab: 'inspect', rightOpen: true });
        return;
      }
      const { chosenProjectIds } = useSession.getState();
      // Its villages are what the user wants to see change.
      if (!chosenProjectIds.includes(id)) {
        patchSession({ chosenProjectIds: [...chosenProjectIds, id] });
      }
      patchSession({ rightTab: 'coverage', rightOpen: true });
    },
    [documents, index, onStart],
  );
  const toggle = useCallback(() => {
    if (subject) return close();
    const { selection } = useSession.getState();
    const isMovable = selection?.kind === 'project' || selection?.kind === 'plan-object';
    const selected = isMovable ? subjectOf(documents, index.projectById, selection.id) : null;
    if (selected && geometryInForce(documents, selected)) open(selected.id);
    else void message.info('先选中一个有位置的项目或规划对象，再按 M 调整它的位置。');
  }, [subject, index, documents, message, open, close]);
  const select = useCallback((position: Position | null) => session.current?.select(position), []);
  return { subject, view, open, close, toggle, select };
}
