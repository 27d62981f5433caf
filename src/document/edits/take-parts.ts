import { type Assignment, assignmentId } from '../../domain/assignment';
import type { Edit } from '../edit';
import type { PlanContent } from '../plan-document';
import { changeContent, put, withPart, without } from './change-content';

/** A part of a scenario that can be taken by itself; `id`: of the object, the site, the project, the belt. */
export interface PartPick {
  readonly part: 'object' | 'assignments' | 'alignment' | 'belt-width';
  readonly id: string;
}

/** `map` with the entries of these ids as `from` has them: put, replaced, or taken away where it has none. */
function taken<T>(
  map: ReadonlyMap<string, T>,
  from: ReadonlyMap<string, T>,
  ids: readonly string[],
): ReadonlyMap<string, T> {
  return ids.reduce((result, id) => {
    const value = from.get(id);
    return value === undefined ? without(result, id) : put(result, id, value);
  }, map);
}

function withAssignmentsOf(
  own: PlanContent['assignments'],
  from: PlanContent['assignments'],
  siteIds: ReadonlySet<string>,
): PlanContent['assignments'] {
  const ofSites = ([, { siteId }]: readonly [string, Assignment]): boolean => siteIds.has(siteId);
  const ids = [...own, ...from].filter(ofSites).map(([, one]) => assignmentId(one));
  return taken(own, from, [...new Set(ids)]);
}

/**
 * `content` with the picked parts as `from` has them. An object that is new here or goes away takes its assignments along;
 * one that is in both keeps its own unless they are picked too. Assignments to a site that is not here are not taken.
 */
export function contentWithParts(
  content: PlanContent,
  from: PlanContent,
  picks: readonly PartPick[],
): PlanContent {
  const idsOf = (part: PartPick['part']): readonly string[] =>
    picks.filter((pick) => pick.part === part).map(({ id }) => id);
  const objectIds = idsOf('object');
  const objects = taken(content.objects, from.objects, objectIds);
  const sites = new Set([
    ...objectIds.filter((id) => from.objects.has(id) !== content.objects.has(id)),
    ...idsOf('assignments').filter((id) => objects.has(id)),
  ]);
  const parts: Partial<PlanContent> = {
    objects,
    assignments: withAssignmentsOf(content.assignments, from.assignments, sites),
    alignments: taken(content.alignments, from.alignments, idsOf('alignment')),
    beltWidths: taken(content.beltWidths, from.beltWidths, idsOf('belt-width')),
  };
  return Object.entries(parts).reduce<PlanContent>(
    (result, [part, map]) => withPart(result, part as keyof PlanContent, map as never),
    content,
  );
}

/** The open scenario's parts become as `from` has them, in one step. */
export function takeParts(args: {
  readonly from: PlanContent;
  readonly picks: readonly PartPick[];
  readonly label: string;
}): Edit {
  const { from, picks, label } = args;
  return {
    label,
    apply: (doc) => changeContent(doc, (content) => contentWithParts(content, from, picks)),
  };
}
