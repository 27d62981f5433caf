import { useMemo } from 'react';
import { ExportDialog } from '../features/export/export-dialog';
import { closeExport, openExport, useExportAsked } from './export-store';
import { exportStamp } from './export-stamp';
import { exportSubjects } from './export-subjects';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { useExportRun } from './use-export-run';
import { useExportTable } from './use-export-table';
import { usePublishing } from './use-publishing';
import type { ChosenOverlap } from './use-overlap';
import { useReach } from './use-reach';
import { useWorkspace } from './workspace';

export interface ExportHostProps {
  readonly analysis: Analysis;
  readonly overlap: ChosenOverlap | null;
}

/** 导出 over pack, document and the answer on the map. */
export default function ExportHost({ analysis, overlap }: ExportHostProps) {
  const { estimate, ownFigures, engine } = useWorkspace();
  const asked = useExportAsked((state) => state.subjectId);
  const mode = useSession((state) => state.coverageMode);
  const run = useExportRun();
  const { index, doc, projects, shown } = analysis;
  const { result } = analysis.coverage;
  const reach = useReach(engine, shown, result?.distanceMetres ?? 0);
  // As in use-export.ts: one project looked at alone has nothing to share, another distance does not match.
  const isOfResult = mode === 'union' && overlap?.distanceMetres === result?.distanceMetres;
  const counts = isOfResult ? (overlap?.counts ?? null) : null;
  const subjects = useMemo(
    () =>
      exportSubjects({
        index,
        doc,
        projects,
        result,
        reach,
        shown,
        overlap: counts,
        estimate,
        ownFigures,
        engine,
        mode,
        stamp: exportStamp,
      }),
    [index, doc, projects, result, reach, shown, counts, estimate, ownFigures, engine, mode],
  );
  const fallback = result === null ? 'villages' : 'coverage';
  // An import may be undone while the dialog stands at it.
  const subject =
    subjects.find(({ id }) => id === asked) ?? subjects.find(({ id }) => id === fallback);
  const { table, problem } = useExportTable(subject);
  const facts = {
    date: exportStamp().madeAt.slice(0, 10),
    sources: table?.about.length ?? 0,
    organisation: null,
    mapNumber: null,
    secrecy: null,
    scenes: null,
  };
  const { rule, isMissing, section } = usePublishing(facts, run.state.kind === 'running');
  return (
    <ExportDialog
      subjects={subjects}
      subjectId={subject?.id ?? fallback}
      table={table}
      tableProblem={problem}
      rule={rule}
      publishing={section}
      isMissing={isMissing}
      bbox={analysis.index.pack.bbox}
      state={run.state}
      onSubject={(id) => {
        run.reset();
        openExport(id);
      }}
      onExport={run.start}
      onCancel={run.cancel}
      onClose={closeExport}
    />
  );
}
