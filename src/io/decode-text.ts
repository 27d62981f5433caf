// Text of a file whose encoding nobody states: a byte order mark, else strict UTF-8, else GB18030 (which GBK and GB2312
// are parts of). Strict, so that a wrong guess is never shown as garbage. A UTF-8 file cut in the middle of a character
// is still UTF-8: without that, the whole file would be read as GB18030 and every name would be garbage.

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

function decodeStrictly(
  bytes: Uint8Array,
  encoding: DecodedText['encoding'],
  isCut: boolean,
): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return null;
  }
}

/** Whole characters of several bytes speak for UTF-8; a lone odd byte at the end does not. */
function cutUtf8(bytes: Uint8Array): string | null {
  const text = decodeStrictly(bytes, 'utf-8', true);
  return text !== null && /[^\p{ASCII}]/u.test(text) ? text : null;
}

/** null when the bytes are text in none of these encodings. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const encoding of encodingsOf(bytes)) {
    const whole = decodeStrictly(bytes, encoding, false);
    const text = whole ?? (encoding === 'utf-8' ? cutUtf8(bytes) : null);
    if (text !== null) return { text, encoding };
  }
  return null;
}
