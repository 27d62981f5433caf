// Text of a file whose encoding nobody states: a byte order mark, else strict UTF-8, else GB18030 (which GBK and GB2312
// are parts of). Strict, so that a wrong guess is never shown as garbage.

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

function encodingsOf(bytes: Uint8Array): readonly DecodedText['encoding'][] {
  const [b0, b1] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return ['utf-16le'];
  if (b0 === 0xfe && b1 === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/** null when the bytes are text in none of these encodings. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const encoding of encodingsOf(bytes)) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
    }
  }
  return null;
}
