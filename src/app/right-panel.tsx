import { Segmented } from 'antd';
import { Suspense, lazy, useMemo } from 'react';
import { estimateBasis, estimateBasisText } from '../analysis/estimate-basis';
import { CoveragePanel } from '../features/coverage/coverage-panel';
import type { CoverageExportKind, MapPick } from '../features/coverage/coverage-panel-props';
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

export function RightPanel(props: Props) {
  const { analysis } = props;
  const { pack, estimate, ownFigures, villagesEpoch } = useWorkspace();
  const basis = useMemo(() => estimateBasisText(estimateBasis(pack, estimate)), [pack, estimate]);
  const rightTab = useSession((state) => state.rightTab);
  const chosenProjectIds = useSession((state) => state.chosenProjectIds);
  const coverageMode = useSession((state) => state.coverageMode);
  const showsOverlap = useSession((state) => state.showsOverlap);
  const distanceMetres = useSession((state) => state.distanceMetres);
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
          <CoveragePanel
            index={analysis.index}
            chosenIds={chosenProjectIds}
            mode={showsOverlap && coverageMode === 'union' ? 'overlap' : coverageMode}
            focusedId={analysis.focusedId}
            distanceMetres={distanceMetres}
            result={analysis.coverage.result}
            summary={analysis.summary}
            perTarget={analysis.coverage.perTarget}
            overlap={props.overlap?.rows ?? null}
            run={analysis.coverage.run}
            problem={analysis.coverage.problem}
            picking={props.picking}
            exporting={props.exporting}
            engineVersion={ENGINE_VERSION}
            estimateBasis={basis}
            onChoose={choose}
            onMode={(mode) =>
              patchSession({
                coverageMode: mode === 'each' ? 'each' : 'union',
                showsOverlap: mode === 'overlap',
              })
            }
            onFocusProject={(focusedProjectId) => patchSession({ focusedProjectId })}
            onDistance={(metres) =>
              patchSession({ distanceMetres: Math.min(Math.max(metres, 0), MAX_DISTANCE_METRES) })
            }
            onPick={props.onPick}
            onSelectArea={(areaCode) => {
              patchSession({ areaCode, overlapClass: null, tableOpen: true });
              props.onZoomTo({
                kind: areaCode.length === 6 ? 'county' : 'township',
                code: areaCode,
              });
            }}
            onSelectOverlap={(overlapClass) =>
              patchSession({ overlapClass, areaCode: null, tableOpen: true })
            }
            onSelectProject={(id) => props.onZoomTo({ kind: 'project', id })}
            onAdjustProject={props.onAdjust}
            onExport={props.onExport}
            onExportMore={() => openExport('coverage')}
            onCancel={analysis.coverage.cancel}
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
