// A village's own figures, each with the file and row that it was read from.
import { importSourceId, type OwnFigures } from '../../document/effective-region';
import type { ImportRecord, VillageFigures } from '../../domain/imported';
import { villageRowsOf } from '../../domain/imported-things';
import { formatQuantity, formatShare } from '../../ui/format';
import { inspectRow, type InspectRow } from './inspect-view';

export interface OwnFigureRow {
  readonly measure: keyof VillageFigures;
  readonly row: InspectRow;
}

const MEASURES: readonly (readonly [
  measure: keyof VillageFigures,
  label: string,
  text: (value: number) => string,
])[] = [
  ['poorHouseholds', '贫困户', (value) => formatQuantity(value, '户')],
  ['poorPersons', '贫困人口', (value) => formatQuantity(value, '人')],
  ['povertyIncidence', '贫困发生率', (value) => formatShare(value, 2)],
  ['households', '总户数', (value) => formatQuantity(value, '户')],
  ['persons', '总人口', (value) => formatQuantity(value, '人')],
  ['elevationMetres', '海拔', (value) => formatQuantity(value, '米')],
  ['slopeDegrees', '坡度', (value) => `${value.toFixed(1)}°`],
];

interface Origin {
  readonly record: ImportRecord;
  readonly row: number;
}

/** The last row that gives this figure this value: figures of one village may come from several files. */
function originOf(
  records: readonly ImportRecord[],
  code: string,
  measure: keyof VillageFigures,
  value: number,
): Origin | null {
  for (const record of records.toReversed()) {
    const found = villageRowsOf(record.content).findLast(
      (village) => village.code === code && village.figures[measure] === value,
    );
    if (found) return { record, row: found.row };
  }
  return null;
}

/** Rows for the figures that are known; empty for a village without any. */
export function ownFiguresOf(
  input: {
    readonly ownFigures: ReadonlyMap<string, OwnFigures>;
    readonly imports: ReadonlyMap<string, ImportRecord>;
  },
  code: string,
): readonly OwnFigureRow[] {
  const own = input.ownFigures.get(code);
  if (own === undefined) return [];
  const records = [...input.imports.values()];
  return MEASURES.flatMap(([measure, label, text]) => {
    const value = own.figures[measure];
    if (value === null) return [];
    const origin = originOf(records, code, measure, value);
    const row = inspectRow(label, text(value), {
      resolution: '本村数字（导入）',
      note: origin ? `${origin.record.provenance.fileName} 第 ${origin.row} 行` : '',
      sourceIds: origin ? [importSourceId(origin.record.id)] : [],
    });
    return [{ measure, row }];
  });
}
