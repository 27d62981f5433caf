// Previews on hand-made layers over the real pack: every row counted once, nothing dropped silently.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Geometry } from 'geojson';
import type { ImportContent } from '../../src/domain/imported';
import type { ImportChoices, ImportContext, ImportPreview } from '../../src/io/import-choices';
import { previewImport } from '../../src/io/import-preview';
import { suggestChoices } from '../../src/io/import-suggest';
import type { SourceCell, SourceLayer } from '../../src/io/source-layer';
import { sourceOf, tableLayer, yunchengContext } from './import-region';

let context: ImportContext;
beforeAll(async () => {
  context = await yunchengContext();
});

async function preview(
  layer: SourceLayer,
  change: Partial<ImportChoices> = {},
  fileName = 'table.csv',
): Promise<ImportPreview> {
  const { choices } = suggestChoices(layer, fileName, context);
  const seen = await previewImport(
    sourceOf(layer, fileName),
    layer,
    { ...choices, ...change },
    context,
  );
  expect(seen.rowsOk + seen.rowsWarned + seen.rowsRefused).toBe(seen.rowsRead);
  for (const { text, mend, where } of seen.problems) {
    expect(text.startsWith(fileName)).toBe(true);
    expect(mend).not.toBe('');
    if (where.row !== undefined) expect(text).toContain(`第 ${where.row} `);
  }
  return seen;
}

const codes = ({ problems }: ImportPreview): string[] => problems.map(({ code }) => code);
const villages = (content: ImportContent | null) =>
  content?.kind === 'villages' ? content.villages : [];

/** Villages of 平陆县 with points that are surely known. */
const HEADING = ['行政区划代码', '村名', '经度', '纬度', '贫困户', '贫困人口'];
function rowOf(at: number, ...change: readonly [number, SourceCell][]): SourceCell[] {
  const village = context.villages.filter(({ countyCode }) => countyCode === '140829')[at]!;
  const cells: SourceCell[] = [village.code, village.name, ...village.position, at + 1, at + 2];
  for (const [column, cell] of change) cells[column] = cell;
  return cells;
}
const table = (...rows: readonly SourceCell[][]): SourceLayer => tableLayer([HEADING, ...rows]);

