import { Button } from 'antd';
import { Suspense, lazy, useCallback } from 'react';
import { removeAlignment } from '../document/edits/remove-alignment';
import { setAlignment } from '../document/edits/set-alignment';
import type {
  AlignmentDraft,
  AlignmentPanelProps,
} from '../features/alignments/alignment-panel-props';
import type { MapView } from '../map/map-view';
import { useMessages } from '../ui/messages';
import { patchSession, useSession } from './session-store';
import type { Analysis } from './use-analysis';
import type { AlignmentTask } from './use-alignment-task';
import { useWorkspace } from './workspace';

/** Loaded when first asked for: the first map does without it. */
const AlignmentPanel = lazy(async () => {
  const { AlignmentPanel: Panel } = await import('../features/alignments/alignment-panel');
  return { default: Panel };
});

interface Props {
  readonly task: AlignmentTask;
  readonly analysis: Analysis;
  readonly view: MapView | null;
}

/** The floating form in which a project gets its line; the edit is one undo step. */
export default function AlignmentHost({ task, analysis, view }: Props) {
  const { pack, index, documents } = useWorkspace();
  const message = useMessages();
  const startDraw = useCallback<NonNullable<AlignmentPanelProps['startDraw']>>(
    (options) => {
      if (!view) throw new Error('drawing needs a map');
      return view.startDraw(options);
    },
    [view],
  );
  // The pack's own project: the form says what the pack knows, not what the user put over it.
  const project = task.projectId === null ? undefined : index.projectById.get(task.projectId);
  if (!project) return null;

  const confirm = (draft: AlignmentDraft): void => {
    const madeAt = new Date().toISOString();
    const alignment = { ...draft, projectId: project.id, madeAt };
    documents.commit(setAlignment({ alignment, projectName: project.name }));
    const { chosenProjectIds } = useSession.getState();
    if (!chosenProjectIds.includes(project.id))
      patchSession({ chosenProjectIds: [...chosenProjectIds, project.id] });
    patchSession({ rightTab: 'coverage', rightOpen: true });
    task.close();
  };
  const remove = (): void => {
    documents.commit(removeAlignment({ projectId: project.id, projectName: project.name }));
    task.close();
    void message.info(
      <>
        已删除「{project.name}」的用户位置{' '}
        <Button size="small" type="link" onClick={documents.undo}>
          撤销
        </Button>
      </>,
      6,
    );
  };

  return (
    <div className="alignment-host">
      <Suspense fallback={<p role="status">正在打开…</p>}>
        <AlignmentPanel
          key={project.id}
          project={project}
          alignment={analysis.content.alignments.get(project.id) ?? null}
          bbox={pack.bbox}
          startDraw={view ? startDraw : null}
          onPreview={task.setPreview}
          onConfirm={confirm}
          onDelete={remove}
          onClose={task.close}
        />
      </Suspense>
    </div>
  );
}
