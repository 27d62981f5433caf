// Columns of a relocation list: of several numbers of households or people the ones that move are meant, not all of the
// village; in a list of households (花名册) their sizes.
import type { ColumnChoice, ColumnRole } from './import-choices';

const MOVING = /搬迁|迁出|搬出|移民/;
const MOVING_HOUSEHOLDS = (bare: string): boolean => MOVING.test(bare) && /户数?$/.test(bare);
const MOVING_PERSONS = (bare: string): boolean => MOVING.test(bare) && /(人口|人数|人)$/.test(bare);
/** How many people a household has. */
export const FAMILY_SIZE = /^(家庭|户)(总)?(人口|人数)数?$/;

/** Without blanks and what stands in brackets. */
export function bareHeading(heading: string): string {
  return heading.replaceAll(/[（(][^（()）]*[)）]|\s/g, '');
}

interface Wanted {
  readonly role: ColumnRole & ('households' | 'persons');
  readonly isMeant: (bareHeading: string) => boolean;
  readonly evidence: string;
}

/** Surer last: each takes the role from the one before. */
const WANTED: readonly Wanted[] = [
  {
    role: 'persons',
    isMeant: (bare) => FAMILY_SIZE.test(bare),
    evidence: '表头说的是一户的人数',
  },
  { role: 'persons', isMeant: MOVING_PERSONS, evidence: '表头说的是搬迁的数' },
  { role: 'households', isMeant: MOVING_HOUSEHOLDS, evidence: '表头说的是搬迁的数' },
];

function withWanted(
  columns: readonly ColumnChoice[],
  { role, isMeant, evidence }: Wanted,
  isNumeric: (at: number) => boolean,
): readonly ColumnChoice[] {
  const at = columns.findIndex(
    ({ heading, role: own }, place) =>
      own === 'attribute' && isMeant(bareHeading(heading)) && isNumeric(place),
  );
  if (at < 0) return columns;
  return columns.map((column, place) => {
    if (place === at) return { ...column, role, unit: 'one', evidence };
    if (column.role !== role) return column;
    return { ...column, role: 'attribute', unit: 'one', evidence: '不是搬迁的数，作为属性保留' };
  });
}

/** The columns as a relocation list takes them. `columns`: as guessed for any table of villages. `isNumeric`: of the values. */
export function relocationColumns(
  columns: readonly ColumnChoice[],
  isNumeric: (at: number) => boolean,
): readonly ColumnChoice[] {
  return WANTED.reduce((done, wanted) => withWanted(done, wanted, isNumeric), columns);
}
