// Widths of text set in the bundled Noto Sans SC, and lines broken to a width.

/** Advances in em, a little wide rather than narrow. */
function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026)) return 1;
  if (/[\s.,:;'|!il·]/.test(character)) return 0.3;
  if (/[mwMW@%]/.test(character)) return 0.92;
  if (/[A-Z]/.test(character)) return 0.68;
  return 0.58;
}

/** In the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += advance(character);
  return em * size;
}

/** No line begins with what closes or follows. */
const CLINGS = /^[，。、；：！？）》”’…％%,.;:!?)]$/;

/** Runs of Latin letters and digits stay together where they can. */
function pieces(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9.,:/_′°+−±×-]+|\s+|./gsu) ?? [];
}

/** Lines no wider than `width`; a word that is wider by itself is cut. */
export function brokenLines(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const push = (): void => {
    lines.push(line.trimEnd());
    line = '';
  };
  for (const piece of pieces(text)) {
    const fits = textWidth(line + piece, size) <= width;
    if (fits || (line !== '' && CLINGS.test(piece))) {
      line += piece;
      continue;
    }
    if (line !== '') push();
    for (const character of piece.trimStart()) {
      if (line !== '' && textWidth(line + character, size) > width) push();
      line += character;
    }
  }
  if (line.trim() !== '') push();
  return lines;
}

/** At most `width` wide, “…” where something had to go. */
export function shortened(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > width)
    characters.pop();
  return `${characters.join('')}…`;
}
