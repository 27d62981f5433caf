import { create } from 'zustand';
import { DEFAULT_SESSION, type SessionState } from './session-state';
import { readPermalink } from './permalink';

/** The session of this tab; starts from the address bar's permalink. */
export const useSession = create<SessionState>()(() => ({
  ...DEFAULT_SESSION,
  ...readPermalink(location.hash),
}));

/** Changes some fields of the session. */
export function patchSession(patch: Partial<SessionState>): void {
  useSession.setState(patch);
}
