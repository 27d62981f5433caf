import { Button } from 'antd';
import { useEffect, useMemo } from 'react';
import { openScenario } from '../document/plan-document';
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
      documents.state.subscribe(({ refusals, access, doc }, before) => {
        if (refusals <= before.refusals) return;
        const content =
          access.kind === 'read-only'
            ? `未修改：${access.problem.text}${access.problem.mend}`
            : `未修改：情景「${openScenario(doc).title}」已锁定。先在“规划”栏解锁，或新建情景再改。`;
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
