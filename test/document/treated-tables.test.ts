import { describe, expect, it } from 'vitest';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import { effectiveRegion } from '../../src/document/effective-region';
import { isInForce, treatedTables } from '../../src/document/treated-tables';
import type { AuditTreatment } from '../../src/domain/audit-finding';
import type { Figure } from '../../src/domain/figure';
import { readCells } from '../../src/domain/plan-table';
import { yunchengIndex } from '../features/yuncheng';
import { sampleTreatment } from './sample-document';

describe('tables as treatments have them read', async () => {
  const { pack } = await yunchengIndex();
  const figureOf = (measure: Figure['measure']): Figure => {
    const figure = pack.figures.find((each) => each.measure === measure);
    if (!figure) throw new Error(`no ${measure}`);
    return figure;
  };
  const persons = figureOf('poorPersons');
  const incidence = figureOf('povertyIncidence');
  const of = (figure: Figure, parts: Partial<AuditTreatment>): AuditTreatment => ({
    ...sampleTreatment(`f-${figure.cell.column}`),
    cell: { ...figure.cell, printed: figure.printed },
    unit: '',
    note: '',
    ...parts,
  });
  const treated = (...all: readonly AuditTreatment[]) =>
    treatedTables(pack, new Map(all.map((one) => [one.findingId, one])));
  const figureAt = (figures: readonly Figure[], { cell }: Figure) =>
    figures.find((each) => JSON.stringify(each.cell) === JSON.stringify(cell));

  it('are the pack’s own where nothing is changed', () => {
    const accepted = of(persons, { way: 'accept' });
    const gone = of(persons, { cell: { ...persons.cell, row: 999, printed: '' } });
    const words = of(persons, { computed: '甲' });
    for (const one of [accepted, gone, words]) {
      expect(treated(one)).toEqual({ tables: pack.tables, figures: pack.figures });
      expect(treated(one).tables).toBe(pack.tables);
      expect(isInForce(pack.tables, one)).toBe(false);
    }
    expect(effectiveRegion(pack, new Map(), new Map([['a', accepted]])).pack).toBe(pack);
  });

  it('give the computed value, with the printed cell beside it and a note', () => {
    const one = of(persons, { computed: 21.4, note: ' 核对底册 ' });
    const { tables, figures } = treated(one);
    expect(isInForce(pack.tables, one)).toBe(true);
    const figure = figureAt(figures, persons);
    expect(figure).toEqual({ ...persons, value: 21, note: figure?.note });
    expect(figure?.note).toContain(`原表印作「${persons.printed}」，采用计算值 21人（核对底册）`);
    const table = tables.find(({ id }) => id === persons.cell.tableId);
    const row = table?.rows[persons.cell.row - 1];
    const column = table?.columns.findIndex(({ heading }) => heading === persons.cell.column) ?? -1;
    expect(row?.cells[column]).toBe(persons.printed);
    expect(row && readCells(row)[column]).toBe('21');
  });

  it('turn a share into the unit that the column is read in', () => {
    const column = pack.tables
      .find(({ id }) => id === incidence.cell.tableId)
      ?.columns.find(({ heading }) => heading === incidence.cell.column);
    const { figures } = treated(of(incidence, { computed: 47.26, unit: '‰' }));
    expect(column?.measure).toBe('povertyIncidence');
    expect(figureAt(figures, incidence)?.value).toBeCloseTo(0.04726, 12);
    const beyond = of(incidence, { computed: 120, unit: '%' });
    expect(isInForce(pack.tables, beyond)).toBe(false);
  });

  it('keep the unit of the printed number where the finding states that number', () => {
    const stated = Number.parseFloat(incidence.printed);
    const { figures } = treated(of(incidence, { stated, computed: stated / 2, unit: '个' }));
    expect(figureAt(figures, incidence)?.value).toBeCloseTo(incidence.value / 2, 12);
  });

  it('leave a cell out', () => {
    const { figures } = treated(of(persons, { way: 'exclude' }));
    expect(figureAt(figures, persons)).toBeUndefined();
    expect(figures).toHaveLength(pack.figures.length - 1);
  });

  it('take the later of two treatments of one cell', () => {
    const first = of(persons, { findingId: 'b', computed: 1, madeAt: '2026-01-01' });
    const later = of(persons, { findingId: 'a', computed: 2, madeAt: '2026-01-02' });
    expect(figureAt(treated(later, first).figures, persons)?.value).toBe(2);
  });

  it('are read as printed where another version of the pack prints the cell otherwise', () => {
    const one = of(persons, { computed: 21, cell: { ...persons.cell, printed: '别的' } });
    expect(treated(one).figures).toBe(pack.figures);
  });

  it('carry into the estimate of every analysis', () => {
    const total = (figures: Float64Array): number =>
      figures.reduce((sum, each) => sum + (Number.isFinite(each) ? each : 0), 0);
    const one = of(persons, { computed: persons.value + 1000 });
    const after = effectiveRegion(pack, new Map(), new Map([['a', one]])).pack;
    const more = total(estimatePoverty(after).persons) - total(estimatePoverty(pack).persons);
    expect(more).toBeCloseTo(1000, 6);
  });
});
