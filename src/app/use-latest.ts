import { type RefObject, useEffect, useRef } from 'react';

/** A box with the newest value, for callbacks that must stay the same while it changes. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
