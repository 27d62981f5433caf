// Takes from a row what matching needs.
import type { ColumnRole } from './import-choices';
import type { MatchInput } from './match-villages';
import type { SourceCell } from './source-layer';

export interface MatchColumns {
  /** No column says which village a row is about. */
  readonly isEmpty: boolean;
  readonly of: (cells: readonly SourceCell[], chosen: string | null) => MatchInput;
}

export function matchInput(roles: readonly ColumnRole[]): MatchColumns {
  const [code, name, township, county] = (['code', 'name', 'township', 'county'] as const).map(
    (role) => roles.indexOf(role),
  ) as [number, number, number, number];
  return {
    isEmpty: code < 0 && name < 0,
    of: (cells, chosen) => ({
      code: cells[code] ?? null,
      name: cells[name] ?? null,
      township: cells[township] ?? null,
      county: cells[county] ?? null,
      chosen,
    }),
  };
}
