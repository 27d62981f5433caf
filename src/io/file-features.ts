/** GeoJSON features as a format's reader gives them, geometry not yet checked. */
export interface FileFeatures {
  readonly features: readonly unknown[];
  /** Of the file's texts, for notes. */
  readonly encoding: string;
}
