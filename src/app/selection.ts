import type { Inspected } from '../features/inspect/inspected';
import type { MapPick } from '../map/map-types';

/** The same thing in the map's words; null for a relocation programme, which has no single shape. */
export function toMapPick(thing: Inspected): MapPick | null {
  switch (thing.kind) {
    case 'village':
    case 'township':
    case 'county':
      return { kind: thing.kind, id: thing.code };
    case 'project':
    case 'belt':
    case 'imported':
    case 'plan-object':
      return { kind: thing.kind, id: thing.id };
    case 'base-feature':
      return { kind: 'base', id: thing.id };
    case 'relocation':
      return null;
  }
}

/** The same thing in the inspector's words. */
export function toInspected(pick: { readonly kind: string; readonly id: string }): Inspected {
  switch (pick.kind) {
    case 'village':
    case 'township':
    case 'county':
      return { kind: pick.kind, code: pick.id };
    case 'project':
    case 'belt':
    case 'relocation':
    case 'imported':
    case 'plan-object':
      return { kind: pick.kind, id: pick.id };
    case 'base':
    case 'base-feature':
      return { kind: 'base-feature', id: pick.id };
    default:
      throw new Error(`cannot inspect a ${pick.kind}`);
  }
}
