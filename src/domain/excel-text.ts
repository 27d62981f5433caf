// Text as it must stand in an .xlsx file for Excel to show it as it is.

/** The escape of OOXML for one character (ECMA-376 part 1, 22.4.2.4 ST_Xstring): "A" → "_x0041_". */
function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
}

/**
 * Text that looks like such an escape would be read as the character, so its underscore is escaped. write-excel-file keeps
 * its strings in a plain object, where a name every object has ("constructor", "__proto__") is taken for one that is
 * already there and spoils the workbook: there the first character is escaped, which Excel shows as it was.
 */
export function excelText(text: string): string {
  const literal = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, escaped('_'));
  return literal in {} ? escaped(literal) + literal.slice(1) : literal;
}

/** The other way: what Excel shows of text in an .xlsx file. */
export function shownText(stored: string): string {
  return stored.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
