import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { type Problem, reasonOf } from '../domain/problem';
import { MessagesProvider } from '../ui/messages';
import { antdTheme } from './theme';
import { ErrorBoundary } from './error-boundary';
import { LoadFailure, Loading } from './loading';
import { type OpeningStep, openRegion } from './open-region';
import { RegionScreen } from './region-screen';
import { useSession } from './session-store';
import { useEffectiveWorkspace } from './use-effective-workspace';
import { type Workspace, WorkspaceContext } from './workspace';

const REGION_ID = 'yuncheng';

type Opening =
  | { readonly kind: 'loading'; readonly step: OpeningStep }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'open'; readonly workspace: Workspace };

const BEGINNING: Opening = { kind: 'loading', step: { stage: 'files', done: 0, total: 0 } };

function unexpected(error: unknown): Problem {
  return {
    code: 'open-failed',
    severity: 'error',
    where: {},
    text: `打开区域时出错：${reasonOf(error)}`,
    mend: '请刷新页面；若仍然出错，请重新安装。',
  };
}

function useRegion(regionId: string, attempt: number): Opening {
  const [opening, setOpening] = useState<Opening>(BEGINNING);
  useEffect(() => {
    let current = true;
    let opened: Workspace | null = null;
    const show = (next: Opening): void => {
      if (current) setOpening(next);
    };
    show(BEGINNING);
    openRegion(regionId, (step) => show({ kind: 'loading', step }))
      .then((outcome) => {
        if (!outcome.ok) return show({ kind: 'failed', problems: outcome.problems });
        opened = outcome.value;
        if (current) show({ kind: 'open', workspace: outcome.value });
        else outcome.value.engine.close();
      })
      .catch((error: unknown) => show({ kind: 'failed', problems: [unexpected(error)] }));
    return () => {
      current = false;
      opened?.engine.close();
    };
  }, [regionId, attempt]);
  return opening;
}

/** Writes what is not yet saved when the page is hidden or closed. */
function useFlushOnHide(opening: Opening): void {
  useEffect(() => {
    if (opening.kind !== 'open') return;
    const { documents } = opening.workspace;
    const flush = (): void => void documents.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [opening]);
}

function OpenRegion({ shipped }: { readonly shipped: Workspace }) {
  const workspace = useEffectiveWorkspace(shipped);
  return (
    <WorkspaceContext value={workspace}>
      <RegionScreen />
    </WorkspaceContext>
  );
}

export function App() {
  const theme = useSession((state) => state.theme);
  const [attempt, setAttempt] = useState(0);
  const opening = useRegion(REGION_ID, attempt);
  useFlushOnHide(opening);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <ConfigProvider
      locale={zhCN}
      componentSize="small"
      button={{ autoInsertSpace: false }}
      theme={antdTheme(theme)}
    >
      <MessagesProvider>
        <ErrorBoundary area="村图">
          {opening.kind === 'loading' && <Loading step={opening.step} />}
          {opening.kind === 'failed' && (
            <LoadFailure problems={opening.problems} onRetry={() => setAttempt(attempt + 1)} />
          )}
          {opening.kind === 'open' && <OpenRegion shipped={opening.workspace} />}
        </ErrorBoundary>
      </MessagesProvider>
    </ConfigProvider>
  );
}
