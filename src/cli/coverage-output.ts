// The rows of `cuntu coverage` in each file format, as blocks so that a large answer never stands in memory twice.
// Columns code, name, state, distance_m (3 decimals), nearest_project; rows in code order.
import type { CellObject, SheetData } from 'write-excel-file/universal';
import { ENGINE_VERSION } from '../app/engine-version';
import { COVERAGE_STATES, type CoverageResult } from '../analysis/coverage-result';
import { excelText } from '../domain/excel-text';
import { csvField, csvText } from '../io/csv';
import type { ProjectFeature } from '../io/read-projects';
import type { VillageTable } from '../io/village-table';
import { TextBytes } from './text-bytes';

export interface CoverageOutput {
  readonly villages: VillageTable;
  readonly projects: readonly ProjectFeature[];
  readonly result: CoverageResult;
}

export const COLUMNS = ['code', 'name', 'state', 'distance_m', 'nearest_project'] as const;

interface Row {
  readonly code: string;
  readonly name: string;
  readonly state: string;
  /** null without any project. */
  readonly distanceMetres: number | null;
  readonly project: string;
}

function rowAt({ villages, projects, result }: CoverageOutput, at: number): Row {
  const distance = result.nearestDistanceMetres[at] ?? Infinity;
  return {
    code: villages.codes[at] ?? '',
    name: villages.names[at] ?? '',
    state: COVERAGE_STATES[(result.states[at] ?? 0) as 0 | 1 | 2 | 3],
    distanceMetres: Number.isFinite(distance) ? distance : null,
    project: projects[result.nearestTarget[at] ?? -1]?.name ?? '',
  };
}

const BLOCK_ROWS = 8192;

function* blocks(count: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < count; from += BLOCK_ROWS) {
    yield [from, Math.min(from + BLOCK_ROWS, count)];
  }
}

/**
 * RFC 4180 with CRLF, as UTF-8 bytes; cells that a spreadsheet would run as formulas are made safe (io/csv.ts). Codes,
 * states and distances hold digits and plain letters only, and project names repeat, so each is looked at once.
 */
export function* csvBlocks(output: CoverageOutput): Generator<Uint8Array> {
  const { villages, projects, result } = output;
  const fields = projects.map(({ name }) => `${csvField(name)}\r\n`);
  const bytes = new TextBytes();
  bytes.text(csvText([COLUMNS]));
  for (const [from, to] of blocks(villages.codes.length)) {
    for (let at = from; at < to; at++) {
      const { code, name, state, distanceMetres } = rowAt(output, at);
      bytes.text(code);
      bytes.text(',');
      bytes.text(csvField(name));
      bytes.text(',');
      bytes.text(state);
      bytes.text(',');
      if (distanceMetres !== null) bytes.metres(distanceMetres);
      bytes.text(',');
      bytes.text(fields[result.nearestTarget[at] ?? -1] ?? '\r\n');
    }
    yield bytes.take();
  }
}

function millimetres(metres: number | null): number | null {
  return metres === null ? null : Number(metres.toFixed(3));
}

function properties({ code, name, state, distanceMetres, project }: Row) {
  const distance = millimetres(distanceMetres);
  return { code, name, state, distance_m: distance, nearest_project: project || null };
}

/** Objects one a line between `head` and `tail`. */
function* objectBlocks(
  output: CoverageOutput,
  head: string,
  text: (at: number) => string,
): Generator<string> {
  yield head;
  const count = output.villages.codes.length;
  for (const [from, to] of blocks(count)) {
    const lines: string[] = [];
    for (let at = from; at < to; at++) lines.push(text(at) + (at + 1 < count ? ',\n' : '\n'));
    yield lines.join('');
  }
  yield ']}\n';
}

function parameters({ projects, result }: CoverageOutput): string {
  const { distanceMetres, counts } = result;
  const listed = projects.map(({ id, name, accuracyMetres }) => ({ id, name, accuracyMetres }));
  const about = { engineVersion: ENGINE_VERSION, distanceMetres, counts, projects: listed };
  return JSON.stringify(about);
}

/** {"about": parameters and counts, "villages": [rows]}. */
export function jsonBlocks(output: CoverageOutput): Generator<string> {
  const head = `{"about":${parameters(output)},"villages":[\n`;
  return objectBlocks(output, head, (at) => JSON.stringify(properties(rowAt(output, at))));
}

/** Points in WGS84, 7 decimals; RFC 7946 with the foreign member "about". */
export function geojsonBlocks(output: CoverageOutput): Generator<string> {
  const { lng, lat } = output.villages;
  const head = `{"type":"FeatureCollection","about":${parameters(output)},"features":[\n`;
  const degrees = (value: number | undefined): number => Number((value ?? Number.NaN).toFixed(7));
  return objectBlocks(output, head, (at) =>
    JSON.stringify({
      type: 'Feature',
      properties: properties(rowAt(output, at)),
      geometry: { type: 'Point', coordinates: [degrees(lng[at]), degrees(lat[at])] },
    }),
  );
}

/** Rows under the heading that one Excel sheet holds. */
export const MOST_XLSX_ROWS = 1_048_575;

function text(value: string): CellObject | null {
  return value === '' ? null : { value: excelText(value), type: String };
}

/** One sheet; codes are text cells with text format. */
export async function xlsxBytes(output: CoverageOutput): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const rows = Array.from({ length: output.villages.codes.length }, (_, at) => {
    const { code, name, state, distanceMetres, project } = rowAt(output, at);
    const distance = millimetres(distanceMetres);
    return [
      { value: code, type: String, format: '@' },
      text(name),
      text(state),
      distance === null ? null : { value: distance, type: Number, format: '0.000' },
      text(project),
    ];
  });
  const data: SheetData = [COLUMNS.map((heading) => ({ value: heading, type: String })), ...rows];
  const blob = await writeExcelFile(data, { sheet: 'coverage', stickyRowsCount: 1 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
