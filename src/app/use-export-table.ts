import { useEffect, useState } from 'react';
import { reasonOf } from '../domain/problem';
import type { ExportTable } from '../io/export-table';
import type { MakeableSubject } from './export-subjects';

interface Made {
  readonly table: ExportTable | null;
  /** Chinese. */
  readonly problem: string | null;
}

const NOT_YET: Made = { table: null, problem: null };

/** The table of the subject, made anew when it changes; an unfinished one is given up. */
export function useExportTable(subject: MakeableSubject | undefined): Made {
  const [made, setMade] = useState<Made>(NOT_YET);
  useEffect(() => {
    setMade(NOT_YET);
    if (!subject) return;
    if (subject.refusal !== null) {
      setMade({ table: null, problem: `${subject.title}：${subject.refusal}。` });
      return;
    }
    const abort = new AbortController();
    const make = async (): Promise<ExportTable> => subject.make(abort.signal);
    make().then(
      (table) => {
        if (!abort.signal.aborted) setMade({ table, problem: null });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const reason = reasonOf(error);
        setMade({ table: null, problem: `${subject.title}没有整理好：${reason}。` });
      },
    );
    return () => abort.abort();
  }, [subject]);
  return made;
}
