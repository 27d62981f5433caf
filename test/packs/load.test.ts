import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexPack } from '../../src/domain/pack-index';
import type { RegionPack } from '../../src/domain/region-pack';
import { folderSource } from '../../src/packs/folder-source';
import { type LoadProgress, loadAreas, loadPack } from '../../src/packs/load';
import type { PackSource } from '../../src/packs/source';
import { sealedSource } from './synthetic-pack';

const GEODATA = join(import.meta.dirname, '../../geodata');

async function loaded(source: PackSource): Promise<RegionPack> {
  const outcome = await loadPack(source);
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.text).join('\n'));
  expect(outcome.notes).toEqual([]);
  return outcome.value;
}

describe('a region without its plan', () => {
  it('has the places of the whole pack and opens nothing else', async () => {
    const whole = sealedSource();
    const opened: string[] = [];
    const outcome = await loadAreas({
      read(path) {
        opened.push(path);
        return whole.read(path);
      },
    });
    const { bbox, counties, townships, villages } = await loaded(whole);
    expect(outcome).toEqual({
      ok: true,
      value: { bbox, counties, townships, villages },
      notes: [],
    });
    expect(opened.toSorted()).toEqual([
      'counties.geojson',
      'pack.json',
      'townships.geojson',
      'villages.csv',
    ]);
  });

  it('fails as the whole pack does where a place is damaged', async () => {
    const without: PackSource = {
      read: (path) =>
        path === 'villages.csv' ? Promise.resolve(new Uint8Array()) : sealedSource().read(path),
    };
    const [areas, whole] = await Promise.all([loadAreas(without), loadPack(without)]);
    expect(areas.ok).toBe(false);
    expect(areas).toEqual(whole);
  });
});

describe('a sound pack', () => {
  it('loads every record of every file, in file order, without a note', async () => {
    const pack = await loaded(sealedSource());
    expect(pack.villages.map((village) => village.name)).toEqual([
      '甲村',
      '乙村',
      '丙村',
      '丁社区',
    ]);
    expect(pack.villages[2]).toEqual({
      code: '990001002001',
      name: '丙村',
      kind: 'village-committee',
      townshipCode: '990001002',
      countyCode: '990001',
      position: [110.6, 35.1],
      positionAccuracyMetres: 9000,
      positionMethod: 'within-township',
      sourceId: 'S1',
    });
    expect(pack.belts[0]?.shape).toEqual({
      kind: 'corridor',
      centreline: {
        type: 'LineString',
        coordinates: [
          [110, 35],
          [111, 35.5],
        ],
      },
      defaultHalfWidthMetres: 5000,
    });
    expect(pack.projects[0]?.figures[0]?.text).toBe('10 公里');
    expect(pack.tables[0]?.rows[2]).toEqual({
      role: 'body',
      areaCode: null,
      cells: ['开发区', '3', '1'],
    });
  });

  it('derives figures from body rows with an area only, with the printed cell beside the value', async () => {
    const pack = await loaded(sealedSource());
    expect(pack.figures.map((figure) => [figure.areaCode, figure.measure, figure.value])).toEqual([
      ['990001001', 'poorHouseholds', 100],
      ['990001001', 'povertyIncidence', 0.125],
      ['990001002', 'poorHouseholds', 200],
      ['990001002', 'povertyIncidence', 0.08],
    ]);
    expect(pack.figures[3]).toEqual({
      measure: 'povertyIncidence',
      value: 0.08,
      unit: 'share',
      resolution: 'township',
      areaCode: '990001002',
      year: 2016,
      printed: '8%',
      cell: { tableId: 'table1', row: 2, column: '贫困发生率（%）' },
      note: null,
    });
  });

  it('reports progress up to the size that pack.json gives', async () => {
    const steps: LoadProgress[] = [];
    await loadPack(sealedSource(), { onProgress: (step) => steps.push(step) });
    expect(steps).toHaveLength(12);
    expect(steps.at(-1)?.doneBytes).toBe(steps[0]?.totalBytes);
  });

  it('lets the caller breathe while villages are read, with the rows read of those promised', async () => {
    const steps: (readonly number[])[] = [];
    const breathe = (rows: number, total: number): Promise<void> => {
      steps.push([rows, total]);
      return Promise.resolve();
    };
    await loadPack(sealedSource(), { breathe });
    expect(steps).toEqual([[4, 4]]);
  });
  it('says so when no digest is to be had, and checks the rest', async () => {
    const outcome = await loadPack(sealedSource(), { digest: async () => null });
    expect(outcome.ok && outcome.notes.map((note) => note.text)).toEqual([
      'pack.json：当前网页环境不提供 SHA-256，只核对了文件大小和记录数，没有核对校验和。',
    ]);
  });

  it('indexes villages by code, place and parent', async () => {
    const index = indexPack(await loaded(sealedSource()));
    expect(index.villageIndexByCode.get('990001002001')).toBe(2);
    expect(index.villagesByTownship.get('990001002')?.map((village) => village.name)).toEqual([
      '丙村',
      '丁社区',
    ]);
    expect(index.villagesByCounty.get('990001')).toHaveLength(4);
    expect(index.townshipsByCounty.get('990001')).toHaveLength(2);
    expect(index.projectById.get('project-a')?.name).toBe('甲渠');
  });
});

describe('the 运城 pack', () => {
  it('loads whole, with checksums true and no note', async () => {
    const pack = await loaded(folderSource(join(GEODATA, 'yuncheng')));
    expect(pack.counties).toHaveLength(13);
    expect(pack.townships).toHaveLength(157);
    expect(pack.villages).toHaveLength(3349);
  });

  it('keeps the printed cell of every figure as the table file has it', async () => {
    const pack = await loaded(folderSource(join(GEODATA, 'yuncheng')));
    const tables = new Map(pack.tables.map((table) => [table.id, table]));
    expect(pack.figures.length).toBeGreaterThan(300);
    for (const { cell, printed } of pack.figures) {
      const table = tables.get(cell.tableId);
      const column = table?.columns.findIndex((item) => item.heading === cell.column) ?? -1;
      expect(table?.rows[cell.row - 1]?.cells[column]).toBe(printed);
    }
  });

  it('reads 闻喜 incidence in ‰ and says why', async () => {
    const pack = await loaded(folderSource(join(GEODATA, 'yuncheng')));
    const figure = pack.figures.find(
      (item) => item.measure === 'povertyIncidence' && item.printed === '47.26',
    );
    expect(figure?.value).toBeCloseTo(0.04726, 12);
    expect(figure?.note).toMatch(/^表头单位印作「%」，按「‰」读取：/);
  });

  it('has the checksum that another SHA-256 gives', () => {
    const folder = join(GEODATA, 'yuncheng');
    const manifest = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as {
      files: { path: string; sha256: string }[];
    };
    for (const { path, sha256 } of manifest.files) {
      const digest = createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex');
      expect(digest, path).toBe(sha256);
    }
  });
});
