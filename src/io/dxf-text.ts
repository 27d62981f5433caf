// Text of a drawing without its control codes.

const SYMBOLS: Readonly<Record<string, string>> = { c: 'Φ', d: '°', p: '±', '%': '%' };
const GBK = new TextDecoder('gb18030');

function ofHex(hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}

/** `\M+5B4F3` is a GBK character in a file of another code page. */
function ofGbk(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return GBK.decode(Uint8Array.of(code >> 8, code & 0xff));
}

/** Codes of TEXT and ATTRIB: `%%d` and the like, `\U+4E2D`. */
export function plainDxfText(text: string): string {
  return text
    .replaceAll(/\\U\+([\dA-F]{4})/gi, (_, hex: string) => ofHex(hex))
    .replaceAll(/\\M\+5([\dA-F]{4})/gi, (_, hex: string) => ofGbk(hex))
    .replaceAll(/%%([cdp%])/gi, (_, code: string) => SYMBOLS[code.toLowerCase()] ?? '')
    .replaceAll(/%%[ouk]/gi, '')
    .trim();
}

/** Codes of MTEXT besides: fonts, heights, colours, stacked fractions, braces, line ends. */
export function plainMtext(text: string): string {
  const bare = text
    .replaceAll(/\\[PX]/g, '\n')
    .replaceAll(/\\~/g, ' ')
    .replaceAll(/\\S([^;^/#]*)[\^/#]([^;]*);/g, '$1/$2')
    .replaceAll(/\\[ACFHQTWpfcHO][^;\\]*;/g, '')
    .replaceAll(/\\[LlOoKk]/g, '')
    .replaceAll(/(?<!\\)[{}]/g, '')
    .replaceAll(/\\([{}\\])(?!U\+)/g, '$1');
  return plainDxfText(bare).replaceAll(/\n{2,}/g, '\n');
}
