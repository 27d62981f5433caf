import { describe as suite, expect, test } from 'vitest';
import { withOwnFigures } from '../../../src/analysis/own-figures';
import { estimatePoverty, villageEstimateAt } from '../../../src/analysis/poverty-estimate';
import { effectiveRegion } from '../../../src/document/effective-region';
import { importedThingId } from '../../../src/domain/imported-things';
import type { ImportRecord } from '../../../src/domain/imported';
import { indexPack } from '../../../src/domain/pack-index';
import { describe } from '../../../src/features/inspect/describe';
import { importRecord, importedVillage, ZONES } from '../imports/synthetic-imports';
import { yunchengIndex } from '../yuncheng';

const shipped = await yunchengIndex();
const spread = estimatePoverty(shipped.pack);
const at = spread.resolution.findIndex((resolution) => resolution === 'township');
const code = shipped.pack.villages[at]?.code ?? '';

function look(records: readonly ImportRecord[], id: string | null = null) {
  const imports = new Map(records.map((record) => [record.id, record]));
  const { pack, ownFigures } = effectiveRegion(shipped.pack, imports);
  const estimate = withOwnFigures(estimatePoverty(pack), pack.villages, ownFigures);
  return describe(
    {
      index: indexPack(pack),
      coverage: null,
      estimateAt: (place) => villageEstimateAt(estimate, place),
      villageReach: null,
      ownFigures,
      imports,
      chosenIds: [],
    },
    id === null ? { kind: 'village', code } : { kind: 'imported', id },
  );
}

const table = (id: string, figures: Parameters<typeof importedVillage>[1], row: number) =>
  importRecord(id, { kind: 'villages', villages: [importedVillage(code, figures, row)] });

suite('own figures of a village', () => {
  const section = (view: ReturnType<typeof look>, title: string) =>
    view?.sections.find((each) => each.title === title)?.rows ?? [];

  test('stand in place of the estimate, each with its file and row', () => {
    const view = look([
      table('a', { poorHouseholds: 4, poorPersons: 9, elevationMetres: 1234 }, 7),
      table('b', { poorHouseholds: 5 }, 3),
    ]);
    const rows = section(view, '本村数字（导入）');
    expect(rows.map(({ label, value }) => [label, value.replace(/\s/gu, '')])).toEqual([
      ['贫困户', '5户'],
      ['贫困人口', '9人'],
      ['海拔', '1,234米'],
    ]);
    expect(rows.map(({ note }) => note)).toEqual([
      'b.csv 第 3 行',
      'a.csv 第 7 行',
      'a.csv 第 7 行',
    ]);
    expect(rows.map(({ sourceIds }) => sourceIds)).toEqual([
      ['import:b'],
      ['import:a'],
      ['import:a'],
    ]);
    expect(section(view, '本村估算')).toEqual([]);
  });

  test('leave the other count to the estimate, flagged as one', () => {
    const rows = section(look([table('a', { poorHouseholds: 4 }, 7)]), '本村估算');
    expect(rows.map(({ label, resolution }) => [label, resolution])).toEqual([
      ['贫困人口', '估算·乡镇均摊'],
    ]);
  });
});

suite('a feature of a zone', () => {
  test('shows its attributes as the text they are, its file and row', () => {
    const view = look([ZONES], importedThingId('z', '1'));
    expect(view?.kindWord).toBe('导入的片区');
    expect(view?.title).toBe('<img src=x onerror=alert(1)>甲区');
    const [attributes, , source] = view?.sections ?? [];
    expect(attributes?.rows.map(({ label, value }) => [label, value])).toEqual([
      ['用途', '<b>种植</b>'],
      ['__proto__', '—'],
    ]);
    expect(source?.rows[0]?.note).toContain('z.csv 第 2 行');
    expect(source?.rows[0]?.sourceIds).toEqual(['import:z']);
  });

  test('is gone with its import', () => {
    expect(look([], importedThingId('z', '1'))).toBeNull();
    expect(look([ZONES], importedThingId('z', '9'))).toBeNull();
  });
});
