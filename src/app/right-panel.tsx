import { Segmented } from 'antd';
import { Suspense, lazy, useMemo } from 'react';
import { estimateBasis, estimateBasisText } from '../analysis/estimate-basis';
import { CoveragePanel } from '../features/coverage/coverage-panel';
import type { OverlapClass } from '../analysis/overlap-summary';
import type {
  CoverageExportKind,
  MapPick,
  PanelMode,
} from '../features/coverage/coverage-panel-props';
import type { Inspected } from '../features/inspect/inspected';
import type { CellReference } from '../domain/source';
import { ENGINE_VERSION } from './engine-version';
import type { MapView } from '../map/map-view';
import { Inspector, PlanDetails } from './later-panels';
import { MAX_DISTANCE_METRES, type RightTab } from './session-state';
import { openExport } from './export-store';
import { patchSession, useSession } from './session-store';
import type { Analysis } from './use-analysis';
import type { ChosenOverlap } from './use-overlap';
import { useVillageReach } from './use-nearest';
import { useWorkspace } from './workspace';

/** Loaded when first opened: the first map does without it. */
const GapTab = lazy(() => import('./gap-tab'));

const TABS: readonly { readonly value: RightTab; readonly label: string }[] = [
  { value: 'coverage', label: '覆盖分析' },
  { value: 'gap', label: '缺口' },
  { value: 'inspect', label: '详情' },
];

interface Props {
  readonly analysis: Analysis;
  readonly view: MapView | null;
  readonly overlap: ChosenOverlap | null;
  readonly picking: MapPick | null;
  readonly exporting: CoverageExportKind | null;
  readonly onPick: (pick: MapPick | null) => void;
  readonly onExport: (kind: CoverageExportKind) => void;
  readonly onInspect: (thing: Inspected) => void;
  readonly onZoomTo: (thing: Inspected) => void;
  readonly onZoomToAll: (things: readonly Inspected[]) => void;
  readonly onAdjust: (projectId: string) => void;
  readonly onOpenCell: (cell: CellReference) => void;
  readonly onOpenSource: (sourceId: string) => void;
  readonly onCopy: (text: string) => void;
}

function choose(chosenProjectIds: readonly string[]): void {
  patchSession({ chosenProjectIds });
}

function setDistance(metres: number): void {
  patchSession({ distanceMetres: Math.min(Math.max(metres, 0), MAX_DISTANCE_METRES) });
}

function setMode(mode: PanelMode): void {
  patchSession({
    coverageMode: mode === 'each' ? 'each' : 'union',
    showsOverlap: mode === 'overlap',
  });
}

function focusProject(focusedProjectId: string): void {
  patchSession({ focusedProjectId });
}

function selectOverlap(overlapClass: OverlapClass): void {
  patchSession({ overlapClass, areaCode: null, tableOpen: true });
}

function exportMore(): void {
  openExport('coverage');
}

type CoverageTabProps = Pick<
  Props,
  'analysis' | 'overlap' | 'picking' | 'exporting' | 'onPick' | 'onExport' | 'onZoomTo' | 'onAdjust'
> & { readonly estimateBasis: string };

