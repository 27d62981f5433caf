import type { Position } from 'geojson';
import type { AuditFinding } from '../../domain/audit-finding';
import type { LngLat, BoundingBox } from '../../domain/lng-lat';
import type { Problem } from '../../domain/problem';
import type { ImportContent } from '../../domain/imported';
import type { CrsGuess, ImportChoices, ImportPreview, UnmatchedRow } from '../../io/import-choices';
import type { TableShape } from '../../io/import-table';
import type { SourceCell, SourceFormat } from '../../io/source-layer';

/** 文件 → 坐标与列 → 匹配与结果. */
export type ImportStage = 'file' | 'columns' | 'result';

/** A layer that was read: a sheet, a feature class, a terrain file. */
export interface ImportLayerView {
  readonly key: string;
  readonly fileName: string;
  readonly format: SourceFormat;
  readonly encoding: string | null;
  readonly name: string;
  readonly rowCount: number;
  readonly head: readonly { readonly row: number; readonly cells: readonly SourceCell[] }[];
  readonly headings: readonly string[] | null;
  /** Already taken in this dialog. */
  readonly isTaken: boolean;
  /** Text beside sheets of data; importing it is possible, but hardly meant. */
  readonly isRemarks: boolean;
}

export interface ImportGuessView {
  readonly choices: ImportChoices;
  readonly crs: {
    readonly guesses: readonly CrsGuess[];
    readonly isSure: boolean;
    readonly reason: string;
  };
  readonly useEvidence: string;
}

/** A preview without its rows; positions to look at instead. */
export interface ImportPreviewView extends Omit<ImportPreview, 'content' | 'unmatched'> {
  readonly unmatchedCount: number;
  /** Unmatched rows that could be new villages. */
  readonly addableCount: number;
  readonly kind: ImportContent['kind'] | null;
  readonly count: number;
  /** Of villages: with a new position, new altogether, with figures of their own. */
  readonly placed: number;
  readonly added: number;
  readonly withFigures: number;
  /** Of a relocation list: entries that name a site; null for anything else. */
  readonly withSite: number | null;
  /** With a height from a terrain file. */
  readonly withHeight: number;
  /** Size and fineness of a kept elevation grid in words; empty for anything else. */
  readonly terrain: string;
  /** Sampled positions as converted, WGS84. */
  readonly positions: readonly LngLat[];
}

export interface ImportStepView {
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

/** Outline of the region, to look at positions on. */
export interface RegionSketch {
  readonly bbox: BoundingBox;
  readonly rings: readonly (readonly Position[])[];
}

export interface ImportDialogProps {
  readonly stage: ImportStage;
  readonly isBusy: boolean;
  readonly step: ImportStepView | null;
  readonly failure: string | null;
  /** null before any file was read. */
  readonly layers: readonly ImportLayerView[] | null;
  readonly fileProblems: readonly Problem[];
  readonly layer: ImportLayerView | null;
  readonly guess: ImportGuessView | null;
  readonly choices: ImportChoices | null;
  readonly preview: ImportPreviewView | null;
  /** Rows that match nothing, and those that the user has matched; the first of them. */
  readonly toMatch: readonly UnmatchedRow[];
  readonly region: RegionSketch;
  /** Of the table's own arithmetic; null before it was audited. */
  readonly findings: readonly AuditFinding[] | null;
  /** Why nothing can be applied (a read-only document); null when it can. */
  readonly refusal: string | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onLayer: (key: string) => void;
  readonly onChoices: (choices: ImportChoices) => void;
  /** The user says where the headings of the table are; everything is guessed anew from them. */
  readonly onHeadings: (shape: TableShape) => void;
  readonly onStage: (stage: ImportStage) => void;
  readonly onAudit: () => void;
  readonly onApply: () => void;
  readonly onCancelStep: () => void;
  readonly onClose: () => void;
}
