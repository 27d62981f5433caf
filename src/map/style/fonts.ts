// Labels are drawn in the browser from the bundled font: no glyph request, the same on every computer.
// Regular and semibold come through the style's `font-faces`; the slanted face for water has no file of its
// own, so the page registers the regular one under a name in which MapLibre reads "Italic" and slants it.
import type { StyleSpecification } from 'maplibre-gl';

export const FONT_REGULAR = 'Cuntu Map Regular';
export const FONT_SEMIBOLD = 'Cuntu Map Semibold';
export const FONT_ITALIC = 'Cuntu Map Italic';

const REGULAR_FILE = 'fonts/cuntu-sans-400.woff2';
const SEMIBOLD_FILE = 'fonts/cuntu-sans-600.woff2';

/** `baseUrl`: absolute URL of the page's folder, ending in a slash. */
export function fontFaces(baseUrl: string): NonNullable<StyleSpecification['font-faces']> {
  return {
    [FONT_REGULAR]: new URL(REGULAR_FILE, baseUrl).href,
    [FONT_SEMIBOLD]: new URL(SEMIBOLD_FILE, baseUrl).href,
  };
}

/** Makes the slanted face known to the page, once. The file loads when the first water name is drawn. */
export function registerItalicFace(fonts: FontFaceSet, baseUrl: string): void {
  for (const face of fonts) if (face.family.includes(FONT_ITALIC)) return;
  fonts.add(new FontFace(FONT_ITALIC, `url("${new URL(REGULAR_FILE, baseUrl).href}")`));
}