/** Its functions last, so that a step of the slider or a moved project draws only the figures that it changes. */
function CoverageTab(props: CoverageTabProps) {
  const { analysis, overlap, onZoomTo } = props;
  const { index, coverage, summary, focusedId } = analysis;
  const chosenProjectIds = useSession((state) => state.chosenProjectIds);
  const coverageMode = useSession((state) => state.coverageMode);
  const showsOverlap = useSession((state) => state.showsOverlap);
  const distanceMetres = useSession((state) => state.distanceMetres);
  const selectArea = (areaCode: string): void => {
    patchSession({ areaCode, overlapClass: null, tableOpen: true });
    onZoomTo({ kind: areaCode.length === 6 ? 'county' : 'township', code: areaCode });
  };
  const selectProject = (id: string): void => onZoomTo({ kind: 'project', id });
  return (
    <CoveragePanel
      index={index}
      chosenIds={chosenProjectIds}
      mode={showsOverlap && coverageMode === 'union' ? 'overlap' : coverageMode}
      focusedId={focusedId}
      distanceMetres={distanceMetres}
      result={coverage.result}
      summary={summary}
      perTarget={coverage.perTarget}
      overlap={overlap?.rows ?? null}
      run={coverage.run}
      problem={coverage.problem}
      picking={props.picking}
      exporting={props.exporting}
      engineVersion={ENGINE_VERSION}
      estimateBasis={props.estimateBasis}
      onChoose={choose}
      onMode={setMode}
      onFocusProject={focusProject}
      onDistance={setDistance}
      onPick={props.onPick}
      onSelectArea={selectArea}
      onSelectOverlap={selectOverlap}
      onSelectProject={selectProject}
      onAdjustProject={props.onAdjust}
      onExport={props.onExport}
      onExportMore={exportMore}
      onCancel={coverage.cancel}
    />
  );
}

export function RightPanel(props: Props) {
  const { analysis } = props;
  const { pack, estimate, ownFigures, villagesEpoch } = useWorkspace();
  const basis = useMemo(() => estimateBasisText(estimateBasis(pack, estimate)), [pack, estimate]);
  const rightTab = useSession((state) => state.rightTab);
  const chosenProjectIds = useSession((state) => state.chosenProjectIds);
  const selection = useSession((state) => state.selection);
  const villageReach = useVillageReach(analysis);
  return (
    <aside className="rail rail-right" aria-label="覆盖分析与详情">
      <div className="rail-tabs">
        <Segmented
          block
          aria-label="右侧栏"
          options={[...TABS]}
          value={rightTab}
          onChange={(tab) => patchSession({ rightTab: tab })}
        />
      </div>
      {/* A tab of its own scroll position: 详情 must not open half way down. */}
      <div className="rail-body" key={rightTab}>
        {rightTab === 'coverage' && (
          <CoverageTab
            analysis={analysis}
            overlap={props.overlap}
            picking={props.picking}
            exporting={props.exporting}
            estimateBasis={basis}
            onPick={props.onPick}
            onExport={props.onExport}
            onZoomTo={props.onZoomTo}
            onAdjust={props.onAdjust}
          />
        )}
        {rightTab === 'gap' && (
          <Suspense fallback={<p role="status">正在打开…</p>}>
            <GapTab
              key={villagesEpoch}
              analysis={analysis}
              estimateBasis={basis}
              onSelectVillage={(code) => patchSession({ selection: { kind: 'village', code } })}
              onZoomTo={props.onZoomToAll}
            />
          </Suspense>
        )}
        {rightTab === 'inspect' && (
          <Suspense fallback={<p role="status">正在打开…</p>}>
            {selection?.kind === 'plan-object' ? (
              <PlanDetails
                id={selection.id}
                analysis={analysis}
                view={props.view}
                onZoomTo={props.onZoomTo}
                onAdjust={props.onAdjust}
              />
            ) : (
              <Inspector
                index={analysis.index}
                inspected={selection}
                coverage={analysis.coverage.result}
                estimate={estimate}
                ownFigures={ownFigures}
                imports={analysis.doc.imports}
                villageReach={villageReach}
                chosenIds={chosenProjectIds}
                onInspect={props.onInspect}
                onZoomTo={props.onZoomTo}
                onAddToCoverage={(id) => {
                  choose([...chosenProjectIds, id]);
                  patchSession({ rightTab: 'coverage' });
                }}
                onRemoveFromCoverage={(id) =>
                  choose(chosenProjectIds.filter((other) => other !== id))
                }
                onAdjust={props.onAdjust}
                onOpenCell={props.onOpenCell}
                onOpenSource={props.onOpenSource}
                onCopy={props.onCopy}
              />
            )}
          </Suspense>
        )}
      </div>
    </aside>
  );
}