describe('a village table', () => {
  it('becomes villages with positions, accuracy and figures', async () => {
    const seen = await preview(table(rowOf(0), rowOf(1), rowOf(2)));
    expect(seen).toMatchObject({ rowsRead: 3, rowsOk: 3, problemCount: 0, unmatched: [] });
    const [first] = villages(seen.content);
    expect(first).toMatchObject({
      code: context.villages.find(({ countyCode }) => countyCode === '140829')!.code,
      positionAccuracyMetres: 50,
      figures: { poorHouseholds: 1, poorPersons: 2, households: null },
      row: 2,
      added: null,
    });
  });

  it('counts rows without totals, remarks and blanks, and says that they were left out', async () => {
    const rows = [rowOf(0), ['合计', null, null, null, 9, 9], rowOf(1), [null], ['注：测试']];
    const seen = await preview(table(...rows));
    expect(seen).toMatchObject({ rowsRead: 2, rowsOk: 2 });
    expect(codes(seen)).toEqual(['rows-totals', 'rows-remarks']);
    expect(seen.problems[0]?.text).toContain('第 3 行是合计');
  });

  it('refuses all rows of one village that differ, keeps one of those that agree', async () => {
    const differ = await preview(table(rowOf(0), rowOf(1), rowOf(0, [4, 99])));
    expect(differ).toMatchObject({ rowsOk: 1, rowsRefused: 2 });
    expect(codes(differ)).toEqual(['duplicate-differs', 'duplicate-differs']);
    const agree = await preview(table(rowOf(0), rowOf(1), rowOf(0)));
    expect(agree).toMatchObject({ rowsOk: 2, rowsRefused: 1 });
    expect(agree.problems[0]).toMatchObject({ code: 'duplicate-same', where: { row: 4 } });
  });

  it('keeps the figures of a row whose coordinates can not be read; refuses it when it has none', async () => {
    const kept = await preview(table(rowOf(0), rowOf(1, [2, '村口'])));
    expect(kept).toMatchObject({ rowsOk: 1, rowsWarned: 1 });
    expect(kept.problems[0]).toMatchObject({
      code: 'position-unreadable',
      where: { row: 3, column: '经度' },
    });
    expect(villages(kept.content)[1]).toMatchObject({
      position: null,
      positionAccuracyMetres: null,
    });
    const bare = await preview(table(rowOf(0), rowOf(1, [2, '村口'], [4, null], [5, null])));
    expect(bare).toMatchObject({ rowsOk: 1, rowsRefused: 1 });
  });

  it('asks before it takes a position outside the region', async () => {
    const layer = table(rowOf(0), rowOf(1), rowOf(2), rowOf(3, [2, 120.5]));
    expect(codes(await preview(layer))).toEqual(['position-outside']);
    const seen = await preview(layer, { allowOutside: true });
    expect(villages(seen.content)[3]?.position?.[0]).toBe(120.5);
    // Then it is still far from its county.
    expect(codes(seen)).toEqual(['position-other-county']);
  });

  it('reads swapped axes by the choice', async () => {
    const swapped = [0, 1, 2, 3, 4, 5].map((at) => {
      const [code, name, x, y, ...figures] = rowOf(at);
      return [code!, name!, y!, x!, ...figures];
    });
    const layer = table(...swapped);
    const { choices } = suggestChoices(layer, 'table.csv', context);
    expect(choices.axesSwapped).toBe(true);
    expect(await preview(layer)).toMatchObject({ rowsOk: 6 });
  });

  it('leaves unreadable figures empty and never takes — for zero', async () => {
    const seen = await preview(
      table(rowOf(0, [4, '#REF!']), rowOf(1, [4, '—']), rowOf(2, [5, -4])),
    );
    expect(codes(seen)).toEqual(['figure-no-data', 'figure-unreadable', 'figure-negative']);
    expect(villages(seen.content).map(({ figures }) => figures.poorHouseholds)).toEqual([
      null,
      null,
      3,
    ]);
    expect(villages(seen.content)[2]?.figures.poorPersons).toBeNull();
  });

  it('lists what matched nothing with candidates, and takes the choice of the user', async () => {
    const rows = [rowOf(9, [0, null]), rowOf(5, [0, null], [1, '东韩窖村'])];
    const layer = tableLayer([HEADING, ...rows]);
    const seen = await preview(layer, {}, '平陆县.csv');
    expect(seen).toMatchObject({ rowsWarned: 1, rowsRefused: 1 });
    expect(seen.unmatched).toMatchObject([{ row: 3, candidates: [{ code: '140829100201' }] }]);
    expect(seen.problems.find(({ where }) => where.row === 3)?.text).toContain(
      '可能是：东韩窑村委会',
    );
    const chosen = await preview(layer, { matches: new Map([[3, '140829100201']]) }, '平陆县.csv');
    expect(chosen).toMatchObject({ rowsRefused: 0, unmatched: [] });
  });

  it('makes a new village only when asked, and only with a position', async () => {
    const own = '140829100999';
    const layer = table(rowOf(0), rowOf(1, [0, own], [1, '甲乙丙村']));
    expect(await preview(layer)).toMatchObject({ rowsOk: 1, rowsRefused: 1 });
    const seen = await preview(layer, { matches: new Map([[3, own]]) });
    expect(villages(seen.content)[1]).toMatchObject({
      code: own,
      name: '甲乙丙村',
      added: { kind: 'village-committee', townshipCode: '140829100', countyCode: '140829' },
    });
    const blind = table(rowOf(0), rowOf(1, [0, own], [1, '甲乙丙村'], [2, null], [3, null]));
    const refused = await preview(blind, { matches: new Map([[3, own]]) });
    expect(codes(refused)).toEqual(['new-without-position']);
  });

  it('refuses a table that says nothing about which village a row is', async () => {
    const layer = tableLayer([
      ['乡镇', '贫困户'],
      ['常乐镇', 1],
    ]);
    const seen = await preview(layer, { use: 'villages' });
    expect(seen).toMatchObject({ content: null, rowsRefused: 1 });
    expect(codes(seen)).toEqual(['columns-no-key']);
  });

  it('does not depend on the order of the rows', async () => {
    const rows = [0, 1, 2, 3, 4].map((at) => rowOf(at));
    rows.push(rowOf(0), rowOf(1, [4, 77]), rowOf(2, [0, '140829999001']), rowOf(3, [2, 'x']));
    const essence = ({ content, ...seen }: ImportPreview) => ({
      counts: [seen.rowsOk, seen.rowsWarned, seen.rowsRefused],
      codes: seen.problems.map(({ code }) => code).toSorted(),
      villages: villages(content)
        .map(({ code, position, figures }) => ({ code, position, figures }))
        .toSorted((a, b) => a.code.localeCompare(b.code)),
    });
    const expected = essence(await preview(table(...rows)));
    const order = fc.shuffledSubarray([...rows.keys()], { minLength: rows.length });
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        const layer = table(...shuffled.map((at) => rows[at]!));
        expect(essence(await preview(layer))).toEqual(expected);
      }),
      { seed: 4, numRuns: 30 },
    );
  });

  it('counts every row of any cells once', async () => {
    const cell = fc.oneof(
      fc.constantFrom<SourceCell>(
        '140829100200',
        '1.4E+11',
        '合计',
        '',
        '—',
        '平陆县',
        'NaN',
        '#REF!',
        '１２',
      ),
      fc.string({ maxLength: 6 }),
      fc.double(),
      fc.constant(null),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        await preview(table(rowOf(0), ...cells));
      }),
      { seed: 5, numRuns: 80 },
    );
  });
});

