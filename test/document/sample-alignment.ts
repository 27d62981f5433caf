import type { UserAlignment } from '../../src/document/plan-document';

/** A plainly synthetic alignment: two points on a whole-degree grid. */
export function sampleAlignment(projectId: string, shiftDegrees = 0): UserAlignment {
  return {
    projectId,
    geometry: {
      type: 'LineString',
      coordinates: [
        [111 + shiftDegrees, 35],
        [111 + shiftDegrees, 35.5],
      ],
    },
    accuracyMetres: 50,
    origin: 'drawn',
    note: '测试线路',
    madeAt: '2026-01-02T03:04:05.000Z',
  };
}
