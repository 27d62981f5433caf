import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { addImport } from '../document/edits/add-import';
import { newId } from '../document/new-id';
import type { RegionPack } from '../domain/region-pack';
import { ImportDialog } from '../features/import/import-dialog';
import type { ImportLayerView, RegionSketch } from '../features/import/import-dialog-props';
import type { ImportContext } from '../io/import-choices';
import { useMessages } from '../ui/messages';
import { chosenFiles } from './dropped-files';
import { closeImport, useImportAsked } from './import-store';
import type { ReadLayer } from './import-task';
import { useImport } from './use-import';
import { useWorkspace } from './workspace';

function keyOf({ place }: ReadLayer): string {
  return `${place.file}:${place.layer}`;
}

function sketchOf({ bbox, counties }: RegionPack): RegionSketch {
  const rings = counties.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  return { bbox, rings };
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** 导入 over the open region and document; nothing reaches the document before the user says so. */
export default function ImportHost() {
  const { pack, documents } = useWorkspace();
  const message = useMessages();
  const asked = useImportAsked((state) => state.files);
  const access = useStore(documents.state, (state) => state.access);
  const context = useMemo<ImportContext>(
    () => ({
      bbox: pack.bbox,
      counties: pack.counties,
      townships: pack.townships,
      villages: pack.villages,
    }),
    [pack],
  );
  const { state, readFiles, chooseLayer, setHeadings, setChoices, goTo, audit, take, cancel } =
    useImport(context);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const region = useMemo(() => sketchOf(pack), [pack]);
  useEffect(() => {
    if (!asked || asked.length === 0) return;
    setTaken(new Set());
    readFiles(asked);
  }, [asked, readFiles]);

  const view = (layer: ReadLayer): ImportLayerView => ({
    ...layer,
    key: keyOf(layer),
    isTaken: taken.has(keyOf(layer)),
  });
  const apply = async (): Promise<void> => {
    const { layer, choices, preview } = state;
    if (!layer || !choices || !preview) return;
    const content = await take();
    if (!content) return;
    const title = layer.name === '' ? baseName(layer.fileName) : layer.name;
    documents.commit(
      addImport({
        id: newId(),
        title,
        provenance: {
          fileName: layer.fileName,
          sha256: layer.sha256,
          format: layer.format,
          encoding: layer.encoding,
          crs: choices.crs,
          crsEvidence: choices.crsEvidence,
          madeAt: new Date().toISOString(),
          rowsRead: preview.rowsRead,
          rowsRefused: preview.rowsRefused,
        },
        content,
      }),
    );
    void message.success(`已导入「${title}」，可用撤销收回。`);
    const now = new Set([...taken, keyOf(layer)]);
    setTaken(now);
    const next = state.read?.layers.find((each) => !each.isRemarks && !now.has(keyOf(each)));
    if (!next) return closeImport();
    chooseLayer(next);
    goTo('file');
  };
  return (
    <ImportDialog
      stage={state.stage}
      isBusy={state.isBusy}
      step={state.step}
      failure={state.failure}
      layers={state.read?.layers.map(view) ?? null}
      fileProblems={state.read?.problems ?? []}
      layer={state.layer && view(state.layer)}
      guess={state.suggestion}
      choices={state.choices}
      preview={state.preview}
      toMatch={state.toMatch}
      findings={state.findings}
      region={region}
      refusal={access.kind === 'read-only' ? access.problem.text : null}
      onFiles={(files) => {
        setTaken(new Set());
        readFiles(chosenFiles(files));
      }}
      onLayer={(key) => {
        const layer = state.read?.layers.find((each) => keyOf(each) === key);
        if (layer) chooseLayer(layer);
      }}
      onChoices={setChoices}
      onHeadings={setHeadings}
      onStage={goTo}
      onAudit={audit}
      onApply={() => void apply()}
      onCancelStep={cancel}
      onClose={closeImport}
    />
  );
}
