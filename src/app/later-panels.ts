// What the first map does without: panels of tabs not open at the start, and the village table, which comes right after
// the map. The rest is fetched once the page is idle, so that opening a tab waits for nothing.
import { lazy } from 'react';

const load = {
  villages: async () => {
    const { VillagesTable: Table } = await import('../features/villages/villages-panel');
    return { default: Table };
  },
  inspector: async () => {
    const { Inspector: Panel } = await import('../features/inspect/inspector');
    return { default: Panel };
  },
  thematic: async () => {
    const { ThematicPanel: Panel } = await import('../features/thematic/thematic-panel');
    return { default: Panel };
  },
  objects: async () => {
    const { ObjectsPanel: Panel } = await import('../features/objects/objects-panel');
    return { default: Panel };
  },
  plan: () => import('./plan-rail'),
  scenes: () => import('./scenes-rail'),
  planDetails: () => import('./plan-details'),
  drawing: () => import('./draw-host'),
  alignment: () => import('./alignment-host'),
  adjust: () => import('./adjust-host'),
  audit: () => import('./audit-runner'),
  imports: async () => {
    const { ImportsPanel: Panel } = await import('../features/imports/imports-panel');
    return { default: Panel };
  },
  timeline: async () => {
    const { TimelinePanel: Panel } = await import('../features/timeline/timeline-panel');
    return { default: Panel };
  },
};

let release: () => void = () => undefined;
const firstMap = new Promise<void>((resolve) => {
  release = resolve;
});

export const VillagesTable = lazy(() => firstMap.then(load.villages));
export const Inspector = lazy(load.inspector);
export const ThematicPanel = lazy(load.thematic);
export const ObjectsPanel = lazy(load.objects);
export const ImportsPanel = lazy(load.imports);
export const PlanRail = lazy(load.plan);
export const ScenesRail = lazy(load.scenes);
export const PlanDetails = lazy(load.planDetails);
/** Its tools stand over the map at all times, but not before it. */
export const DrawHost = lazy(() => firstMap.then(load.drawing));
export const AlignmentHost = lazy(() => firstMap.then(load.alignment));
export const AdjustHost = lazy(() => firstMap.then(load.adjust));
/** Draws nothing; counts what the audit finds. */
export const AuditRunner = lazy(() => firstMap.then(load.audit));
export const TimelinePanel = lazy(load.timeline);

/** A panel that can not be fetched says so when it is opened. The page is marked once it needs nothing more to work. */
function fetchPanels(): void {
  void Promise.allSettled(Object.values(load).map((panel) => panel())).then(() => {
    document.documentElement.dataset.panels = 'true';
  });
}

/** The first map stands, or can not be drawn: the automated tests and the offline check wait for the mark on the page. */
export function markReady(): void {
  const { dataset } = document.documentElement;
  if (dataset.ready === 'true') return;
  dataset.ready = 'true';
  release();
  if (typeof requestIdleCallback === 'function')
    requestIdleCallback(fetchPanels, { timeout: 2000 });
  else setTimeout(fetchPanels, 1000);
}
