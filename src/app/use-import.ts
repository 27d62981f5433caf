import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportContent } from '../domain/imported';
import type { ImportStage } from '../features/import/import-dialog-props';
import type { ImportChoices, ImportContext } from '../io/import-choices';
import type { ImportSuggestion } from '../io/import-suggest';
import { type ImportClient, ImportCancelled, createImportClient } from './import-client';
import { rememberColumns, rememberedColumns } from './import-columns-memory';
import type {
  ChosenFile,
  ImportAnswers,
  ImportAsk,
  ImportStep,
  LayerPlace,
  PreviewAnswer,
  ReadAnswer,
  ReadLayer,
} from './import-task';

/** A shorter step is not told: a flicker tells nothing. */
const STEP_AFTER_MILLISECONDS = 500;

export interface ImportState {
  readonly stage: ImportStage;
  readonly isBusy: boolean;
  readonly step: ImportStep | null;
  readonly read: ReadAnswer | null;
  readonly layer: ReadLayer | null;
  readonly suggestion: ImportSuggestion | null;
  readonly choices: ImportChoices | null;
  readonly preview: PreviewAnswer | null;
  /** Chinese; what ended the last question. */
  readonly failure: string | null;
}

const EMPTY: ImportState = {
  stage: 'file',
  isBusy: false,
  step: null,
  read: null,
  layer: null,
  suggestion: null,
  choices: null,
  preview: null,
  failure: null,
};

export interface ImportRun {
  readonly state: ImportState;
  readonly readFiles: (files: readonly ChosenFile[]) => void;
  readonly chooseLayer: (layer: ReadLayer) => void;
  readonly setChoices: (choices: ImportChoices) => void;
  readonly goTo: (stage: ImportStage) => void;
  readonly take: () => Promise<ImportContent | null>;
  readonly cancel: () => void;
}

function storage(): Storage | null {
  try {
    return localStorage;
  } catch (cause) {
    // A private window may refuse even to be asked.
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}

/** The import dialog's questions to its worker and what came back. The worker ends with the dialog. */
export function useImport(context: ImportContext): ImportRun {
  const [state, setState] = useState<ImportState>(EMPTY);
  const client = useRef<ImportClient | null>(null);
  const patch = useCallback((change: Partial<ImportState>): void => {
    setState((before) => ({ ...before, ...change }));
  }, []);
  useEffect(() => () => client.current?.close(), []);

  const ask = useCallback(
    async <T extends ImportAsk>(question: T): Promise<ImportAnswers[T['kind']] | null> => {
      client.current ??= createImportClient();
      let isSlow = false;
      let newest: ImportStep | null = null;
      const slow = setTimeout(() => {
        isSlow = true;
        patch({ step: newest });
      }, STEP_AFTER_MILLISECONDS);
      patch({ isBusy: true, failure: null });
      try {
        return await client.current.ask(question, (step) => {
          newest = step;
          if (isSlow) patch({ step });
        });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const isCancelled = error instanceof ImportCancelled;
        patch({ failure: isCancelled ? '已取消，没有导入任何内容。' : `没有完成：${reason}。` });
        return null;
      } finally {
        clearTimeout(slow);
        patch({ isBusy: false, step: null });
      }
    },
    [patch],
  );

  const suggest = useCallback(
    async (layer: ReadLayer): Promise<void> => {
      const place: LayerPlace = layer.place;
      const remembered = rememberedColumns(storage());
      patch({ layer, suggestion: null, choices: null, preview: null });
      const suggestion = await ask({ kind: 'suggest', place, remembered });
      if (suggestion) patch({ suggestion, choices: suggestion.choices });
    },
    [ask, patch],
  );
  const readFiles = useCallback(
    (files: readonly ChosenFile[]): void => {
      setState({ ...EMPTY, isBusy: true });
      void ask({ kind: 'read', files, context }).then(async (read) => {
        if (!read) return;
        patch({ read });
        const [first] = read.layers;
        if (first) await suggest(first);
      });
    },
    [ask, context, patch, suggest],
  );
  const preview = useCallback(
    (layer: ReadLayer, choices: ImportChoices): void => {
      patch({ preview: null });
      void ask({ kind: 'preview', place: layer.place, choices }).then((answer) => {
        if (answer) patch({ preview: answer });
      });
    },
    [ask, patch],
  );
  const goTo = (stage: ImportStage): void => {
    patch({ stage, failure: null });
    if (stage === 'result' && state.layer && state.choices) preview(state.layer, state.choices);
  };
  const setChoices = (choices: ImportChoices): void => {
    patch({ choices });
    if (state.stage === 'result' && state.layer) preview(state.layer, choices);
  };
  const take = async (): Promise<ImportContent | null> => {
    const content = await ask({ kind: 'take' });
    const { suggestion, choices } = state;
    if (content && suggestion && choices) {
      rememberColumns(storage(), suggestion.key, choices.columns);
    }
    return content;
  };
  const cancel = (): void => {
    client.current?.close();
    client.current = null;
    setState({ ...EMPTY, failure: '已取消，没有导入任何内容。' });
  };
  return {
    state,
    readFiles,
    chooseLayer: (layer) => void suggest(layer),
    setChoices,
    goTo,
    take,
    cancel,
  };
}
