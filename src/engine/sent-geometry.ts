// A target's geometry crosses the channel once: the page leaves it out while it is the one that it sent last under the same
// id, and the engine puts it back. Messages come in the order they were sent, and geometries are never changed in place.
// So a drag sends the shape that moved and a step of the slider sends none; and in the engine the same geometry stays the
// same object.
import type { Geometry } from 'geojson';
import type { CoverageTarget } from './protocol';

type SentTarget = Omit<CoverageTarget, 'geometry'> & { readonly geometry: Geometry | null };

function targetsIn(input: unknown): readonly SentTarget[] | null {
  if (typeof input !== 'object' || input === null || !('targets' in input)) return null;
  // Every request of protocol.ts that has `targets` means CoverageTarget by it.
  return input.targets as readonly SentTarget[];
}

/** The page's side: inputs as they are sent. One for each channel. */
export function geometryOnce(): (input: unknown) => unknown {
  const sent = new Map<string, Geometry | null>();
  return (input) => {
    const targets = targetsIn(input);
    if (targets === null) return input;
    const lean = targets.map((target) => {
      if (sent.get(target.id) === target.geometry) return { ...target, geometry: null };
      sent.set(target.id, target.geometry);
      return target;
    });
    return { ...(input as object), targets: lean };
  };
}

/** The engine's side: inputs as they were before. Throws when a geometry was left out that never came. */
export function geometryKept(): (input: unknown) => unknown {
  const kept = new Map<string, Geometry>();
  return (input) => {
    const targets = targetsIn(input);
    if (targets === null) return input;
    const whole = targets.map((target) => {
      const geometry = target.geometry ?? kept.get(target.id);
      if (geometry === undefined) throw new Error(`geometry of ${target.id} was never sent`);
      kept.set(target.id, geometry);
      return { ...target, geometry };
    });
    return { ...(input as object), targets: whole };
  };
}
