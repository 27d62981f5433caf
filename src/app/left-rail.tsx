import { Segmented } from 'antd';
import { Suspense, useMemo } from 'react';
import { moveImport } from '../document/edits/move-import';
import { removeImport } from '../document/edits/remove-import';
import { renameImport } from '../document/edits/rename-import';
import { setBeltWidth } from '../document/edits/set-belt-width';
import { LayersPanel } from '../features/layers/layers-panel';
import type { ObjectPick } from '../features/objects/objects-panel-props';
import type { BoundingBox } from '../domain/lng-lat';
import type { LayerId } from '../map/layer-catalog';
import type { MapView } from '../map/map-view';
import type { LegendModel } from '../ui/legend-model';
import { EXPORTABLE_LAYERS, SUBJECT_OF_LAYER } from './export-layers';
import { openExport } from './export-store';
import { openImport } from './import-store';
import { ImportsPanel, ObjectsPanel, PlanRail, ScenesRail, ThematicPanel } from './later-panels';
import { toInspected } from './selection';
import { type LeftTab, type SessionState } from './session-state';
import { patchSession, useSession } from './session-store';
import { importBounds } from './thing-bounds';
import type { Analysis } from './use-analysis';
import { showBelts, useShownBelts } from './use-belt-areas';
import { useWorkspace } from './workspace';
import type { Inspected } from '../features/inspect/inspected';

const TABS: readonly { readonly value: LeftTab; readonly label: string }[] = [
  { value: 'layers', label: '图层' },
  { value: 'thematic', label: '专题' },
  { value: 'objects', label: '对象' },
  { value: 'plan', label: '规划' },
  { value: 'scenes', label: '场景' },
];

interface Props {
  readonly analysis: Analysis;
  readonly view: MapView | null;
  readonly legends: Readonly<Partial<Record<LayerId, LegendModel>>>;
  readonly counts: Readonly<Partial<Record<LayerId, number>>>;
  readonly onInspect: (thing: Inspected) => void;
  readonly onZoomTo: (thing: Inspected) => void;
  readonly onZoomToBounds: (bounds: BoundingBox) => void;
  readonly onDrawAlignment: (projectId: string) => void;
  readonly onImportAlignment: (projectId: string) => void;
  readonly onAdjust: (projectId: string) => void;
  /** Another .cuntu file as a scenario. */
  readonly onAddScenarioFile: () => void;
}

function pickOf(selection: SessionState['selection']): ObjectPick | null {
  if (!selection || !('id' in selection)) return null;
  const { kind, id } = selection;
  return kind === 'project' || kind === 'belt' || kind === 'relocation' ? { kind, id } : null;
}

function configure(id: LayerId): void {
  if (id === 'thematic') patchSession({ leftTab: 'thematic' });
}

/** 导入的数据, wired to the open document. */
function Imports({ analysis, onZoomToBounds }: Pick<Props, 'analysis' | 'onZoomToBounds'>) {
  const { documents } = useWorkspace();
  const { imports } = analysis.doc;
  const records = useMemo(() => [...imports.values()], [imports]);
  const hiddenIds = useSession((state) => state.hiddenImportIds);
  return (
    <ImportsPanel
      records={records}
      projects={analysis.projects}
      hiddenIds={hiddenIds}
      onImport={() => openImport()}
      onZoomTo={(record) => {
        const bounds = importBounds(analysis.index, record);
        if (bounds) onZoomToBounds(bounds);
      }}
      onExport={({ id, content }) =>
        openExport('features' in content ? `import:${id}` : 'villages')
      }
      onRename={({ id }, title) => documents.commit(renameImport({ importId: id, title }))}
      onMove={({ id, title }, steps) =>
        documents.commit(moveImport({ importId: id, title, steps }))
      }
      onRemove={({ id, title }) => documents.commit(removeImport({ importId: id, title }))}
      onHidden={(hiddenImportIds) => patchSession({ hiddenImportIds })}
    />
  );
}

export function LeftRail(props: Props) {
  const { analysis, legends, counts } = props;
  const { pack, index, documents } = useWorkspace();
  const beltName = (id: string): string => pack.belts.find((belt) => belt.id === id)?.name ?? id;
  const leftTab = useSession((state) => state.leftTab);
  const layers = useSession((state) => state.layers);
  const thematic = useSession((state) => state.thematic);
  const selection = useSession((state) => state.selection);
  const chosenProjectIds = useSession((state) => state.chosenProjectIds);
  const shownBelts = useShownBelts();
  const shownBeltIds = useMemo(() => new Set(shownBelts.map((belt) => belt.id)), [shownBelts]);
  return (
    <nav className="rail rail-left" aria-label="图层、专题、对象、规划与场景">
      <div className="rail-tabs">
        <Segmented
          block
          aria-label="左侧栏"
          options={[...TABS]}
          value={leftTab}
          onChange={(tab) => patchSession({ leftTab: tab })}
        />
      </div>
      <div className="rail-body">
        {leftTab === 'layers' && (
          <LayersPanel
            region={pack}
            layers={layers}
            legends={legends}
            counts={counts}
            onChange={(next) => patchSession({ layers: next })}
            onConfigure={configure}
            exportable={EXPORTABLE_LAYERS}
            onExport={(id) => openExport(SUBJECT_OF_LAYER[id])}
          />
        )}
        <Suspense fallback={<p role="status">正在打开…</p>}>
          {leftTab === 'thematic' && (
            <ThematicPanel
              index={index}
              settings={thematic}
              onChange={(next) => patchSession({ thematic: next })}
            />
          )}
          {leftTab === 'objects' && (
            <Imports analysis={analysis} onZoomToBounds={props.onZoomToBounds} />
          )}
          {leftTab === 'objects' && (
            <ObjectsPanel
              counties={pack.counties}
              projects={analysis.projects}
              belts={pack.belts}
              beltsWord={pack.beltsWord}
              beltWidths={analysis.content.beltWidths}
              shownBeltIds={shownBeltIds}
              relocations={pack.relocations}
              selected={pickOf(selection)}
              chosenIds={chosenProjectIds}
              onSelect={(pick) => props.onInspect(toInspected(pick))}
              onZoomTo={(pick) => props.onZoomTo(toInspected(pick))}
              onChoose={(ids) => patchSession({ chosenProjectIds: ids })}
              onShowBelts={showBelts}
              onBeltWidth={(beltId, widthMetres) =>
                documents.commit(setBeltWidth({ beltId, beltName: beltName(beltId), widthMetres }))
              }
              onDrawAlignment={props.onDrawAlignment}
              onImportAlignment={props.onImportAlignment}
              onAdjust={props.onAdjust}
            />
          )}
          {leftTab === 'plan' && (
            <PlanRail
              index={analysis.index}
              doc={analysis.doc}
              onInspect={props.onInspect}
              onZoomTo={props.onZoomTo}
              onAddFile={props.onAddScenarioFile}
            />
          )}
          {leftTab === 'scenes' && <ScenesRail analysis={analysis} view={props.view} />}
        </Suspense>
      </div>
    </nav>
  );
}
