// Parts of a made .pptx or .docx, parsed: a part that is no well-formed XML fails the test that asks for it.
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

export interface OfficeParts {
  readonly paths: readonly string[];
  readonly bytes: (path: string) => Uint8Array;
  readonly text: (path: string) => string;
  readonly xml: (path: string) => Document;
}

function parsed(path: string, text: string): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${path}: ${level}: ${message}`);
    },
  });
  return parser.parseFromString(text, 'text/xml');
}

/** Parses every XML part at once. */
export function officeParts(file: Uint8Array): OfficeParts {
  const files = unzipSync(file);
  const bytes = (path: string): Uint8Array => {
    const part = files[path];
    if (!part) throw new Error(`no part ${path} among ${Object.keys(files).join(' ')}`);
    return part;
  };
  const documents = new Map<string, Document>();
  for (const path of Object.keys(files))
    if (/\.(xml|rels)$/.test(path)) documents.set(path, parsed(path, strFromU8(bytes(path))));
  return {
    paths: Object.keys(files),
    bytes,
    text: (path) => strFromU8(bytes(path)),
    xml: (path) => {
      const found = documents.get(path);
      if (!found) throw new Error(`no XML part ${path}`);
      return found;
    },
  };
}

export function elements(node: Document | Element, name: string): readonly Element[] {
  return [...node.getElementsByTagName(name)];
}

/** Text of each paragraph (a:p or w:p), runs joined. */
export function paragraphs(node: Document | Element, prefix: 'a' | 'w'): readonly string[] {
  return elements(node, `${prefix}:p`).map((each) =>
    elements(each, `${prefix}:t`)
      .map(({ textContent }) => textContent ?? '')
      .join(''),
  );
}

/** Cells of a table's rows as text. */
export function tableRows(table: Element, prefix: 'a' | 'w'): readonly (readonly string[])[] {
  return elements(table, `${prefix}:tr`).map((row) =>
    elements(row, `${prefix}:tc`).map((cell) => paragraphs(cell, prefix).join('\n')),
  );
}
