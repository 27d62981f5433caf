// Messages at the top of the page. antd's own App would bring its dialogs and notifications along (12 kB gzipped).
import { message } from 'antd';
import { type ReactNode, createContext, use } from 'react';

type Messages = ReturnType<typeof message.useMessage>[0];

const MessagesContext = createContext<Messages | null>(null);

export function MessagesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [messages, holder] = message.useMessage();
  return (
    <MessagesContext value={messages}>
      {holder}
      {children}
    </MessagesContext>
  );
}

/** The same object on every draw. Throws outside of a MessagesProvider. */
export function useMessages(): Messages {
  const messages = use(MessagesContext);
  if (!messages) throw new Error('useMessages outside of a MessagesProvider');
  return messages;
}
