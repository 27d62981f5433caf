// What an edit of a shape gives back: the new shape, or one Problem that says why the shape stays as it was.
import type { Outcome } from '../domain/problem';

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value, notes: [] };
}

/** `text` says in Chinese why the shape cannot be made, `mend` what the user can do. */
export function refused(code: string, text: string, mend: string): Outcome<never> {
  return { ok: false, problems: [{ code, severity: 'error', where: {}, text, mend }] };
}
