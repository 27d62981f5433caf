// Editing one geometry by pointer and keyboard, without DOM or map: what is grabbed, where it goes, what is told.
// Every move is worked out from the geometry at the start of the drag, so that passing over another vertex joins nothing
// and going back gives the same numbers. A geometry with a fault is shown but not handed out.
import type { Geometry, Position } from 'geojson';
import { samePlace } from '../../geo/edit-paths';
import { type EditFault, editFault } from '../../geo/edit-check';
import {
  type RemovalRefusal,
  insertVertex,
  moveVertex,
  removeVertex,
  verticesOf,
} from '../../geo/edit-vertices';
import { translated } from '../../geo/translate';
import { type Pixel, roundedPosition } from './adjust-frame';

export type AdjustStep = 'moved' | 'vertex-moved' | 'vertex-added' | 'vertex-removed';

/** What the pointer took hold of. */
export type Grab =
  | { readonly kind: 'whole' }
  | { readonly kind: 'vertex'; readonly position: Position }
  | {
      readonly kind: 'middle';
      readonly position: Position;
      readonly ends: readonly [a: Position, b: Position];
    };

/** Why the last wish was not carried out. */
export type AdjustTrouble =
  | { readonly kind: 'fault'; readonly fault: EditFault }
  | { readonly kind: 'removal'; readonly refusal: RemovalRefusal };

export interface AdjustState {
  /** Place of the vertex in hand; null = the whole. */
  readonly selected: Position | null;
  readonly isDragging: boolean;
  readonly trouble: AdjustTrouble | null;
}

export interface AdjustEvents {
  /** A drag (or a held arrow key) begins; every change until onEnd or onCancel belongs to it. */
  readonly onBegin: () => void;
  readonly onChange: (geometry: Geometry, step: AdjustStep) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
  readonly onState: (state: AdjustState) => void;
}

/** The map as far as a drag needs it; WGS84 degrees and CSS pixels. */
export interface AdjustGround {
  readonly project: (position: Position) => Pixel;
  readonly unproject: (pixel: Pixel) => Position;
}

/** Movement below this is a click. */
const CLICK_PIXELS = 3;

interface Drag {
  readonly grab: Grab;
  readonly start: Geometry;
  readonly down: Pixel;
  /** From the pointer to what it holds, so that nothing jumps when it is taken. */
  readonly offset: Pixel;
  begun: boolean;
}

interface Moved {
  readonly geometry: Geometry;
  readonly selected: Position | null;
  readonly step: AdjustStep;
}

function grabbed(start: Geometry, grab: Grab, from: Position, to: Position): Moved {
  switch (grab.kind) {
    case 'whole':
      return { geometry: translated(start, from, to), selected: null, step: 'moved' };
    case 'vertex':
      return {
        geometry: moveVertex(start, grab.position, to),
        selected: to,
        step: 'vertex-moved',
      };
    case 'middle':
      return { geometry: insertVertex(start, grab.ends, to), selected: to, step: 'vertex-added' };
  }
}

export class AdjustController {
  private accepted: Geometry;
  /** What is drawn: the accepted geometry, or one with a fault while it is dragged. */
  private drawn: Geometry;
  private drag: Drag | null = null;
  private isNudging = false;
  /** Where the vertex in hand lies in the accepted geometry. */
  private held: Position | null = null;
  private state: AdjustState = { selected: null, isDragging: false, trouble: null };

  constructor(
    geometry: Geometry,
    private readonly ground: AdjustGround,
    private readonly events: AdjustEvents,
  ) {
    this.accepted = geometry;
    this.drawn = geometry;
  }

  get shown(): Geometry {
    return this.drawn;
  }

  get current(): AdjustState {
    return this.state;
  }

  /** The document's geometry, e.g. after undo. Ignored while dragging: the drag is ahead of it. */
  setGeometry(geometry: Geometry): void {
    if (this.drag || geometry === this.accepted) return;
    this.accepted = geometry;
    this.drawn = geometry;
    const { selected } = this.state;
    const stays =
      selected && verticesOf(geometry).some(({ position }) => samePlace(position, selected));
    this.tell({ selected: stays ? selected : null, trouble: null });
  }

  grab(grab: Grab, pixel: Pixel): void {
    this.endNudge();
    const held = grab.kind === 'whole' ? pixel : this.ground.project(grab.position);
    const offset = [held[0] - pixel[0], held[1] - pixel[1]] as const;
    this.drag = { grab, start: this.accepted, down: pixel, offset, begun: false };
    this.held = grab.kind === 'vertex' ? grab.position : null;
    this.tell({ selected: this.held, trouble: null });
  }

