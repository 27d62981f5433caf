// Features to the map's worker. MapLibre copies what it is given in one go, so many are given in slices between which the
// page breathes. (A blob's address does not help: the worker asks the page to read it, and hands the data back besides.)
import type { GeoJSONSourceDiff } from 'maplibre-gl';
import type { MapFeatures } from './sources/feature-shape';

/** So many are copied in some 30 ms; each slice makes the map's worker cut its tiles anew. */
export const FEATURES_A_SLICE = 6000;

/** What is used of a GeoJSON source of MapLibre. */
export interface DataSource {
  readonly setData: (data: MapFeatures) => Promise<unknown>;
  readonly updateData: (diff: GeoJSONSourceDiff) => Promise<unknown>;
}

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export class SourceSender {
  private readonly newest = new Map<string, MapFeatures>();

  /** Ends when the source has the data, or when newer data for it came meanwhile. */
  async send(id: string, source: DataSource, data: MapFeatures): Promise<void> {
    this.newest.set(id, data);
    const { features } = data;
    if (features.length <= FEATURES_A_SLICE) {
      await source.setData(data);
      return;
    }
    for (let from = 0; from < features.length; from += FEATURES_A_SLICE) {
      await turnOfTheLoop();
      if (this.newest.get(id) !== data) return;
      // Only features with an id can be added to.
      const slice = features
        .slice(from, from + FEATURES_A_SLICE)
        .map((feature, at) => ({ ...feature, id: from + at }));
      if (from === 0) await source.setData({ type: 'FeatureCollection', features: slice });
      else await source.updateData({ add: slice });
    }
  }
}