const SQUARE = [
  [111, 35],
  [111.1, 35],
  [111.1, 35.1],
  [111, 35.1],
  [111, 35],
];
function features(...geometries: (Geometry | null)[]): SourceLayer {
  return {
    name: '测试线',
    headings: ['名称', '长度'],
    rows: geometries.map((geometry, at) => ({ row: at + 1, cells: [`甲${at + 1}`, at], geometry })),
    declaredCrs: { crs: 'wgs84', printed: 'RFC 7946' },
  };
}
const polygon = (ring: number[][]): Geometry => ({ type: 'Polygon', coordinates: [ring] });

describe('features', () => {
  it('lines become projects, areas zones, with their attributes as text', async () => {
    const seen = await preview(features({ type: 'LineString', coordinates: SQUARE.slice(0, 3) }));
    expect(seen.content).toMatchObject({
      kind: 'projects',
      features: [
        {
          id: 'f1',
          name: '甲1',
          attributes: [
            ['名称', '甲1'],
            ['长度', '0'],
          ],
          row: 1,
        },
      ],
    });
    expect((await preview(features(polygon(SQUARE)))).content?.kind).toBe('zones');
  });

  it('closes and turns rings, refuses crossings, numbers that are none, and nothing', async () => {
    const seen = await preview(
      features(
        polygon(SQUARE.slice(0, 4)),
        polygon(SQUARE.toReversed()),
        polygon([
          [111, 35],
          [111.1, 35.1],
          [111.1, 35],
          [111, 35.1],
          [111, 35],
        ]),
        polygon([
          [111, 35],
          [Number.NaN, 35.1],
          [111.1, 35],
          [111, 35],
        ]),
        null,
        polygon([
          [111, 35],
          [111, 35],
          [111, 35],
          [111, 35],
        ]),
      ),
    );
    expect(codes(seen)).toEqual([
      'ring-unclosed',
      'ring-crossing',
      'position-unreadable',
      'geometry-empty',
      'ring-short',
    ]);
    expect(seen).toMatchObject({ rowsOk: 1, rowsWarned: 1, rowsRefused: 4 });
    const zones = seen.content?.kind === 'zones' ? seen.content.features : [];
    expect(zones.map(({ geometry }) => geometry)).toEqual([polygon(SQUARE), polygon(SQUARE)]);
  });

  it('asks about what lies outside the region', async () => {
    const far = features({
      type: 'LineString',
      coordinates: [
        [120, 35],
        [121, 35],
      ],
    });
    expect(await preview(far)).toMatchObject({ content: null, rowsRefused: 1 });
    expect((await preview(far, { allowOutside: true })).content).not.toBeNull();
    const partly = features({
      type: 'LineString',
      coordinates: [
        [111, 35],
        [121, 35],
      ],
    });
    expect(codes(await preview(partly))).toEqual(['position-partly-outside']);
  });

  it('keeps one of several copies and refuses lines as zones', async () => {
    const line: Geometry = { type: 'LineString', coordinates: SQUARE.slice(0, 2) };
    const layer = features(line, line);
    const same = { ...layer, rows: layer.rows.map((row) => ({ ...row, cells: ['甲', 1] })) };
    expect(codes(await preview(same))).toEqual(['duplicate-same']);
    expect(codes(await preview(features(line), { use: 'zones' }))).toEqual(['geometry-not-area']);
  });

  it('says why a system that the file declares can not be used', async () => {
    const layer = { ...features(polygon(SQUARE)), declaredCrs: { crs: null, printed: 'Xian80' } };
    const seen = await preview(layer);
    expect(seen.content).toBeNull();
    expect(codes(seen)).toEqual(['crs-old-datum']);
  });
});

describe('a long table', () => {
  it('reports, and ends when it is cancelled', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => rowOf(at % 200));
    const layer = table(...rows);
    const { choices } = suggestChoices(layer, 'table.csv', context);
    const seen: number[] = [];
    const stop = new AbortController();
    const run = previewImport(sourceOf(layer), layer, choices, context, {
      signal: stop.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done >= 2000) stop.abort(new Error('不要了'));
      },
    });
    await expect(run).rejects.toThrow('不要了');
    expect(seen).toEqual([0, 1000, 2000]);
  });
});
