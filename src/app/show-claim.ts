import type { DocumentSession } from '../document/document-session';
import { setBeltWidth } from '../document/edits/set-belt-width';
import type { PackIndex } from '../domain/pack-index';
import type { ClaimJump } from '../features/claims/claims-dialog-props';
import type { Inspected } from '../features/inspect/inspected';
import { patchSession } from './session-store';
import { showBelts } from './use-belt-areas';

/**
 * Puts what a claim speaks of on the map (projects into the analysis, belts drawn, a programme inspected), at the
 * distance or width asked for. Gives the things to look at: its objects, or its counties where none has a place.
 */
export function showClaim(
  { objectIds, countyCodes, distanceMetres, widthMetres }: ClaimJump,
  { pack, projectById }: PackIndex,
  documents: DocumentSession,
  onInspect: (thing: Inspected) => void,
): readonly Inspected[] {
  const projects = objectIds.filter((id) => projectById.has(id));
  const belts = pack.belts.filter(({ id }) => objectIds.includes(id));
  const programme = pack.relocations.find(({ id }) => objectIds.includes(id));
  if (projects.length > 0) patchSession({ chosenProjectIds: projects, rightTab: 'coverage' });
  if (distanceMetres !== null) patchSession({ distanceMetres });
  if (belts.length > 0) showBelts(belts.map(({ id }) => id));
  if (widthMetres !== null)
    for (const { id, name } of belts)
      documents.commit(setBeltWidth({ beltId: id, beltName: name, widthMetres }));
  if (programme) onInspect({ kind: 'relocation', id: programme.id });
  const objects: readonly Inspected[] = [
    ...projects.map((id): Inspected => ({ kind: 'project', id })),
    ...belts.map(({ id }): Inspected => ({ kind: 'belt', id })),
  ];
  if (objects.length > 0) return objects;
  const codes = countyCodes.length > 0 ? countyCodes : pack.counties.map(({ code }) => code);
  return codes.map((code) => ({ kind: 'county', code }));
}
