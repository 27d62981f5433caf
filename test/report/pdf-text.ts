// Reads back what tests need of a PDF: pages, sizes, pictures, fonts and the text by way of ToUnicode.
import { inflateSync } from 'node:zlib';

export interface PdfSeen {
  readonly pages: number;
  /** In millimetres, one a page. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Pixels, one a picture. */
  readonly pictures: readonly (readonly [number, number])[];
  readonly fontFiles: number;
  /** Every string drawn, in order; of all pages. */
  readonly texts: readonly string[];
}

function toUnicode(pdf: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, body = ''] of pdf.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', code = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      map.set(glyph.toLowerCase(), String.fromCharCode(Number.parseInt(code, 16)));
  }
  return map;
}

const STREAM = /<<((?:(?!>>\nstream)[\s\S])*)>>\nstream\n([\s\S]*?)\nendstream/g;

/** The file with its compressed streams as plain text; pictures stay as they are. */
function inflated(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(STREAM, (whole, about: string, body: string) =>
      about.includes('/FlateDecode')
        ? `<<${about}>>\nstream\n${inflateSync(Buffer.from(body, 'latin1')).toString('latin1')}\nendstream`
        : whole,
    );
}

/** JPEG files inside, in order. */
export function pdfJpegs(bytes: Uint8Array): readonly Uint8Array[] {
  const pdf = Buffer.from(bytes).toString('latin1');
  return [...pdf.matchAll(STREAM)].flatMap(([, about = '', body = '']) =>
    about.includes('/DCTDecode') ? [new Uint8Array(Buffer.from(body, 'latin1'))] : [],
  );
}

export function readPdf(bytes: Uint8Array): PdfSeen {
  const pdf = inflated(bytes);
  const map = toUnicode(pdf);
  const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72;
  return {
    pages: [...pdf.matchAll(/\/Type \/Page\n/g)].length,
    sizes: [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) => [mm(width), mm(height)] as const,
    ),
    pictures: [...pdf.matchAll(/\/Subtype \/Image\n\/Width (\d+)\n\/Height (\d+)/g)].map(
      ([, width, height]) => [Number(width), Number(height)] as const,
    ),
    fontFiles: [...pdf.matchAll(/\/FontFile2 \d+ 0 R/g)].length,
    texts: [...pdf.matchAll(/<([0-9a-f]+)> Tj/gi)].map(([, hex = '']) =>
      (hex.match(/.{4}/g) ?? []).map((glyph) => map.get(glyph.toLowerCase()) ?? '\uFFFD').join(''),
    ),
  };
}

/** A baseline JPEG of one grey pixel. */
export const ONE_PIXEL_JPEG = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAABAAEDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD3+iiigD//2Q==',
  ),
  (character) => character.charCodeAt(0),
);
