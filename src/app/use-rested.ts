import { useEffect, useState } from 'react';

/** Up to so many villages everything but the largest lists follows the hand frame by frame. */
const FEW_VILLAGES = 100_000;
const REST_MILLISECONDS = 200;

/** Between the hand's last move and work that costs more than a frame at this number of villages; 0: none. */
export function restFor(villageCount: number): number {
  return villageCount <= FEW_VILLAGES ? 0 : REST_MILLISECONDS;
}

/** The value once it has stayed the same for a while; at once with 0. */
export function useRested<T>(value: T, restMilliseconds: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (restMilliseconds === 0) return;
    const rest = setTimeout(() => setRested(value), restMilliseconds);
    return () => clearTimeout(rest);
  }, [value, restMilliseconds]);
  return restMilliseconds === 0 ? value : rested;
}
