// Index places with their distances, in two arrays that double when they are full: many are found, nobody knows how many.

export interface FoundPlaces {
  places: Uint32Array;
  metres: Float64Array;
  /** Entries in use; what lies behind them is room. */
  count: number;
}

export function noneFound(): FoundPlaces {
  return { places: new Uint32Array(256), metres: new Float64Array(256), count: 0 };
}

export function addFound(found: FoundPlaces, place: number, metres: number): void {
  if (found.count === found.places.length) {
    const [places, old] = [found.places, found.metres];
    found.places = new Uint32Array(found.count * 2);
    found.metres = new Float64Array(found.count * 2);
    found.places.set(places);
    found.metres.set(old);
  }
  found.places[found.count] = place;
  found.metres[found.count] = metres;
  found.count++;
}
