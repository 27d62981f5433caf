import { Button } from 'antd';
import { useEffect, useMemo } from 'react';
import type { Outcome, Problem } from '../domain/problem';
import { useMessages } from '../ui/messages';
import { useWorkspace } from './workspace';

const READING_SECONDS = 8;

export interface DocumentMessages {
  readonly done: (text: string) => void;
  readonly tell: (problem: Problem | null) => void;
  /** Tells notes or problems; true when it went well. */
  readonly told: <T>(outcome: Outcome<T>) => outcome is Extract<Outcome<T>, { ok: true }>;
  /** After a deletion, with the way back. */
  readonly deleted: (title: string, onUndo: () => void) => void;
}

/** Messages about documents; edits refused in a read-only document are told too. */
export function useDocumentMessages(): DocumentMessages {
  const message = useMessages();
  const { documents } = useWorkspace();
  useEffect(
    () =>
      documents.state.subscribe(({ refusals, access }, before) => {
        if (refusals <= before.refusals || access.kind !== 'read-only') return;
        const content = `未修改：${access.problem.text}${access.problem.mend}`;
        void message.warning({ key: 'read-only', content });
      }),
    [documents, message],
  );
  return useMemo(() => {
    const tell = (problem: Problem | null): void => {
      if (!problem) return;
      const content = `${problem.text}${problem.mend}`;
      void message[problem.severity]({ content, duration: READING_SECONDS });
    };
    return {
      done: (text) => void message.success(text),
      tell,
      told: <T,>(outcome: Outcome<T>): outcome is Extract<Outcome<T>, { ok: true }> => {
        for (const problem of outcome.ok ? outcome.notes : outcome.problems) tell(problem);
        return outcome.ok;
      },
      deleted: (title, onUndo) => {
        const key = `deleted-${title}`;
        const undo = (): void => {
          message.destroy(key);
          onUndo();
        };
        const content = (
          <>
            已删除方案「{title}」{' '}
            <Button size="small" type="link" onClick={undo}>
              撤销
            </Button>
          </>
        );
        void message.info({ key, content, duration: READING_SECONDS });
      },
    };
  }, [message]);
}
