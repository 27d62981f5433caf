import { useEffect, useState } from 'react';
import type { ImportRecord } from '../../domain/imported';
import { reasonOf } from '../../domain/problem';
import type { Project } from '../../domain/project';
import type { RegionPack } from '../../domain/region-pack';
import type { SearchIndex } from './search-index';
import { searchItems } from './search-items';

export type IndexState =
  | { readonly status: 'building' }
  | { readonly status: 'ready'; readonly index: SearchIndex }
  | { readonly status: 'failed'; readonly text: string };

class Abandoned extends Error {}

/** Runs after what the page has to draw; a timer where the browser knows no idle time. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: 1500 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(run, 200);
  return () => clearTimeout(handle);
}

/**
 * Builds the index once it is wanted (the first map does without its code), anew when pack or projects change; the old
 * one answers meanwhile.
 */
export function useSearchIndex(
  pack: RegionPack,
  projects: readonly Project[],
  imports: ReadonlyMap<string, ImportRecord>,
  wanted: boolean,
): IndexState {
  const [state, setState] = useState<IndexState>({ status: 'building' });
  useEffect(() => {
    if (!wanted) return;
    let abandoned = false;
    const pause = (): Promise<void> =>
      new Promise((resolve, reject) => {
        setTimeout(() => (abandoned ? reject(new Abandoned()) : resolve()));
      });
    const build = async (): Promise<void> => {
      const [{ loadReadings }, { buildSearchIndex }] = await Promise.all([
        import('./place-readings'),
        import('./search-index'),
      ]);
      const readings = await loadReadings();
      const index = await buildSearchIndex(searchItems(pack, projects, imports), readings, pause);
      if (!abandoned) setState({ status: 'ready', index });
    };
    const cancelIdle = whenIdle(() => {
      build().catch((error: unknown) => {
        if (abandoned || error instanceof Abandoned) return;
        setState({
          status: 'failed',
          text: reasonOf(error),
        });
      });
    });
    return () => {
      abandoned = true;
      cancelIdle();
    };
  }, [pack, projects, imports, wanted]);
  return state;
}
