import { Button } from 'antd';
import { Suspense, lazy } from 'react';
import { removeAlignment } from '../document/edits/remove-alignment';
import { setAlignment } from '../document/edits/set-alignment';
import { useMessages } from '../ui/messages';
import type { Analysis } from './use-analysis';
import { type AdjustTask, commitAdjusted } from './use-adjust-task';
import { useWorkspace } from './workspace';

/** Loaded when first asked for: the first map does without it. */
const AdjustPanel = lazy(async () => {
  const { AdjustPanel: Panel } = await import('../features/alignments/adjust-panel');
  return { default: Panel };
});

interface Props {
  readonly task: AdjustTask;
  readonly analysis: Analysis;
}

/** The floating panel of a project's place that is adjusted; a plan object has its form. Every change is an undo step. */
export default function AdjustHost({ task, analysis }: Props) {
  const { pack, documents } = useWorkspace();
  const message = useMessages();
  const { subject, view, select, close } = task;
  const project = subject?.project ?? null;
  const geometry = project && analysis.index.projectById.get(project.id)?.geometry;
  if (!subject || !project || !geometry) return null;
  const alignment = analysis.content.alignments.get(project.id) ?? null;

  const restore = (): void => {
    documents.commit(removeAlignment({ projectId: project.id, projectName: project.name }));
    void message.info(
      <>
        {project.geometry ? `「${project.name}」已恢复规划原位` : `已删除「${project.name}」的位置`}{' '}
        <Button size="small" type="link" onClick={documents.undo}>
          撤销
        </Button>
      </>,
      6,
    );
  };
  return (
    <div className="alignment-host adjust-host">
      <Suspense fallback={<p role="status">正在打开…</p>}>
        <AdjustPanel
          key={project.id}
          project={project}
          alignment={alignment}
          geometry={geometry}
          bbox={pack.bbox}
          view={view}
          onSelect={select}
          onTyped={(next, vertex) => {
            commitAdjusted(documents, subject, next, 'vertex-moved');
            select(vertex);
          }}
          onAccuracy={(accuracyMetres) => {
            if (!alignment) return;
            documents.commit(
              setAlignment({
                alignment: { ...alignment, accuracyMetres },
                projectName: project.name,
                adjustment: 'accuracy',
              }),
            );
          }}
          onRestore={restore}
          onDone={close}
        />
      </Suspense>
    </div>
  );
}
