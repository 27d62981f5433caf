import type { AuditTreatment } from '../../src/domain/audit-finding';
import type { TargetActual } from '../../src/domain/target';
import type { Assignment } from '../../src/domain/assignment';
import type { ImportContent, ImportRecord, ImportedVillage } from '../../src/domain/imported';
import type { TerrainGrid } from '../../src/domain/elevation-grid';
import type { PlanObject } from '../../src/domain/plan-object';
import type { Scene } from '../../src/domain/scene';
import { type PlanDocument, emptyDocument } from '../../src/document/plan-document';

export function emptySample(packId = 'pack', packVersion = '1', id = 'doc-1'): PlanDocument {
  return emptyDocument({ id, title: '测试方案', packId, packVersion });
}

/** Plainly synthetic rows on a whole-degree grid. */
function sampleVillages(rows: number): readonly ImportedVillage[] {
  return Array.from({ length: rows }, (_, i) => ({
    code: `0000000${i}`,
    name: `甲村${i}`,
    position: i % 2 === 0 ? [111, 35] : null,
    positionAccuracyMetres: i % 2 === 0 ? 10 : null,
    figures: {
      households: i,
      persons: null,
      poorHouseholds: null,
      poorPersons: null,
      povertyIncidence: 0.5,
      elevationMetres: null,
      slopeDegrees: null,
    },
    row: i + 2,
    added:
      i === 0
        ? { kind: 'village-committee', townshipCode: '000000001', countyCode: '000001' }
        : null,
  }));
}

function sampleZones(rows: number): ImportContent {
  return {
    kind: 'zones',
    accuracyMetres: 5,
    features: Array.from({ length: rows }, (_, i) => ({
      id: `z${i}`,
      name: `甲区${i}`,
      geometry: { type: 'Point', coordinates: [111, 35] },
      attributes: [
        ['__proto__', '一'],
        ['面积', '<b>2</b>'],
      ],
      row: i + 1,
    })),
  };
}

/** A tilted plane of so many rows, five columns wide, with a gap at the start of each row. */
export function sampleTerrain(rows: number): TerrainGrid {
  const width = 5;
  const values = Float32Array.from({ length: width * rows }, (_, i) =>
    i % width === 0 ? Number.NaN : 300 - i / 10,
  );
  const [west, north, cell] = [111, 35, 0.001];
  return {
    west,
    north,
    cellWidth: cell,
    cellHeight: cell,
    width,
    height: rows,
    values,
    crs: 'wgs84',
    unit: 'degree',
    bounds: [west, north - rows * cell, west + width * cell, north],
    thinnedBy: 2,
  };
}

const SAMPLE_CONTENT = {
  villages: (rows: number): ImportContent => ({ kind: 'villages', villages: sampleVillages(rows) }),
  zones: sampleZones,
  // A grid has one row at least.
  terrain: (rows: number): ImportContent => ({
    kind: 'terrain',
    grid: sampleTerrain(rows + 1),
    villages: sampleVillages(rows),
  }),
};

export function sampleImport(
  id: string,
  rows = 3,
  kind: keyof typeof SAMPLE_CONTENT = 'villages',
): ImportRecord {
  return {
    id,
    title: `${id}.csv`,
    provenance: {
      fileName: `${id}.csv`,
      sha256: '0'.repeat(64),
      format: 'csv',
      encoding: 'gb18030',
      crs: 'gcj02',
      crsEvidence: '测试',
      madeAt: '2026-01-02T03:04:05.000Z',
      rowsRead: rows,
      rowsRefused: 0,
    },
    content: SAMPLE_CONTENT[kind](rows),
  };
}

export function sampleSite(id: string, persons = 500): PlanObject {
  return {
    id,
    kind: 'site',
    name: `${id} 点`,
    geometry: { type: 'Point', coordinates: [111, 35] },
    accuracyMetres: 20,
    values: new Map<string, number | string | readonly string[]>([
      ['services', ['<b>甲</b>', '乙']],
      ['__proto__', '一'],
      ['persons', persons],
    ]),
    note: '',
    madeAt: '2026-01-02T03:04:05.000Z',
  };
}

export function sampleAssignment(siteId: string, persons: number | null = 40): Assignment {
  return { villageCode: '000000000001', siteId, households: null, persons };
}

export function sampleScene(id: string, title = '甲景'): Scene {
  return {
    id,
    title,
    caption: '一行\n**二** <b>行</b>',
    notes: '',
    isHidden: title === '乙',
    view: '#ll=35,111&z=9',
    hasLegend: true,
    highlightCodes: ['000001'],
    figures: [{ label: '村', text: '12 个' }],
    madeAt: '2026-01-02T03:04:05.000Z',
  };
}

export function sampleTreatment(
  findingId: string,
  way: AuditTreatment['way'] = 'use-computed',
): AuditTreatment {
  return {
    findingId,
    way,
    note: '一行\n<b>二</b>',
    cell: findingId === 'p1' ? null : { tableId: 't1', row: 2, column: '甲（个）', printed: '12' },
    stated: 12,
    computed: way === 'accept' ? null : 21,
    unit: '个',
    text: '合计 12，各行之和 21。',
    madeAt: '2026-01-02T03:04:05.000Z',
  };
}

export function sampleActual(targetId: string, year: number, value = 1.5): TargetActual {
  return { targetId, year, value, note: '', source: '甲年鉴', madeAt: '2026-01-02T03:04:05.000Z' };
}
