import type { RegionPack } from '../../domain/region-pack';
import type { Target, TargetActual } from '../../domain/target';

export type TargetsFormat = 'xlsx' | 'csv';

export interface TargetsPanelProps {
  readonly pack: RegionPack;
  readonly actuals: ReadonlyMap<string, TargetActual>;
  readonly isReadOnly: boolean;
  /** What is looked at is how things stood at the end of this year. */
  readonly year: number;
  readonly exporting: TargetsFormat | null;
  readonly onYear: (year: number) => void;
  readonly onPut: (target: Target, entered: Omit<TargetActual, 'targetId' | 'madeAt'>) => void;
  readonly onRemove: (target: Target, year: number) => void;
  readonly onExport: (format: TargetsFormat) => void;
}
