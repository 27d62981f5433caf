import { useState } from 'react';

/** The value as it was, as long as the new one is alike for its reader: nothing is drawn or made of it anew. */
export function useAlike<T>(value: T, isAlike: (before: T, now: T) => boolean): T {
  const [kept, setKept] = useState(value);
  if (value === kept || isAlike(kept, value)) return kept;
  setKept(value);
  return value;
}

/** Lists whose members are alike at every place. */
export function alikeBy<T>(
  isAlike: (before: T, now: T) => boolean,
): (before: readonly T[], now: readonly T[]) => boolean {
  return (before, now) =>
    before.length === now.length &&
    now.every((each, at) => {
      const old = before[at];
      return old !== undefined && (old === each || isAlike(old, each));
    });
}
