// Text that every format can hold: no control characters but tab and line break, no half characters, no code points that
// Unicode keeps for itself; line breaks as \n. Spreadsheet and XML writers would drop or refuse those one by one; done
// here, all formats hold the same text and the user is told once.

const UNWRITABLE = /[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|(?![\t\n])\p{Cc}/gu;

/** The text and how many characters were dropped; a line break written as \r\n or \r counts as kept. */
export function cleanText(text: string): { readonly text: string; readonly dropped: number } {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  let dropped = 0;
  const clean = lines.replaceAll(UNWRITABLE, () => {
    dropped++;
    return '';
  });
  return { text: clean, dropped };
}

const XML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Fit for XML content and quoted attributes alike. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => XML_ENTITIES[character] ?? character);
}

/** The longest beginning of the text that takes at most `bytes` of UTF-8 and cuts no character. */
export function cutToBytes(text: string, bytes: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    used += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (used > bytes) return text.slice(0, end);
    end += character.length;
  }
  return text;
}
