// What the user (or our guess) says of a source layer, and what comes of it. Guess and preview are pure: the screen, the
// tests and `cuntu inspect` call the same two functions.
import type { County, Township } from '../domain/administrative';
import type { ImportContent } from '../domain/imported';
import type { BoundingBox } from '../domain/lng-lat';
import type { Problem } from '../domain/problem';
import type { ProjectKind } from '../domain/project';
import type { Village } from '../domain/village';

/** What a column holds. `attribute` is kept as it is, `ignore` is dropped. */
export type ColumnRole =
  | 'code'
  | 'name'
  | 'county'
  | 'township'
  | 'x'
  | 'y'
  | 'accuracy'
  /** Where people of the row move to. */
  | 'site'
  | 'households'
  | 'persons'
  | 'poorHouseholds'
  | 'poorPersons'
  | 'povertyIncidence'
  | 'attribute'
  | 'ignore';

/** How a figure column is printed; shares come as % or ‰ or as they are (0..1), counts as they are or in 万. */
export type ColumnUnit = 'one' | 'percent' | 'permille' | 'ten-thousand';

export interface ColumnChoice {
  readonly heading: string;
  readonly role: ColumnRole;
  readonly unit: ColumnUnit;
  /** Chinese: why this role and unit were guessed; empty when the user chose. */
  readonly evidence: string;
}

export type ImportUse =
  | 'villages'
  /** Villages of which people move, with how many and where to. */
  | 'relocation'
  | 'projects'
  | 'sites'
  | 'zones'
  | 'reference'
  /** An elevation grid: kept with the heights of villages in it, or without. `villages` takes these alone. */
  | 'terrain'
  | 'terrain-only';

export interface ImportChoices {
  /** Rows of headings on top of a plain table (two are joined), after `skippedRows` title rows. 0 where the layer has headings. */
  readonly skippedRows: number;
  readonly headingRows: number;
  readonly columns: readonly ColumnChoice[];
  /** As `parseCrs` reads it. */
  readonly crs: string;
  /** Chinese: evidence for the coordinate system. */
  readonly crsEvidence: string;
  /** The file holds latitude or northing first. */
  readonly axesSwapped: boolean;
  readonly use: ImportUse;
  /** For use `projects`. */
  readonly projectKind: ProjectKind;
  /** For rows without an accuracy column. */
  readonly accuracyMetres: number;
  /** The user has confirmed positions outside the region. */
  readonly allowOutside: boolean;
  /** Row → village code, chosen by the user for rows that matched nothing or several. */
  readonly matches: ReadonlyMap<number, string>;
  /** The user has said that every other row that can be a new village is one. */
  readonly addsUnknown: boolean;
}

/** What guesses and matching need of the open region. */
export interface ImportContext {
  readonly bbox: BoundingBox;
  readonly counties: readonly County[];
  readonly townships: readonly Township[];
  readonly villages: readonly Village[];
}

/** One way to read the coordinates, with what speaks for it; best first. */
export interface CrsGuess {
  readonly crs: string;
  readonly axesSwapped: boolean;
  /** Chinese, e.g. "作为 GCJ-02：232 点全部落在平陆县内，距本村中位 210 米". */
  readonly evidence: string;
  /** Share of positions inside the region, 0..1. */
  readonly insideShare: number;
}

export interface UnmatchedRow {
  readonly row: number;
  readonly printed: string;
  /** Chinese: why nothing (or more than one) matched. */
  readonly reason: string;
  readonly candidates: readonly { readonly code: string; readonly name: string }[];
  /** The row's own code where choosing it would make a new village: a known township, an unknown village, a position. */
  readonly newCode: string | null;
}

export interface ImportPreview {
  readonly rowsRead: number;
  readonly rowsOk: number;
  /** Taken, with a warning. */
  readonly rowsWarned: number;
  /** Not taken, each with a problem that names its row. ok + warned + refused = read. */
  readonly rowsRefused: number;
  readonly unmatched: readonly UnmatchedRow[];
  /** Listed in file order; the list may be cut, `problemCount` is whole. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** What would be applied; null when nothing can be. */
  readonly content: ImportContent | null;
}
