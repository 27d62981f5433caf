// Plainly synthetic imports: 甲, 乙 and round numbers.
import type {
  ImportContent,
  ImportRecord,
  ImportedFeature,
  ImportedVillage,
  VillageFigures,
} from '../../../src/domain/imported';

export const NO_FIGURES: VillageFigures = {
  households: null,
  persons: null,
  poorHouseholds: null,
  poorPersons: null,
  povertyIncidence: null,
  elevationMetres: null,
  slopeDegrees: null,
};

export function importRecord(id: string, content: ImportContent): ImportRecord {
  return {
    id,
    title: `导入${id}`,
    provenance: {
      fileName: `${id}.csv`,
      sha256: '0'.repeat(64),
      format: 'csv',
      encoding: 'utf-8',
      crs: 'gcj02',
      crsEvidence: '用户选择',
      madeAt: '2026-01-02T03:04:05.000Z',
      rowsRead: 12,
      rowsRefused: 3,
    },
    content,
  };
}

export function importedVillage(
  code: string,
  figures: Partial<VillageFigures>,
  row: number,
): ImportedVillage {
  return {
    code,
    name: '甲村',
    position: null,
    positionAccuracyMetres: null,
    figures: { ...NO_FIGURES, ...figures },
    row,
    added: null,
  };
}

export const SQUARE: ImportedFeature = {
  id: '1',
  name: '<img src=x onerror=alert(1)>甲区',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [111, 35],
        [112, 35],
        [112, 36],
        [111, 35],
      ],
    ],
  },
  attributes: [
    ['用途', '<b>种植</b>'],
    ['__proto__', ''],
  ],
  row: 2,
};

export const MIXED: ImportedFeature = {
  id: '2',
  name: '乙线',
  geometry: {
    type: 'GeometryCollection',
    geometries: [
      {
        type: 'LineString',
        coordinates: [
          [110, 34],
          [110.5, 34.5],
        ],
      },
      { type: 'Point', coordinates: [110, 34] },
    ],
  },
  attributes: [],
  row: 3,
};

export const ZONES = importRecord('z', {
  kind: 'zones',
  accuracyMetres: 50,
  features: [SQUARE, MIXED],
});
