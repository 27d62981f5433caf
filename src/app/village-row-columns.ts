// Imported village rows on their way from worker to page, as columns: numbers come over as memory, and the rows of one
// township share their words. As objects they took the page several times as long to receive.
import { type ImportedVillage, OWN_FIGURES, type VillageFigures } from '../domain/imported';

type Added = NonNullable<ImportedVillage['added']>;

const FIGURES = [
  ...OWN_FIGURES,
  'elevationMetres',
  'slopeDegrees',
] as const satisfies readonly (keyof VillageFigures)[];

/** One entry a row; NaN and −1 stand for null. */
export interface VillageRowColumns {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly rows: Uint32Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly accuracyMetres: Float64Array;
  /** As many a row as there are kinds of figures. */
  readonly figures: Float64Array;
  /** Place in `areas` of what a new village is and where. */
  readonly added: Int32Array;
  readonly areas: readonly Added[];
  /** null where no row has one. */
  readonly siteNames: readonly (string | undefined)[] | null;
}

export function columnsOfRows(villages: readonly ImportedVillage[]): VillageRowColumns {
  const areas: Added[] = [];
  const places = new Map<string, number>();
  const placeOf = (added: Added): number => {
    const key = `${added.townshipCode} ${added.countyCode} ${added.kind}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, areas.length);
    return areas.push(added) - 1;
  };
  const count = villages.length;
  const rows = new Uint32Array(count);
  const [lng, lat] = [new Float64Array(count), new Float64Array(count)];
  const accuracyMetres = new Float64Array(count);
  const figures = new Float64Array(count * FIGURES.length);
  const added = new Int32Array(count);
  for (const [at, village] of villages.entries()) {
    rows[at] = village.row;
    lng[at] = village.position?.[0] ?? Number.NaN;
    lat[at] = village.position?.[1] ?? Number.NaN;
    accuracyMetres[at] = village.positionAccuracyMetres ?? Number.NaN;
    for (const [of, figure] of FIGURES.entries()) {
      figures[at * FIGURES.length + of] = village.figures[figure] ?? Number.NaN;
    }
    added[at] = village.added === null ? -1 : placeOf(village.added);
  }
  const codes = villages.map(({ code }) => code);
  const names = villages.map(({ name }) => name);
  const siteNames = villages.some(({ siteName }) => siteName !== undefined)
    ? villages.map(({ siteName }) => siteName)
    : null;
  return { codes, names, rows, lng, lat, accuracyMetres, figures, added, areas, siteNames };
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The rows that `columnsOfRows` was given. */
export function rowsOfColumns(columns: VillageRowColumns): readonly ImportedVillage[] {
  const { names, rows, figures, areas, added, siteNames } = columns;
  return columns.codes.map((code, at) => {
    const [lng, lat] = [known(columns.lng[at]), known(columns.lat[at])];
    const from = at * FIGURES.length;
    return {
      code,
      name: names[at] ?? '',
      position: lng === null || lat === null ? null : [lng, lat],
      positionAccuracyMetres: known(columns.accuracyMetres[at]),
      figures: {
        households: known(figures[from]),
        persons: known(figures[from + 1]),
        poorHouseholds: known(figures[from + 2]),
        poorPersons: known(figures[from + 3]),
        povertyIncidence: known(figures[from + 4]),
        elevationMetres: known(figures[from + 5]),
        slopeDegrees: known(figures[from + 6]),
      },
      row: rows[at] ?? 0,
      ...(siteNames?.[at] !== undefined && { siteName: siteNames[at] }),
      added: areas[added[at] ?? -1] ?? null,
    };
  });
}
