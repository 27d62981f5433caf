import { Suspense, lazy, useCallback, useMemo, useState } from 'react';
import type { DocumentSession } from '../document/document-session';
import { contentOf } from '../document/plan-document';
import type { BoundingBox, LngLat } from '../domain/lng-lat';
import type { CellReference } from '../domain/source';
import type { SourcesView } from '../features/sources/sources-drawer-props';
import { thematicMap } from '../features/thematic/thematic-map';
import type { MapCamera, MapPointerEvent } from '../map/map-types';
import type { MapView } from '../map/map-view';
import { AdjustLine } from './adjust-line';
import { columnView } from './column-view';
import { DialogGate } from './dialog-gate';
import { DocumentHost, ReadOnlyHost } from './document-host';
import { ErrorBoundary } from './error-boundary';
import { ExportGate } from './export-gate';
import { ImportGate } from './import-gate';
import { FooterBar } from './footer-bar';
import { HeaderBar } from './header-bar';
import { AdjustHost, AlignmentHost, DrawHost } from './later-panels';
import { LeftRail } from './left-rail';
import { MapStage } from './map-stage';
import { PackNotes } from './pack-notes';
import { PickingNotice } from './picking-notice';
import { PlanGate } from './plan-gate';
import { PackUpdateNotice, RegionHost } from './region-host';
import { usePresent } from './present-store';
import { RightPanel } from './right-panel';
import { toInspected } from './selection';
import { useSession } from './session-store';
import { BUILT_IN_SHORTCUTS, useShortcuts } from './shortcuts';
import { useAnalysis } from './use-analysis';
import { useBeltAreas, useShownBelts } from './use-belt-areas';
import { useAppCommands } from './use-app-commands';
import { useDocumentDesk } from './use-document-desk';
import { useExport } from './use-export';
import { useLegends } from './use-legends';
import { useCopy, useLooking } from './use-looking';
import { useNearestAny } from './use-nearest';
import { useMapOverlap, useOverlap } from './use-overlap';
import { usePermalink } from './use-permalink';
import { usePicking } from './use-picking';
import { useRegions } from './use-regions';
import { useScenarioFile } from './use-scenario-file';
import { useSitePicking } from './use-site-picking';
import { useShownImports } from './use-shown-imports';
import { usePlaceTasks } from './use-place-tasks';
import { VillagesDock } from './villages-dock';
import { useWorkspace } from './workspace';

// Loaded when first opened: the first map does without them.
const HelpDialog = lazy(async () => {
  const { HelpDialog: Dialog } = await import('../features/help/help-dialog');
  return { default: Dialog };
});
const ClaimsHost = lazy(() => import('./claims-host'));
const PresentHost = lazy(() => import('./present-host'));
const SourcesDrawer = lazy(async () => {
  const { SourcesDrawer: Drawer } = await import('../features/sources/sources-drawer');
  return { default: Drawer };
});

/** A link holds the view; what the user drew stays on this machine. */
function linkWords(documents: DocumentSession): string {
  const { alignments, beltWidths, objects } = contentOf(documents.state.getState().doc);
  return alignments.size + beltWidths.size + objects.size === 0
    ? '本视图的链接'
    : '本视图的链接（不含您标绘的线位、规划对象和改过的带宽）';
}

function useSources() {
  const [sources, setSources] = useState<SourcesView | null>(null);
  const openSources = (): void => setSources({ kind: 'list', sourceId: null });
  const openSource = (sourceId: string): void => setSources({ kind: 'list', sourceId });
  const openCell = (cell: CellReference): void =>
    setSources({ kind: 'table', tableId: cell.tableId, cell });
  return { sources, setSources, openSources, openSource, openCell };
}

