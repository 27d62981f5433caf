// Over the map while something is drawn: what a click would add, the mark on what the pointer catches, the read-out beside the
// pointer, and a numbered mark at each fault of the shape. It only draws; nothing in it takes the pointer.
import type { Pixel } from './adjust-frame';
import './sketch-overlay.css';

export interface SketchOverlayFrame {
  /** SVG path data in CSS pixels; '' for none. */
  readonly coming: { readonly lines: string; readonly areas: string };
  readonly caught: { readonly pixel: Pixel; readonly on: 'vertex' | 'edge' } | null;
  /** Lines of text beside the pointer. */
  readonly readout: { readonly pixel: Pixel; readonly text: string } | null;
  /** Where faults 1, 2, … are. */
  readonly faults: readonly Pixel[];
}

export interface SketchOverlay {
  readonly draw: (frame: SketchOverlayFrame) => void;
  readonly remove: () => void;
}

/** Beyond this the marks cover each other; all are in the list. */
export const MOST_FAULT_MARKS = 50;

const SVG = 'http://www.w3.org/2000/svg';
export const NO_PATHS: SketchOverlayFrame['coming'] = { lines: '', areas: '' };

function put(element: HTMLElement, pixel: Pixel | null): void {
  element.hidden = pixel === null;
  if (pixel) element.style.transform = `translate(${pixel[0]}px, ${pixel[1]}px)`;
}

/** `draws`: the pointer draws, which its cursor shows. */
export function createSketchOverlay(container: HTMLElement, draws: boolean): SketchOverlay {
  const svg = document.createElementNS(SVG, 'svg');
  const [area, line] = ['area', 'line'].map((name) => {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', name);
    svg.append(path);
    return path;
  });
  const root = document.createElement('div');
  root.className = 'cuntu-sketch';
  root.dataset['draws'] = String(draws);
  root.setAttribute('aria-hidden', 'true');
  root.append(svg);
  const part = (className: string): HTMLElement => {
    const element = document.createElement('div');
    element.className = className;
    element.hidden = true;
    root.append(element);
    return element;
  };
  const caught = part('catch');
  const readout = part('readout');
  // Kept: a node put into the page makes the browser try every style rule with :has() anew, for all that is on the screen.
  const words = new Text();
  readout.append(words);
  const faults: HTMLElement[] = [];
  container.append(root);
  return {
    draw: (frame) => {
      area?.setAttribute('d', frame.coming.areas);
      line?.setAttribute('d', frame.coming.lines + frame.coming.areas);
      put(caught, frame.caught?.pixel ?? null);
      caught.dataset['on'] = frame.caught?.on ?? '';
      words.data = frame.readout?.text ?? '';
      put(readout, frame.readout?.text ? frame.readout.pixel : null);
      while (faults.length > frame.faults.length) faults.pop()?.remove();
      frame.faults.slice(0, MOST_FAULT_MARKS).forEach((pixel, at) => {
        const mark = faults[at] ?? part('fault');
        faults[at] = mark;
        mark.textContent = String(at + 1);
        put(mark, pixel);
      });
    },
    remove: () => root.remove(),
  };
}
