// Villages to sites, as the panels and the map ask for it; each is one undoable step.
import type { DocumentSession } from '../document/document-session';
import { changeAssignments } from '../document/edits/assignment-edits';
import { contentOf } from '../document/plan-document';
import { type Assignment, assignmentId } from '../domain/assignment';

interface Pair {
  readonly villageCode: string;
  readonly siteId: string;
}

function known(documents: DocumentSession, pair: Pair): Assignment | undefined {
  return contentOf(documents.state.getState().doc).assignments.get(assignmentId(pair));
}

function siteName(documents: DocumentSession, siteId: string): string {
  return contentOf(documents.state.getState().doc).objects.get(siteId)?.name ?? siteId;
}

/** Adds villages that the site does not have yet, without numbers: nobody has said how many move. How many were new. */
export function addVillages(
  documents: DocumentSession,
  siteId: string,
  villages: readonly { readonly code: string; readonly name: string }[],
): number {
  const fresh = villages.filter(({ code }) => !known(documents, { villageCode: code, siteId }));
  const [first] = fresh;
  if (!first) return 0;
  const who = fresh.length === 1 ? first.name : `${fresh.length} 个村`;
  const put = fresh.map(({ code }) => ({
    villageCode: code,
    siteId,
    households: null,
    persons: null,
  }));
  const label = `${who}迁往「${siteName(documents, siteId)}」`;
  documents.commit(changeAssignments({ put, removed: [], label }));
  return fresh.length;
}

/** What the relocation list says of villages that no site had, as one step. */
export function assignListed(documents: DocumentSession, listed: readonly Assignment[]): void {
  const villages = new Set(listed.map(({ villageCode }) => villageCode)).size;
  const label = `按名单分配 ${villages} 个村`;
  documents.commit(changeAssignments({ put: listed, removed: [], label }));
}

export function putAssignment(
  documents: DocumentSession,
  assignment: Assignment,
  villageName: string,
): void {
  const label = `改${villageName}迁往「${siteName(documents, assignment.siteId)}」的户数人数`;
  documents.commit(changeAssignments({ put: [assignment], removed: [], label }));
}

export function removeAssignment(
  documents: DocumentSession,
  assignment: Assignment,
  villageName: string,
): void {
  const label = `${villageName}不再迁往「${siteName(documents, assignment.siteId)}」`;
  documents.commit(changeAssignments({ put: [], removed: [assignment], label }));
}

/** In or out of the site, by a click on the map. */
export function toggleVillage(
  documents: DocumentSession,
  siteId: string,
  village: { readonly code: string; readonly name: string },
): void {
  const there = known(documents, { villageCode: village.code, siteId });
  if (there) removeAssignment(documents, there, village.name);
  else addVillages(documents, siteId, [village]);
}
