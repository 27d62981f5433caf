import type { Assignment } from '../../src/domain/assignment';
import type { ImportContent, ImportRecord } from '../../src/domain/imported';
import type { PlanObject } from '../../src/domain/plan-object';
import { type PlanDocument, emptyDocument } from '../../src/document/plan-document';

export function emptySample(packId = 'pack', packVersion = '1', id = 'doc-1'): PlanDocument {
  return emptyDocument({ id, title: '测试方案', packId, packVersion });
}

/** Plainly synthetic rows on a whole-degree grid. */
function sampleVillages(rows: number): ImportContent {
  return {
    kind: 'villages',
    villages: Array.from({ length: rows }, (_, i) => ({
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
    })),
  };
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

export function sampleImport(
  id: string,
  rows = 3,
  kind: 'villages' | 'zones' = 'villages',
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
    content: kind === 'villages' ? sampleVillages(rows) : sampleZones(rows),
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
