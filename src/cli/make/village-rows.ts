// What a village list that an office has already gives to the sheets 乡镇 and 村: columns are recognised as the importer
// recognises them. Rows that can not be read whole are taken with what they have, for the office to complete.
import type { BoundingBox } from '../../domain/lng-lat';
import type { Outcome } from '../../domain/problem';
import { readCode, readNumber, tidyText } from '../../io/column-text';
import { parseCrs } from '../../io/crs';
import { converterFrom } from '../../io/crs-convert';
import type { ColumnRole } from '../../io/import-choices';
import { tableParts } from '../../io/import-columns';
import { positionColumns, rowPosition } from '../../io/import-positions';
import { type ImportSuggestion, suggestChoices } from '../../io/import-suggest';
import { readSources } from '../../io/read-sources';
import type { InputFile, SourceLayer, SourceRow } from '../../io/source-layer';
import { roundPosition } from '../../packs/make/published-geometry';
import type { TemplateCell } from './write-template';

const TOWNSHIP_DIGITS = 9;

export interface VillageSheets {
  readonly townships: readonly (readonly TemplateCell[])[];
  readonly villages: readonly (readonly TemplateCell[])[];
  /** Chinese: what the coordinates were taken for; empty without any. */
  readonly crsEvidence: string;
}

function reader({ choices }: ImportSuggestion) {
  const roles = choices.columns.map(({ role }) => role);
  const places = positionColumns(roles);
  const crs = parseCrs(choices.crs);
  const convert = crs.ok ? converterFrom(crs.value) : null;
  const cellOf = ({ cells }: SourceRow, role: ColumnRole) => cells[roles.indexOf(role)] ?? null;
  return {
    code(row: SourceRow): string {
      const read = readCode(cellOf(row, 'code'));
      return read.kind === 'village' ? read.code : '';
    },
    text: (row: SourceRow, role: ColumnRole): string => tidyText(cellOf(row, role)),
    accuracyMetres(row: SourceRow): number {
      const read = readNumber(cellOf(row, 'accuracy'));
      return read.kind === 'number' ? Math.ceil(read.value) : choices.accuracyMetres;
    },
    position(row: SourceRow): readonly [number, number] | null {
      const found = rowPosition(row, places);
      if (found?.kind !== 'point' || convert === null) return null;
      const { x, y } = found;
      const moved = choices.axesSwapped ? convert(y, x) : convert(x, y);
      return moved.ok ? roundPosition([...moved.position]) : null;
    },
  };
}

function sheetsOf(layer: SourceLayer, fileName: string, bbox: BoundingBox): VillageSheets {
  const context = { bbox, counties: [], townships: [], villages: [] };
  const suggestion = suggestChoices(layer, fileName, context);
  const read = reader(suggestion);
  const townships = new Map<string, string>();
  let hasPositions = false;
  const villages = tableParts(layer, suggestion.choices).body.map((row): TemplateCell[] => {
    const [code, name, position] = [read.code(row), read.text(row, 'name'), read.position(row)];
    const township = code.slice(0, TOWNSHIP_DIGITS);
    if (code !== '' && !townships.has(township)) {
      const word = read.text(row, 'township');
      townships.set(township, /^\d*$/.test(word) ? '' : word);
    }
    hasPositions ||= position !== null;
    if (position === null) return [code, name, null, null, null, null, null, null];
    const accuracy = read.accuracyMetres(row);
    // How a point was got only the office can say.
    return [code, name, null, position[0], position[1], accuracy, null, null];
  });
  return {
    townships: [...townships].sort(([a], [b]) => (a < b ? -1 : 1)),
    villages,
    crsEvidence: hasPositions ? suggestion.choices.crsEvidence : '',
  };
}

/** Rows for both sheets; `bbox`: of the region, on which coordinate systems are weighed. */
export async function readVillageSheets(
  files: readonly InputFile[],
  bbox: BoundingBox,
): Promise<Outcome<VillageSheets>> {
  const read = await readSources(files);
  if (!read.ok) return read;
  const [file] = read.value;
  const layer = file?.layers.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  if (file === undefined || layer === undefined) {
    const where = { file: files[0]?.path ?? '' };
    const text = `${where.file}：没有可读的表。`;
    const mend = '请选择村名单（.csv、.xlsx 等）。';
    return {
      ok: false,
      problems: [{ code: 'make-villages', severity: 'error', where, text, mend }],
    };
  }
  return { ok: true, value: sheetsOf(layer, file.fileName, bbox), notes: read.notes };
}
