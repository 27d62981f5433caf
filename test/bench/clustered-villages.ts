// Seeded, clustered villages for the bench: towns at random, villages round them. Plainly synthetic.

/** mulberry32: numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Columns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

/** `count` villages in [west, south, east, north], about 20 a town, within some 8 km of it. */
export function clusteredVillages(
  count: number,
  [west, south, east, north]: readonly [number, number, number, number],
): Columns {
  const random = seeded(20261122);
  const towns = Math.max(1, Math.round(count / 20));
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  const townLng = Float64Array.from({ length: towns }, () => west + random() * (east - west));
  const townLat = Float64Array.from({ length: towns }, () => south + random() * (north - south));
  for (let at = 0; at < count; at++) {
    const town = Math.floor(random() * towns);
    const away = 0.08 * Math.sqrt(random());
    const turn = random() * 2 * Math.PI;
    lng[at] = (townLng[town] ?? 0) + away * Math.cos(turn) * 1.2;
    lat[at] = (townLat[town] ?? 0) + away * Math.sin(turn);
  }
  return { lng, lat };
}