  /** The pointer's newest place; call at most once a frame. */
  dragTo(pixel: Pixel): void {
    const { drag } = this;
    if (!drag) return;
    const way = Math.hypot(pixel[0] - drag.down[0], pixel[1] - drag.down[1]);
    if (!drag.begun) {
      if (way < CLICK_PIXELS) return;
      drag.begun = true;
      this.events.onBegin();
    }
    const target = this.ground.unproject([pixel[0] + drag.offset[0], pixel[1] + drag.offset[1]]);
    const from = this.ground.unproject(drag.down);
    this.put(drag.start, grabbed(drag.start, drag.grab, from, roundedPosition(target)), true);
  }

  /** Lets go. A click on a middle adds a vertex there. */
  release(): void {
    const { drag } = this;
    if (!drag) return;
    this.drag = null;
    this.drawn = this.accepted;
    if (drag.begun) {
      this.tell({ isDragging: false, selected: this.held });
      this.events.onEnd();
    } else if (drag.grab.kind === 'middle') {
      const { position } = drag.grab;
      this.put(drag.start, grabbed(drag.start, drag.grab, position, position), false);
    }
  }

  /** Gives the drag up, if there is one: everything as it was when it began. */
  cancel(): boolean {
    const { drag } = this;
    if (!drag) return false;
    this.drag = null;
    this.accepted = drag.start;
    this.drawn = drag.start;
    const selected = drag.grab.kind === 'vertex' ? drag.grab.position : null;
    this.tell({ isDragging: false, trouble: null, selected });
    if (drag.begun) this.events.onCancel();
    return true;
  }

  select(position: Position | null): void {
    this.endNudge();
    this.tell({ selected: position, trouble: null });
  }

  /** To the next vertex, or the one before; false past the ends, where the focus should leave. */
  stepSelection(by: 1 | -1): boolean {
    const { selected } = this.state;
    const vertices = verticesOf(this.accepted);
    const at = selected ? vertices.findIndex(({ position }) => samePlace(position, selected)) : -1;
    // Before the first vertex comes the whole.
    if (at === -1 && by === -1) return false;
    const next = vertices[at + by];
    if (!next && by === 1) return false;
    this.select(next?.position ?? null);
    return true;
  }

  /** Moves the selected vertex, or the whole, by pixels; steps until `endNudge` are one. */
  nudge([dx, dy]: Pixel): void {
    if (this.drag) return;
    const { selected } = this.state;
    const from = selected ?? verticesOf(this.accepted)[0]?.position;
    if (!from) return;
    const [x, y] = this.ground.project(from);
    const to = roundedPosition(this.ground.unproject([x + dx, y + dy]));
    if (!this.isNudging) {
      this.isNudging = true;
      this.events.onBegin();
    }
    const grab: Grab = selected ? { kind: 'vertex', position: selected } : { kind: 'whole' };
    this.put(this.accepted, grabbed(this.accepted, grab, from, to), false);
  }

  endNudge(): void {
    if (!this.isNudging) return;
    this.isNudging = false;
    this.events.onEnd();
  }

  /** Takes the vertex away: the given one, else the selected; nothing without one. */
  remove(position: Position | null = this.state.selected): void {
    if (this.drag || !position) return;
    this.endNudge();
    const left = removeVertex(this.accepted, position);
    if (typeof left === 'string') {
      this.tell({ trouble: { kind: 'removal', refusal: left } });
      return;
    }
    this.put(this.accepted, { geometry: left, selected: null, step: 'vertex-removed' }, false);
  }

  private put(before: Geometry, moved: Moved, isDragging: boolean): void {
    const fault = editFault(before, moved.geometry);
    if (fault) {
      // While it is dragged the user sees where it goes wrong; a key press just does nothing.
      if (isDragging) this.drawn = moved.geometry;
      const selected = isDragging ? moved.selected : this.state.selected;
      this.tell({ isDragging, selected, trouble: { kind: 'fault', fault } });
      return;
    }
    this.accepted = moved.geometry;
    this.drawn = moved.geometry;
    this.held = moved.selected;
    this.tell({ isDragging, selected: moved.selected, trouble: null });
    this.events.onChange(moved.geometry, moved.step);
  }

  private tell(part: Partial<AdjustState>): void {
    this.state = { ...this.state, ...part };
    this.events.onState(this.state);
  }
}