/** The one screen: map in the middle, rails, table and bars round it. Wires features to stores; knows no figure itself. */
export function RegionScreen() {
  const { pack, index, engine, documents, villagesEpoch } = useWorkspace();
  const leftOpen = useSession((state) => state.leftOpen);
  const rightOpen = useSession((state) => state.rightOpen);
  const thematicSettings = useSession((state) => state.thematic);
  const analysis = useAnalysis();
  const overlap = useOverlap(analysis);
  const mapOverlap = useMapOverlap(overlap);
  const nearestAny = useNearestAny(analysis);
  const [view, setView] = useState<MapView | null>(null);
  const [pointer, setPointer] = useState<LngLat | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const isPresenting = usePresent((state) => state.before !== null);
  const [claimsOpen, setClaimsOpen] = useState(false);
  const { picking, setPicking, toggle } = usePicking(view, analysis.projects);
  const { alignment, adjust, endAll } = usePlaceTasks(view, analysis.projects, setPicking);
  const sitePicking = useSitePicking(view, analysis);
  const addScenarioFile = useScenarioFile();
  const { exporting, exportAs } = useExport(analysis, overlap);

  const shownBelts = useShownBelts();
  const belts = useBeltAreas(engine, pack.counties, shownBelts, analysis.content.beltWidths);
  const thematic = useMemo(() => thematicMap(index, thematicSettings), [index, thematicSettings]);
  const columns = useMemo(() => columnView(pack), [pack]);
  const shownImports = useShownImports(analysis.doc.imports);
  const { legends, counts, drawn } = useLegends(
    analysis,
    mapOverlap,
    thematic.legend,
    shownImports,
  );

  const { zoomToAll, zoomTo, inspect, inspectAndZoom } = useLooking(analysis, view);
  const onMapClick = (event: MapPointerEvent): void => {
    if (!event.pick || adjust.subject || sitePicking.take(event.pick)) return;
    if (picking === 'click') {
      const { kind, id } = event.pick;
      if (kind === 'project' || kind === 'plan-object') toggle(id);
      return;
    }
    inspect(toInspected(event.pick));
  };
  const copy = useCopy();
  const onCamera = useCallback((camera: MapCamera) => view?.setCamera(camera), [view]);
  const desk = useDocumentDesk();
  const regions = useRegions(desk);
  usePermalink(pack.id, onCamera, desk.goTo);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const openClaims = useCallback(() => setClaimsOpen(true), []);
  const commands = useAppCommands(view, openHelp, openClaims, adjust.toggle, desk.actions);
  useShortcuts(commands);
  const { sources, setSources, openSources, openSource, openCell } = useSources();
  // Not in the tree below: under a condition there the compiler makes it anew on each draw.
  const zoomToBounds = (bounds: BoundingBox): void => view?.fitTo(bounds, 60);

  return (
    <div className="screen" data-presenting={isPresenting}>
      <HeaderBar
        documentMenu={<DocumentHost desk={desk} onOpenPack={regions.actions.onOpenFile} />}
        regionMenu={<RegionHost regions={regions} />}
        projects={analysis.projects}
        onPick={(result) => inspectAndZoom(toInspected(result))}
        onFitRegion={() => view?.fitRegion()}
        onCopyLink={() => copy(location.href, linkWords(documents))}
        onClaims={openClaims}
        onSources={openSources}
        onHelp={openHelp}
      />
      {leftOpen && (
        <ErrorBoundary area="左侧栏">
          <LeftRail
            analysis={analysis}
            view={view}
            legends={legends}
            counts={counts}
            onInspect={inspect}
            onZoomTo={zoomTo}
            onZoomToBounds={zoomToBounds}
            onDrawAlignment={alignment.open}
            onImportAlignment={alignment.open}
            onAdjust={adjust.open}
            onAddScenarioFile={addScenarioFile}
          />
        </ErrorBoundary>
      )}
      <ErrorBoundary area="地图">
        <MapStage
          analysis={analysis}
          view={view}
          overlap={mapOverlap}
          projects={alignment.mapProjects}
          thematic={thematic.area}
          columns={columns}
          belts={belts}
          imports={shownImports}
          legends={drawn}
          notice={
            <>
              <ReadOnlyHost desk={desk} />
              <PackNotes />
              <PackUpdateNotice regions={regions} />
              <PickingNotice picking={picking} onEnd={() => setPicking(null)} />
              <AdjustLine task={adjust} analysis={analysis} />
              {sitePicking.notice}
            </>
          }
          tools={
            <Suspense>
              <DrawHost
                view={view}
                analysis={analysis}
                isAdjusting={adjust.subject !== null}
                onBegin={endAll}
              />
            </Suspense>
          }
          onView={setView}
          onClick={onMapClick}
          onPointer={setPointer}
          onInspect={inspect}
        />
      </ErrorBoundary>
      {rightOpen && (
        <ErrorBoundary area="右侧栏">
          <RightPanel
            analysis={analysis}
            view={view}
            overlap={overlap}
            picking={picking}
            exporting={exporting}
            onPick={setPicking}
            onExport={exportAs}
            onInspect={inspect}
            onZoomTo={zoomTo}
            onZoomToAll={zoomToAll}
            onAdjust={adjust.open}
            onOpenCell={openCell}
            onOpenSource={openSource}
            onCopy={copy}
          />
        </ErrorBoundary>
      )}
      <ErrorBoundary area="村表">
        <VillagesDock
          analysis={analysis}
          overlap={overlap}
          nearestAny={nearestAny}
          onInspect={inspect}
          onInspectAndZoom={inspectAndZoom}
        />
      </ErrorBoundary>
      <FooterBar pointer={pointer} onSources={openSources} />
      <Suspense>
        {sources && (
          <SourcesDrawer
            pack={pack}
            open
            view={sources}
            onView={setSources}
            onClose={() => setSources(null)}
          />
        )}
        {claimsOpen && (
          <ClaimsHost
            key={villagesEpoch}
            analysis={analysis}
            onInspect={inspect}
            onZoomTo={zoomToAll}
            onClose={() => setClaimsOpen(false)}
          />
        )}
        {helpOpen && (
          <HelpDialog
            open
            shortcuts={[...BUILT_IN_SHORTCUTS, ...commands]}
            onClose={() => setHelpOpen(false)}
          />
        )}
      </Suspense>
      <DialogGate
        analysis={analysis}
        view={view}
        onInspect={inspect}
        onZoomTo={zoomToAll}
        onOpenCell={openCell}
      />
      <Suspense>
        {isPresenting && <PresentHost analysis={analysis} view={view} legends={drawn} />}
      </Suspense>
      <ExportGate analysis={analysis} overlap={overlap} />
      <ImportGate onCuntuFile={desk.openCuntuFile} onPackFile={regions.openPack} />
      <Suspense>
        <AlignmentHost task={alignment} analysis={analysis} view={view} />
        <AdjustHost task={adjust} analysis={analysis} />
      </Suspense>
      <PlanGate analysis={analysis} view={view} />
    </div>
  );
}
