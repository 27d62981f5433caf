// Files of the import tests. Positions and names are the pack's own; what the pack does not have is plainly synthetic.
import { converterTo } from '../../src/io/crs-convert';
import type { Crs } from '../../src/io/crs';
import type { ImportRecord } from '../../src/domain/imported';
import { previewImport } from '../../src/io/import-preview';
import { suggestChoices } from '../../src/io/import-suggest';
import { readSources } from '../../src/io/read-sources';
import { csv, encoded } from '../fixtures/import/bytes';
import { VILLAGES } from '../fixtures/import/villages';
import { yunchengContext } from '../io/import-region';

export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const GCJ02: Crs = { kind: 'offset', name: 'gcj02' };

/** Every village of 平陆县 with its code, name and the pack's position turned into GCJ-02, said to be good to 50 m. */
export function pingluTable(): TestFile {
  const toFile = converterTo(GCJ02);
  const rows = VILLAGES.filter(({ code }) => code.startsWith('140829')).map(
    ({ code, name, township, lng, lat }) => {
      const place = toFile(lng, lat);
      if (!place.ok) throw new Error(place.what);
      return [code, name, township, ...place.position.map((value) => value.toFixed(6)), 50];
    },
  );
  const headings = ['行政区划代码', '行政村', '乡镇', '经度', '纬度', '精度（米）'];
  return { name: '平陆县各村.csv', bytes: encoded(csv([headings, ...rows]), 'gbk') };
}

/** What the file becomes in a system, by the importer that the page uses. */
export async function importOf(file: TestFile, crs: string): Promise<ImportRecord> {
  const context = await yunchengContext();
  const read = await readSources([{ path: file.name, bytes: file.bytes }]);
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join('\n'));
  const [source] = read.value;
  const [layer] = source?.layers ?? [];
  if (!source || !layer) throw new Error(`${file.name} has no layer`);
  const { choices } = suggestChoices(layer, file.name, context);
  const { content } = await previewImport(source, layer, { ...choices, crs }, context);
  if (!content) throw new Error(`${file.name} becomes nothing`);
  const { fileName, sha256, format, encoding } = source;
  const provenance = {
    fileName,
    sha256,
    format,
    encoding,
    crs,
    crsEvidence: '',
    madeAt: '2026-01-01T00:00:00Z',
    rowsRead: 0,
    rowsRefused: 0,
  };
  return { id: 'import-1', title: file.name, provenance, content };
}
