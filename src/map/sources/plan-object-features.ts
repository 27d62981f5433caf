// 规划对象 as features: `kind` is what the colour and the symbol follow, a project's own kind where it is one.
import { type PlanObject, textValue } from '../../domain/plan-object';
import type { ProjectKind } from '../../domain/project';
import type { FlowLine } from '../map-types';
import { collection, mapFeatures, type MapFeatures } from './feature-shape';

export type PlanMark = 'site' | 'zone' | 'belt' | 'reference' | ProjectKind;

const PROJECT_KINDS: readonly string[] = ['water', 'power', 'road', 'facility'];

/** A project without a kind is drawn as a facility, as the engine's lists have it. */
export function planMark(object: PlanObject): PlanMark {
  if (object.kind !== 'project') return object.kind;
  const kind = textValue(object, 'projectKind') ?? '';
  return PROJECT_KINDS.includes(kind) ? (kind as ProjectKind) : 'facility';
}

/** Objects without a place draw nothing. Later ones lie over earlier ones. */
export function planObjectFeatures(objects: readonly PlanObject[]): MapFeatures {
  return collection(
    objects.flatMap((object) =>
      mapFeatures(object.geometry, {
        id: object.id,
        name: object.name,
        kind: planMark(object),
      }),
    ),
  );
}

/** `persons` 0 where nobody has said how many: the thinnest line. */
export function flowFeatures(flows: readonly FlowLine[]): MapFeatures {
  return collection(
    flows.flatMap(({ from, to, persons }) =>
      mapFeatures(
        { type: 'LineString', coordinates: [[...from], [...to]] },
        { persons: persons ?? 0, isKnown: persons !== null },
      ),
    ),
  );
}
