import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Scene } from '../domain/scene';
import {
  type PresentAction,
  type PresentState,
  type PresentWish,
  playOn,
  present,
  startPresenting,
} from '../features/present/present-state';
import { useMessages } from '../ui/messages';
import { holdKeys, openPresenterWindow, releaseFocusAfterClicks } from './present-keys';
import { usePresent, wantFullscreen } from './present-store';
import { stepDistance } from './use-app-commands';
import { useLatest } from './use-latest';

const BLOCKED = '浏览器拦下了演讲者窗口：请在地址栏右侧允许本页弹出窗口，再按 N。放映不受影响。';

type Step = PresentAction | { readonly kind: 'play-on' };

function next(state: PresentState, step: Step): PresentState {
  return step.kind === 'play-on' ? playOn(state) : present(state, step);
}

function begin(scenes: readonly Scene[]): PresentState {
  const first = scenes.findIndex(({ id }) => id === usePresent.getState().sceneId);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return startPresenting(scenes.length, first, !isStill);
}

function useAutoplay(state: PresentState, onTime: () => void): void {
  const { autoplaySeconds, index, isBlack, hasOverview } = state;
  useEffect(() => {
    if (autoplaySeconds === null) return;
    const timer = setTimeout(onTime, autoplaySeconds * 1000);
    return () => clearTimeout(timer);
  }, [autoplaySeconds, index, isBlack, hasOverview, onTime]);
}

export interface Presenting {
  readonly state: PresentState;
  readonly act: (action: PresentAction | PresentWish) => void;
  /** The presenter's own window, while it is open. */
  readonly presenter: Window | null;
}

/** The course of a presentation: keys of both windows, full screen, autoplay. `onLeave` ends it. */
export function usePresenting(scenes: readonly Scene[], onLeave: () => void): Presenting {
  const message = useMessages();
  const [state, step] = useReducer(next, scenes, begin);
  const [presenter, setPresenter] = useState<Window | null>(null);
  const presenterRef = useRef<Window | null>(null);
  const hasOverview = state.hasOverview;
  // The overview closes first.
  const leaveRef = useLatest(() => (hasOverview ? step({ kind: 'overview' }) : onLeave()));

  const openPresenter = useCallback(() => {
    // Set before: opening a window ends full screen, which must not end the presentation.
    const opened = openPresenterWindow();
    presenterRef.current = opened;
    setPresenter(opened);
    if (opened) opened.focus();
    else void message.warning(BLOCKED);
  }, [message]);

  const act = useCallback(
    (action: PresentAction | PresentWish) => {
      switch (action.kind) {
        case 'leave':
          return leaveRef.current();
        case 'fullscreen':
          return wantFullscreen();
        case 'presenter':
          return openPresenter();
        case 'distance':
          return stepDistance(action.metres);
        default:
          return step(action);
      }
    },
    [leaveRef, openPresenter],
  );
  useAutoplay(
    state,
    useCallback(() => step({ kind: 'play-on' }), []),
  );

  useEffect(() => holdKeys(window, act), [act]);
  useEffect(releaseFocusAfterClicks, []);
  useEffect(() => {
    if (!presenter) return;
    const release = holdKeys(presenter, act);
    const onClosed = (): void => {
      presenterRef.current = null;
      setPresenter(null);
    };
    presenter.addEventListener('pagehide', onClosed);
    return () => {
      release();
      presenter.removeEventListener('pagehide', onClosed);
      presenter.close();
    };
  }, [presenter, act]);
  useEffect(() => {
    // Esc in full screen is the browser's: leaving it leaves the presentation, unless a second window took it away.
    const onChange = (): void => {
      if (!document.fullscreenElement && presenterRef.current === null) leaveRef.current();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [leaveRef]);
  return { state, act, presenter };
}
