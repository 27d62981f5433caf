// Pages of marks as PDF: selectable text in an embedded Chinese font (only the glyphs used), lines and areas as vectors,
// pictures as JPEG. One weight is embedded; strong text is filled and stroked.
import { GState, jsPDF } from 'jspdf';
import { officeColour } from './css-colour';
import type { Box, Ink, PageMark } from './page-marks';
import type { PageSheet } from './page-svg';

export interface PdfPicture {
  readonly jpeg: Uint8Array;
}

export interface PdfAbout {
  readonly title: string;
  readonly author: string;
}

const FONT = 'Cuntu';
/** Of strong text's stroke, in em. */
const STRONG_STROKE = 0.028;

/** The font's file as the one-byte-a-character text that jsPDF takes. */
function binaryText(bytes: Uint8Array): string {
  const parts: string[] = [];
  const step = 32_768;
  for (let at = 0; at < bytes.length; at += step)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  return parts.join('');
}

export class PdfFile {
  private readonly doc: jsPDF;
  private pages = 0;
  private pictures = 0;

  /** `font`: TrueType with all characters of the text. `compress` false leaves the text readable for tests. */
  constructor(
    font: Uint8Array,
    private readonly about: PdfAbout,
    compress = true,
  ) {
    this.doc = new jsPDF({ unit: 'mm', format: 'a4', compress, putOnlyUsedFonts: true });
    this.doc.addFileToVFS(`${FONT}.ttf`, binaryText(font));
    this.doc.addFont(`${FONT}.ttf`, FONT, 'normal', undefined, 'Identity-H');
  }

  /** Throws for a picture that a mark names and `pictures` lacks: no page is given out with a hole. */
  addPage({ width, height, marks }: PageSheet, pictures: ReadonlyMap<string, PdfPicture>): void {
    this.doc.addPage([width, height], width > height ? 'landscape' : 'portrait');
    // The document began with a page of its own.
    if (this.pages === 0) this.doc.deletePage(1);
    this.pages += 1;
    this.doc.setFont(FONT, 'normal');
    this.doc.setLineJoin('round');
    for (const mark of marks) this.draw(mark, pictures);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const { title, author } = this.about;
    this.doc.setDocumentProperties({ title, author, creator: '村图 Cuntu' });
    this.doc.setLanguage('zh-CN');
    return new Uint8Array(this.doc.output('arraybuffer'));
  }

  private draw(mark: PageMark, pictures: ReadonlyMap<string, PdfPicture>): void {
    switch (mark.kind) {
      case 'text':
        return this.drawText(mark);
      case 'image':
        return this.drawPicture(mark, pictures);
      case 'rect':
        return this.inked(mark, (style) =>
          this.doc.rect(mark.x, mark.y, mark.width, mark.height, style),
        );
      case 'circle':
        return this.inked(mark, (style) => this.doc.circle(mark.x, mark.y, mark.radius, style));
      case 'path':
        return this.inked(mark, (style) => this.drawPath(mark, style));
    }
  }

  private drawText(mark: Extract<PageMark, { kind: 'text' }>): void {
    const { doc } = this;
    doc.setFontSize((mark.size * 72) / 25.4);
    doc.setTextColor(`#${officeColour(mark.colour).hex}`);
    if (mark.isStrong) {
      doc.setDrawColor(`#${officeColour(mark.colour).hex}`);
      doc.setLineWidth(mark.size * STRONG_STROKE);
      doc.setLineDashPattern([], 0);
    }
    // jsPDF aligns before it turns, along the page: turned text would slide sideways.
    const share = mark.align === 'left' ? 0 : mark.align === 'middle' ? 0.5 : 1;
    const back = doc.getTextWidth(mark.text) * share;
    const [x, y] = mark.turn === 0 ? [mark.x - back, mark.y] : [mark.x, mark.y + back];
    doc.text(mark.text, x, y, {
      angle: mark.turn,
      renderingMode: mark.isStrong ? 'fillThenStroke' : 'fill',
    });
  }

  private drawPicture(
    { name, x, y, width, height }: Extract<PageMark, { kind: 'image' }>,
    pictures: ReadonlyMap<string, PdfPicture>,
  ): void {
    const picture = pictures.get(name);
    if (!picture) throw new Error(`page names picture ${name}, given ${pictures.size}`);
    this.pictures += 1;
    this.doc.addImage(
      picture.jpeg,
      'JPEG',
      x,
      y,
      width,
      height,
      `picture-${this.pictures}`,
      'NONE',
    );
  }

  private drawPath(mark: Extract<PageMark, { kind: 'path' }>, style: 'S' | 'F' | 'FD'): void {
    const { doc } = this;
    if (mark.clip) {
      doc.saveGraphicsState();
      doc.rect(mark.clip.x, mark.clip.y, mark.clip.width, mark.clip.height, null);
      doc.clip();
      doc.discardPath();
    }
    for (const [first, ...rest] of mark.paths) {
      if (!first || rest.length === 0) continue;
      doc.moveTo(first[0], first[1]);
      for (const [x, y] of rest) doc.lineTo(x, y);
      if (mark.isClosed) doc.close();
    }
    if (style === 'S') doc.stroke();
    else if (style === 'F') doc.fillEvenOdd();
    else doc.fillStrokeEvenOdd();
    if (mark.clip) doc.restoreGraphicsState();
  }

  /** Sets colours, line and opacity, draws, and takes the opacity back. */
  private inked(
    { fill, line, lineWidth = 0.2, dash = [], opacity = 1 }: Ink & Partial<Box>,
    draw: (style: 'S' | 'F' | 'FD') => void,
  ): void {
    if (fill === undefined && line === undefined) return;
    const { doc } = this;
    const [inside, edge] = [fill, line].map((css) =>
      css === undefined ? null : officeColour(css),
    );
    if (inside) doc.setFillColor(`#${inside.hex}`);
    if (edge) {
      doc.setDrawColor(`#${edge.hex}`);
      doc.setLineWidth(lineWidth);
      doc.setLineDashPattern([...dash], 0);
    }
    const fillOpacity = opacity * (inside?.opacity ?? 1);
    const lineOpacity = opacity * (edge?.opacity ?? 1);
    const isOpaque = fillOpacity === 1 && lineOpacity === 1;
    if (!isOpaque) {
      doc.saveGraphicsState();
      doc.setGState(new GState({ opacity: fillOpacity, 'stroke-opacity': lineOpacity }));
    }
    draw(inside && edge ? 'FD' : inside ? 'F' : 'S');
    if (!isOpaque) doc.restoreGraphicsState();
  }
}
