// A document as the bytes of a .cuntu file. Equal documents give equal bytes: no time, no history, imports in their
// order, everything else by id. One record a line, so that a person can read it and a damaged file can be searched.
import type { ImportRecord } from '../domain/imported';
import { breathe } from './breathe';
import { contentTexts } from './content-text';
import {
  CUNTU_FORMAT_VERSION,
  DOCUMENT_PATH,
  type Digest,
  IMPORT_PATH,
  MANIFEST_PATH,
  type Manifest,
} from './cuntu-format';
import { documentToRecord } from './document-record';
import type { PlanDocument } from './plan-document';
import type { DocumentRecord } from './schema.5';
import { textChecksum } from './text-checksum';
import { type ZipPart, writeZip } from './zip-write';

/** The path of each import's part: its id where that can be a file's name, else its place. */
function importPaths(imports: Iterable<ImportRecord>): ReadonlyMap<ImportRecord, string> {
  const paths = new Map<ImportRecord, string>();
  const taken = new Set<string>();
  let place = 0;
  for (const record of imports) {
    place++;
    const own = `imports/${record.id}.json`;
    const path =
      IMPORT_PATH.test(own) && !taken.has(own.toLowerCase()) ? own : `imports/_${place}.json`;
    taken.add(path.toLowerCase());
    paths.set(record, path);
  }
  return paths;
}

function recordLines(record: DocumentRecord): {
  readonly text: string;
  readonly lines: readonly string[];
} {
  const { scenarios, alignments, beltWidths, objects, assignments, ...others } = record;
  const { scenes, treatments, actuals, imports, ...about } = others;
  const contents = { alignments, beltWidths, objects, assignments };
  const listed = { scenarios, ...contents, scenes, treatments, actuals, imports };
  const lists = Object.entries(listed).map(([name, items]) => {
    const lines = (items as readonly unknown[]).map((item) => JSON.stringify(item));
    return { lines, text: `"${name}": [\n${lines.join(',\n')}\n]` };
  });
  const head = JSON.stringify(about).slice(1, -1);
  const text = `{\n${[head, ...lists.map((list) => list.text)].join(',\n')}\n}\n`;
  return { text, lines: lists.flatMap(({ lines }) => lines) };
}

/** A list: what document.json says of the import, what its rows share, then lists of rows. */
async function importText(entry: unknown, record: ImportRecord): Promise<string> {
  const texts = [JSON.stringify(entry)];
  for (const text of contentTexts(record.content)) {
    texts.push(text);
    await breathe();
  }
  return `[\n${texts.join(',\n')}\n]\n`;
}

export async function writeCuntu(doc: PlanDocument, digest: Digest): Promise<Uint8Array> {
  const paths = importPaths(doc.imports.values());
  const record = documentToRecord(doc, (imported) => paths.get(imported) ?? '');
  const { text, lines } = recordLines(record);
  const encoder = new TextEncoder();
  const parts: ZipPart[] = [{ path: DOCUMENT_PATH, bytes: encoder.encode(text) }];
  for (const [i, imported] of [...doc.imports.values()].entries()) {
    const path = paths.get(imported) ?? '';
    parts.push({ path, bytes: encoder.encode(await importText(record.imports[i], imported)) });
  }
  const manifest: Manifest = {
    format: 'cuntu',
    formatVersion: CUNTU_FORMAT_VERSION,
    id: doc.id,
    title: doc.title,
    packId: doc.packId,
    packVersion: doc.packVersion,
    parts: await Promise.all(
      parts.map(async ({ path, bytes }) => ({
        path,
        bytes: bytes.length,
        sha256: await digest(bytes),
      })),
    ),
    lineChecksums: lines.map(textChecksum),
  };
  const manifestText = `${JSON.stringify(manifest, null, 1)}\n`;
  return writeZip([{ path: MANIFEST_PATH, bytes: encoder.encode(manifestText) }, ...parts]);
}
