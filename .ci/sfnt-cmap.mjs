// Reads which code points a TrueType/OpenType font covers: cmap sub-tables of format 4 and 12, which
// are the only Unicode ones that HarfBuzz writes.

function format4(view, at, codes) {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let i = 0; i < segments; i += 1) {
    const start = view.getUint16(starts + i * 2);
    const end = view.getUint16(ends + i * 2);
    const delta = view.getUint16(deltas + i * 2);
    const offset = view.getUint16(offsets + i * 2);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = offset ? view.getUint16(offsets + i * 2 + offset + (code - start) * 2) : code;
      const glyph = offset && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) codes.add(code);
    }
  }
}

function format12(view, at, codes) {
  const groups = view.getUint32(at + 12);
  for (let i = 0; i < groups; i += 1) {
    const group = at + 16 + i * 12;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code += 1) {
      codes.add(code);
    }
  }
}

/** The set of code points that the font maps to a glyph other than .notdef. */
export function cmapCodePoints(sfnt) {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const codes = new Set();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + i * 16;
    if (view.getUint32(entry) !== 0x636d6170) continue; // 'cmap'
    const cmap = view.getUint32(entry + 8);
    for (let t = 0; t < view.getUint16(cmap + 2); t += 1) {
      const at = cmap + view.getUint32(cmap + 4 + t * 8 + 4);
      const format = view.getUint16(at);
      if (format === 4) format4(view, at, codes);
      if (format === 12) format12(view, at, codes);
    }
  }
  return codes;
}
