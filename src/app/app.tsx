import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { type Problem, reasonOf } from '../domain/problem';
import { MessagesProvider } from '../ui/messages';
import { antdTheme } from './theme';
import { ErrorBoundary } from './error-boundary';
import { LoadFailure, Loading } from './loading';
import { goToRegion } from './leave-region';
import { type OpeningStep, knownRegions, openRegion } from './open-region';
import { regionOfLink } from './permalink';
import { rememberedRegions } from './region-memory';
import { type RegionOffer, regionToOpen } from './region-offers';
import { RegionScreen } from './region-screen';
import { useSession } from './session-store';
import { useEffectiveWorkspace } from './use-effective-workspace';
import { type Workspace, WorkspaceContext } from './workspace';

type Opening =
  | { readonly kind: 'loading'; readonly step: OpeningStep }
  | {
      readonly kind: 'failed';
      readonly problems: readonly Problem[];
      readonly offers: readonly RegionOffer[];
    }
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

function noSuchRegion(id: string | null): Problem {
  return {
    code: 'region-none',
    severity: 'error',
    where: {},
    text: id === null ? '没有可打开的区域数据包。' : `没有区域「${id}」的数据包。`,
    mend: '请在下面选择其他区域；如果它是您自己的数据包，请打开其他区域后重新打开它的 zip 文件。',
  };
}

/** The region that the address names, else the one looked at last. */
async function openWanted(onStep: (step: OpeningStep) => void): Promise<Opening> {
  const regions = await knownRegions();
  const { offers, problems } = regions;
  const named = regionOfLink(location.hash);
  const id = named ?? regionToOpen(offers, rememberedRegions());
  const offer = offers.find((each) => each.id === id);
  if (!offer) {
    return { kind: 'failed', problems: [...problems, noSuchRegion(id)], offers };
  }
  const outcome = await openRegion(regions, offer, onStep);
  return outcome.ok
    ? { kind: 'open', workspace: outcome.value }
    : { kind: 'failed', problems: outcome.problems, offers };
}

function useRegion(attempt: number): Opening {
  const [opening, setOpening] = useState<Opening>(BEGINNING);
  useEffect(() => {
    let current = true;
    let opened: Workspace | null = null;
    const show = (next: Opening): void => {
      if (current) setOpening(next);
    };
    show(BEGINNING);
    openWanted((step) => show({ kind: 'loading', step }))
      .then((next) => {
        if (next.kind === 'open') opened = next.workspace;
        if (current) show(next);
        else opened?.engine.close();
      })
      .catch((error: unknown) =>
        show({ kind: 'failed', problems: [unexpected(error)], offers: [] }),
      );
    return () => {
      current = false;
      opened?.engine.close();
    };
  }, [attempt]);
  return opening;
}

/** Writes what is not yet saved when the page is hidden or closed. */
function useFlushOnHide(opening: Opening): void {
  useEffect(() => {
    if (opening.kind !== 'open') return;
    const { documents } = opening.workspace;
    const flush = (): void => void documents.flush();
    // Before `pagehide`, where what is begun may be cut off: until the next page answers this one goes on.
    addEventListener('beforeunload', flush);
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('beforeunload', flush);
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
  const opening = useRegion(attempt);
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
            <LoadFailure
              problems={opening.problems}
              offers={opening.offers}
              onRetry={() => setAttempt(attempt + 1)}
              onRegion={(regionId) => goToRegion({ regionId })}
            />
          )}
          {opening.kind === 'open' && <OpenRegion shipped={opening.workspace} />}
        </ErrorBoundary>
      </MessagesProvider>
    </ConfigProvider>
  );
}
