// 县 and 乡镇规划单元 with every printed figure of theirs, one column a measure and year.
import type { County, Township } from '../../domain/administrative';
import type { Figure } from '../../domain/figure';
import type { PackIndex } from '../../domain/pack-index';
import { MEASURE_WORDS, POVERTY_CLASS_WORDS, SEAT_METHOD_WORDS } from '../../domain/wording';
import type { ExportTable } from '../../io/export-table';
import { type Field, field, fieldTable, knownNumber } from './field-table';

type Area = { readonly code: string };

/** Columns in the order in which the pack first gives each measure and year. */
function figureFields<T extends Area>(
  figures: readonly Figure[],
  codeLength: number,
): readonly Field<T>[] {
  const values = new Map<string, { figure: Figure; byCode: Map<string, number> }>();
  for (const figure of figures) {
    if (figure.areaCode.length !== codeLength) continue;
    const key = `${figure.measure} ${figure.year}`;
    const column = values.get(key) ?? { figure, byCode: new Map<string, number>() };
    column.byCode.set(figure.areaCode, figure.value);
    values.set(key, column);
  }
  return [...values.values()].map(({ figure, byCode }) =>
    field(
      `${MEASURE_WORDS[figure.measure]}(${figure.year}年)`,
      figure.unit === 'share' ? 'share' : 'integer',
      ({ code }) => knownNumber(byCode.get(code)),
    ),
  );
}

/** Figures that read otherwise than their heading is printed say so. */
function figureNotes(figures: readonly Figure[], codeLength: number): readonly string[] {
  const notes = figures.flatMap(({ areaCode, note }) =>
    note !== null && areaCode.length === codeLength ? [`读数说明：${note}`] : [],
  );
  return [...new Set(notes)];
}

export function countyTable({ pack }: PackIndex, footer: readonly string[]): ExportTable {
  const fields: readonly Field<County>[] = [
    field('县名', 'text', ({ name }) => name),
    field('行政区划代码', 'code', ({ code }) => code),
    field('贫困县类别', 'text', ({ povertyClass }) => POVERTY_CLASS_WORDS[povertyClass]),
    ...figureFields<County>(pack.figures, 6),
  ];
  return fieldTable(fields, pack.counties, {
    title: `${pack.name}县级行政区`,
    about: [...figureNotes(pack.figures, 6), ...footer],
    geometry: ({ geometry }) => geometry,
    label: '县名',
  });
}

export function townshipTable(index: PackIndex, footer: readonly string[]): ExportTable {
  const { pack } = index;
  const fields: readonly Field<Township>[] = [
    field('乡镇名', 'text', ({ name }) => name),
    field('行政区划代码', 'code', ({ code }) => code),
    field('县', 'text', ({ countyCode }) => index.countyByCode.get(countyCode)?.name ?? ''),
    field('驻地位置', 'text', ({ seatMethod }) => SEAT_METHOD_WORDS[seatMethod]),
    field('驻地精度(米)', 'number', ({ seatAccuracyMetres }) => seatAccuracyMetres),
    ...figureFields<Township>(pack.figures, 9),
  ];
  const cells = '图形是由乡镇驻地推算的规划单元，不是行政区界线；驻地不明的乡镇没有图形';
  return fieldTable(fields, pack.townships, {
    title: `${pack.name}乡镇规划单元`,
    about: [cells, ...figureNotes(pack.figures, 9), ...footer],
    geometry: ({ geometry }) => geometry,
    label: '乡镇名',
    layer: '县',
  });
}
