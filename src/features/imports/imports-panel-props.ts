import type { ImportRecord } from '../../domain/imported';
import type { Project } from '../../domain/project';

export interface ImportsPanelProps {
  /** In order: a later one wins over an earlier one. */
  readonly records: readonly ImportRecord[];
  /** The projects in force, among them the ones that imports became. */
  readonly projects: readonly Project[];
  readonly hiddenIds: readonly string[];
  readonly onImport: () => void;
  readonly onZoomTo: (record: ImportRecord) => void;
  /** Opens the export dialog on what the import became. */
  readonly onExport: (record: ImportRecord) => void;
  readonly onRename: (record: ImportRecord, title: string) => void;
  /** Earlier (-1) or later (1) in the order. */
  readonly onMove: (record: ImportRecord, step: -1 | 1) => void;
  readonly onRemove: (record: ImportRecord) => void;
  readonly onHidden: (hiddenIds: readonly string[]) => void;
}
