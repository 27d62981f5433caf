// The handles as SVG over the map's canvas. It only draws frames and says what the pointer hit; elements are kept and
// moved, not made anew, so that a frame costs attributes only.
import type { Grab } from './adjust-controller';
import type { AdjustFrame, Handle, Pixel } from './adjust-frame';
import './adjust-overlay.css';

const SVG = 'http://www.w3.org/2000/svg';
const HANDLE_RADIUS = 7;
const MIDDLE_RADIUS = 4.5;

export interface OverlayLook {
  readonly isDragging: boolean;
  /** Pixels of the edge that is wrong; null when nothing is. */
  readonly wrong: readonly [a: Pixel, b: Pixel] | null;
  readonly isSelected: (handle: Handle) => boolean;
}

export interface AdjustOverlay {
  /** Has the keyboard focus; in the page until `remove`. */
  readonly element: HTMLElement;
  readonly draw: (frame: AdjustFrame, look: OverlayLook) => void;
  /** What of the last frame an event hit; null for anything else. */
  readonly hit: (event: Event) => Grab | null;
  readonly resize: (width: number, height: number) => void;
  readonly remove: () => void;
}

function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  className: string,
  parent: Element,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  element.setAttribute('class', className);
  parent.append(element);
  return element;
}

/** As many circles as handles; those left over go. */
function drawCircles(
  group: SVGGElement,
  handles: readonly Handle[],
  radius: number,
  isSelected: (handle: Handle) => boolean,
): void {
  while (group.childElementCount > handles.length) group.lastElementChild?.remove();
  handles.forEach((handle, at) => {
    const circle = group.children[at] ?? svgElement('circle', '', group);
    const [x, y] = handle.pixel;
    circle.setAttribute('cx', x.toFixed(1));
    circle.setAttribute('cy', y.toFixed(1));
    circle.setAttribute('r', String(radius));
    circle.setAttribute('data-place', `${handle.position[0]},${handle.position[1]}`);
    circle.setAttribute('data-selected', String(isSelected(handle)));
  });
}

/** Puts the overlay into the map's canvas container, so that the wheel still zooms. */
export function createOverlay(container: HTMLElement, label: string): AdjustOverlay {
  const element = document.createElement('div');
  element.className = 'cuntu-adjust';
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', label);
  const svg = svgElement('svg', '', element);
  svg.setAttribute('aria-hidden', 'true');
  const area = svgElement('path', 'area', svg);
  const halo = svgElement('path', 'halo', svg);
  const line = svgElement('path', 'line', svg);
  const wrong = svgElement('path', 'wrong', svg);
  const grip = svgElement('path', 'grip', svg);
  const middles = svgElement('g', 'middles', svg);
  const handles = svgElement('g', 'handles', svg);
  container.append(element);
  let last: AdjustFrame | null = null;

  return {
    element,
    draw: (frame, look) => {
      last = frame;
      const outline = frame.lines + frame.areas;
      area.setAttribute('d', frame.areas);
      for (const path of [halo, line, grip]) path.setAttribute('d', outline);
      const ends = look.wrong?.map((pixel) => pixel.join(' ')).join('L');
      wrong.setAttribute('d', ends === undefined ? '' : `M${ends}`);
      element.dataset['faulty'] = String(look.wrong !== null);
      element.dataset['dragging'] = String(look.isDragging);
      drawCircles(middles, frame.middles, MIDDLE_RADIUS, () => false);
      drawCircles(handles, frame.handles, HANDLE_RADIUS, look.isSelected);
    },
    hit: ({ target }) => {
      if (!(target instanceof SVGElement) || !last) return null;
      if (target === area || target === grip) return { kind: 'whole' };
      const at = [...(target.parentElement?.children ?? [])].indexOf(target);
      if (target.parentElement?.isSameNode(handles)) {
        const handle = last.handles[at];
        return handle ? { kind: 'vertex', position: handle.position } : null;
      }
      const middle = target.parentElement?.isSameNode(middles) ? last.middles[at] : null;
      return middle ? { kind: 'middle', position: middle.position, ends: middle.ends } : null;
    },
    resize: (width, height) => {
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
    },
    remove: () => element.remove(),
  };
}
