// geojson-validation 1.0.2 ships no types; only what geometry-check.ts uses is declared.
declare module 'geojson-validation' {
  interface GeoJsonValidation {
    /** With `trace` true: English messages, empty when the object is a valid RFC 7946 geometry object by structure. */
    isGeometryObject(value: unknown, trace: true): readonly string[];
  }
  const validation: GeoJsonValidation;
  export default validation;
}
