// GCJ-02, the offset system of Chinese web maps: positions read as WGS84 lie some 500 m off.
import gcoord from 'gcoord';
import type { Position } from 'geojson';

/** A position that was really GCJ-02, in WGS84; some metres exact (io/crs-convert refines it). Outside China it stays. */
export function fromGcj02([lng = Number.NaN, lat = Number.NaN]: Position): Position {
  return gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
}
