/** WGS84 longitude, latitude in decimal degrees (RFC 7946 axis order). */
export type LngLat = readonly [lng: number, lat: number];

/** WGS84 west, south, east, north in decimal degrees. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];
