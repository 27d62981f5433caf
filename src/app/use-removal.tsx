import { Button } from 'antd';
import { useCallback } from 'react';
import { useMessages } from '../ui/messages';
import { useWorkspace } from './workspace';

const SECONDS = 6;

/** Tells of a deletion in the document, with the way back. */
export function useRemovalToast(): (what: string) => void {
  const { documents } = useWorkspace();
  const message = useMessages();
  return useCallback(
    (what: string) => {
      const key = `removed-${what}`;
      const back = (): void => {
        message.destroy(key);
        documents.undo();
      };
      const content = (
        <>
          已{what}{' '}
          <Button size="small" type="link" onClick={back}>
            撤销
          </Button>
        </>
      );
      void message.info({ key, content, duration: SECONDS });
    },
    [documents, message],
  );
}
