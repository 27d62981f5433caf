import { useEffect } from 'react';
import type { MapCamera } from '../map/map-types';
import { readPermalink, regionOfLink, withRegion, writePermalink } from './permalink';
import { usePresent } from './present-store';
import { DEFAULT_SESSION } from './session-state';
import { useSession } from './session-store';
import type { GoTo } from './use-leave-region';

/** Between a change and the address bar: browsers refuse many history changes a second. */
const WRITE_DELAY_MILLISECONDS = 300;

/**
 * Keeps the address bar's hash and the session the same, in both directions. `onCamera` moves the map to a pasted link's
 * view; a link of another region is gone to.
 */
export function usePermalink(
  regionId: string,
  onCamera: (camera: MapCamera) => void,
  goTo: GoTo,
): void {
  useEffect(() => {
    // The hash last written or read: another one in the address bar is a pasted link that must not be overwritten.
    let known = location.hash;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const write = (): void => {
      timer = null;
      // What is presented passes; the address keeps what was looked at before.
      if (usePresent.getState().before) return;
      if (location.hash !== known) return;
      const hash = withRegion(writePermalink(useSession.getState()), regionId);
      if (hash === known.replace(/^#/, '')) return;
      history.replaceState(null, '', `#${hash}`);
      known = location.hash;
    };
    const unsubscribe = useSession.subscribe(() => {
      timer ??= setTimeout(write, WRITE_DELAY_MILLISECONDS);
    });
    const onHashChange = (): void => {
      const linkedRegion = regionOfLink(location.hash);
      if (linkedRegion !== null && linkedRegion !== regionId) {
        const before = known;
        void goTo({ regionId: linkedRegion, isInAddress: true }).then((isLeft) => {
          if (!isLeft) history.replaceState(null, '', before);
        });
        return;
      }
      known = location.hash;
      const linked = readPermalink(location.hash);
      useSession.setState({ ...DEFAULT_SESSION, ...linked });
      if (linked.camera) onCamera(linked.camera);
    };
    addEventListener('hashchange', onHashChange);
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
      removeEventListener('hashchange', onHashChange);
    };
  }, [regionId, onCamera, goTo]);
}
