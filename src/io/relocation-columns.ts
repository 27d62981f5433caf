// Columns of a relocation list: of several numbers of households or people the ones that move are meant, not all of the village.
import type { ColumnChoice, ColumnRole } from './import-choices';

const MOVING = /搬迁|迁出|搬出|移民/;
const HOUSEHOLDS = /户数?$/;
const PERSONS = /(人口|人数|人)$/;

function bareHeading(heading: string): string {
  return heading.replaceAll(/[（(][^（()）]*[)）]|\s/g, '');
}

function withMoving(
  columns: readonly ColumnChoice[],
  role: ColumnRole & ('households' | 'persons'),
  counted: RegExp,
): readonly ColumnChoice[] {
  const at = columns.findIndex(({ heading, role: own }) => {
    const bare = bareHeading(heading);
    return own === 'attribute' && MOVING.test(bare) && counted.test(bare);
  });
  if (at < 0) return columns;
  return columns.map((column, place) => {
    if (place === at) return { ...column, role, unit: 'one', evidence: '表头说的是搬迁的数' };
    if (column.role !== role) return column;
    return { ...column, role: 'attribute', unit: 'one', evidence: '不是搬迁的数，作为属性保留' };
  });
}

/** The columns as a relocation list takes them; `columns` as guessed for any table of villages. */
export function relocationColumns(columns: readonly ColumnChoice[]): readonly ColumnChoice[] {
  return withMoving(withMoving(columns, 'households', HOUSEHOLDS), 'persons', PERSONS);
}
