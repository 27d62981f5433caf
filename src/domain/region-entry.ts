/** What is known of a region pack before it is opened: enough to offer it. */
export interface RegionEntry {
  /** Lower-case, e.g. "yuncheng": the pack's id. */
  readonly id: string;
  readonly name: string;
  readonly planTitle: string;
  readonly version: string;
  /** ISO 8601 day. */
  readonly date: string;
}
