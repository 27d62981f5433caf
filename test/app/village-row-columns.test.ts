import { describe, expect, it } from 'vitest';
import { columnsOfRows, rowsOfColumns } from '../../src/app/village-row-columns';
import type { ImportedVillage, VillageFigures } from '../../src/domain/imported';

const NO_FIGURES: VillageFigures = {
  households: null,
  persons: null,
  poorHouseholds: null,
  poorPersons: null,
  povertyIncidence: null,
  elevationMetres: null,
  slopeDegrees: null,
};

function row(at: number, rest: Partial<ImportedVillage>): ImportedVillage {
  return {
    code: `14080200100${at}`,
    name: `甲村${at}`,
    position: null,
    positionAccuracyMetres: null,
    figures: NO_FIGURES,
    row: at + 2,
    added: null,
    ...rest,
  };
}

const place = { position: [111.25, 35.5], positionAccuracyMetres: 50 } as const;
const added = {
  kind: 'village-committee',
  townshipCode: '140802001',
  countyCode: '140802',
} as const;

describe('rows of villages as columns', () => {
  it('come back as they were, what is not known included', () => {
    const rows = [
      row(1, { figures: { ...NO_FIGURES, poorHouseholds: 0, povertyIncidence: 0.125 } }),
      row(2, { ...place, added }),
      row(4, { siteName: '甲安置点' }),
      row(3, {
        ...place,
        added: { ...added, kind: 'residents-committee' },
        figures: {
          households: 1,
          persons: 2,
          poorHouseholds: 3,
          poorPersons: 4,
          povertyIncidence: 5,
          elevationMetres: -6.5,
          slopeDegrees: 7,
        },
      }),
      row(4, { ...place, positionAccuracyMetres: 0, added: { ...added } }),
    ];
    expect(rowsOfColumns(structuredClone(columnsOfRows(rows)))).toEqual(rows);
  });

  it('name each area of new villages once', () => {
    const columns = columnsOfRows(
      [1, 2, 3].map((at) => row(at, { ...place, added: { ...added } })),
    );
    expect(columns.areas).toEqual([added]);
  });

  it('may be none', () => {
    expect(rowsOfColumns(columnsOfRows([]))).toEqual([]);
  });
});
