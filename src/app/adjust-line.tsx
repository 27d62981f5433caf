import { Suspense, lazy } from 'react';
import type { Analysis } from './use-analysis';
import type { AdjustTask } from './use-adjust-task';

/** Loaded when first asked for: the first map does without it. */
const AdjustNotice = lazy(() => import('../features/alignments/adjust-notice'));

interface Props {
  readonly task: AdjustTask;
  readonly analysis: Analysis;
}

/** The line over the map while a place is adjusted. */
export function AdjustLine({ task, analysis }: Props) {
  const { subject, view, close } = task;
  const { objects } = analysis.content;
  const drawn = subject && (objects.get(subject.id) ?? analysis.index.projectById.get(subject.id));
  if (!subject || !drawn?.geometry) return null;
  return (
    <Suspense>
      <AdjustNotice
        projectName={subject.name}
        geometry={drawn.geometry}
        view={view}
        onDone={close}
      />
    </Suspense>
  );
}
