// To another region, or another version of the same: the page begins anew with what the address and this tab's memory
// say, so that nothing of the region before can stay behind. What is open is written first; if it can not be, the page stays.
import type { DocumentSession } from '../document/document-session';
import type { Problem } from '../domain/problem';
import { tabMemory } from './document-tab-memory';
import { hashOfRegion, rememberRegion, rememberView } from './region-memory';
import { useSession } from './session-store';

interface Left {
  readonly packId: string;
  readonly documents: DocumentSession;
  /** All changes are in a file of the user's. */
  readonly isInFile: boolean;
}

/** Writes what is open; why the page can not be left, or null. */
async function writtenDown({ documents, isInFile }: Left): Promise<Problem | null> {
  await documents.flush();
  const { save, history } = documents.state.getState();
  if (save.kind !== 'failed' || isInFile || history.entries.length === 1) return null;
  return {
    code: 'region-not-left',
    severity: 'warning',
    where: {},
    text: `没有切换：方案有修改未能存入浏览器（${save.problem.text}）`,
    mend: '请先“另存为”存成文件，再切换。',
  };
}

export interface Destination {
  readonly regionId: string;
  /** Else the one that this tab had of the region, or the one opened last. */
  readonly documentId?: string;
  /** The address holds what is to be shown already: a pasted link. */
  readonly isInAddress?: boolean;
}

/** Opens a region as this tab last saw it. The page begins anew: call only once all is written. */
export function goToRegion({ regionId, documentId, isInAddress = false }: Destination): void {
  rememberRegion(regionId);
  if (documentId !== undefined) tabMemory(regionId).set(documentId);
  const hash = isInAddress ? location.hash : `#${hashOfRegion(regionId, useSession.getState())}`;
  if (hash !== location.hash) history.pushState(null, '', hash);
  location.reload();
}

/** Leaves the open region for another, or for another document or version of it; null when the page goes. */
export async function leaveFor(from: Left, to: Destination): Promise<Problem | null> {
  const refused = await writtenDown(from);
  if (refused) return refused;
  rememberView(from.packId, useSession.getState());
  goToRegion(to);
  return null;
}
