// What page and import worker say to each other. Files go over as handles and are read there; rows stay there until they
// are taken.
import type { AuditFinding } from '../domain/audit-finding';
import type { ImportContent, ImportedFeature } from '../domain/imported';
import type { Problem } from '../domain/problem';
import type { Village } from '../domain/village';
import type { ImportPreviewView } from '../features/import/import-dialog-props';
import type { ImportChoices, ImportContext, UnmatchedRow } from '../io/import-choices';
import type { ImportSuggestion, RememberedColumns } from '../io/import-suggest';
import type { TableShape } from '../io/import-table';
import type { SourceCell, SourceFormat } from '../io/source-layer';
import type { VillageRowColumns } from './village-row-columns';

/** A chosen or dropped file; `path` holds the folders of a dropped folder. */
export interface ChosenFile {
  readonly path: string;
  /** null for one that the browser would not hand over. */
  readonly file: Blob | null;
}

/** A layer of the files that were read, by their places. */
export interface LayerPlace {
  readonly file: number;
  readonly layer: number;
}

export interface ReadLayer {
  readonly place: LayerPlace;
  readonly fileName: string;
  readonly format: SourceFormat;
  readonly encoding: string | null;
  readonly sha256: string;
  /** Sheet or class; empty where the file has only one. */
  readonly name: string;
  readonly rowCount: number;
  /** First rows as they stand, headings included where they are rows. */
  readonly head: readonly { readonly row: number; readonly cells: readonly SourceCell[] }[];
  readonly headings: readonly string[] | null;
  /** A sheet of remarks beside sheets of data. */
  readonly isRemarks: boolean;
}

export interface ReadAnswer {
  readonly layers: readonly ReadLayer[];
  readonly problems: readonly Problem[];
}

/** A preview without its rows, which wait in the worker. */
export interface PreviewAnswer extends ImportPreviewView {
  /** The first rows that matched nothing; `unmatchedCount` counts all. */
  readonly unmatched: readonly UnmatchedRow[];
}

export interface ImportAnswers {
  readonly read: ReadAnswer;
  readonly suggest: ImportSuggestion;
  readonly preview: PreviewAnswer;
  /** Of the table's own arithmetic, whatever it is imported as. */
  readonly audit: readonly AuditFinding[];
  /** The last preview's content; its rows went ahead in slices. */
  readonly take: ImportContent;
}

export type ImportAsk =
  | { readonly kind: 'read'; readonly files: readonly ChosenFile[] }
  | {
      readonly kind: 'suggest';
      readonly place: LayerPlace;
      /** Where the headings are; null to guess. */
      readonly shape: TableShape | null;
      readonly remembered: readonly (readonly [string, RememberedColumns])[];
    }
  | { readonly kind: 'preview'; readonly place: LayerPlace; readonly choices: ImportChoices }
  | { readonly kind: 'audit'; readonly place: LayerPlace; readonly shape: TableShape }
  | { readonly kind: 'take' };

/** The region comes ahead of the questions, its villages in slices: many are not copied in one go. */
export type ToImportWorker =
  | ImportAsk
  | { readonly kind: 'region'; readonly region: ImportContext }
  | { readonly kind: 'region-villages'; readonly villages: readonly Village[] };

export interface ImportStep {
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

export type FromImportWorker =
  | { readonly type: 'step'; readonly step: ImportStep }
  /** The next rows of what is taken: many small messages, so that the page is never held up by one. */
  | { readonly type: 'villages'; readonly columns: VillageRowColumns }
  | { readonly type: 'features'; readonly rows: readonly ImportedFeature[] }
  | { readonly type: 'done'; readonly answer: unknown }
  | { readonly type: 'failed'; readonly message: string };
