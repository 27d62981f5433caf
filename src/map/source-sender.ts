// Features to the map's worker. A few go as they are; MapLibre would copy many in one go and hold up the page, so these are
// written as text in slices, which the worker fetches as a blob of this page.
import type { MapFeatures } from './sources/feature-shape';

/** More features than this go as a blob; so many are written to text in a few milliseconds. */
export const FEATURES_A_SLICE = 2000;

/** What is used of a GeoJSON source of MapLibre. */
export interface DataSource {
  readonly setData: (data: MapFeatures | string) => Promise<unknown>;
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
    const parts = ['{"type":"FeatureCollection","features":['];
    for (let at = 0; at < features.length; at += FEATURES_A_SLICE) {
      await turnOfTheLoop();
      if (this.newest.get(id) !== data) return;
      const slice = features.slice(at, at + FEATURES_A_SLICE);
      parts.push(at === 0 ? '' : ',', slice.map((each) => JSON.stringify(each)).join());
    }
    parts.push(']}');
    const url = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
    await source.setData(url).finally(() => URL.revokeObjectURL(url));
  }
}
