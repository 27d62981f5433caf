// Height and slope of villages from an elevation grid, as an import. Only a village whose own place is known is sampled:
// the height at a point that merely stands for a township would be nobody's.
import type { ElevationGrid } from '../domain/elevation-grid';
import type { ImportedVillage } from '../domain/imported';
import type { Problem } from '../domain/problem';
import type { Village } from '../domain/village';
import { sampleElevation, sampleSlopeDegrees } from '../geo/elevation';
import type { Crs } from './crs';
import { converterTo } from './crs-convert';
import type { ImportPreview } from './import-choices';

/** A position coarser than this says nothing of its height. */
export const SAMPLED_WITHIN_METRES = 500;

const DECIMETRES = 10;

function rounded(value: number): number {
  return Math.round(value * DECIMETRES) / DECIMETRES;
}

function left(file: string, code: string, count: number, why: string, mend: string): Problem[] {
  if (count === 0) return [];
  const text = `${file}：${count} 个村${why}，没有取高程。`;
  return [{ code, severity: 'warning', where: { file }, text, mend }];
}

/** Samples `grid`, which is in system `crs`, at every village known to SAMPLED_WITHIN_METRES. Rows are pack places from 1. */
export function elevationPreview(
  grid: ElevationGrid,
  crs: Crs,
  villages: readonly Village[],
  file: string,
): ImportPreview {
  const toGrid = converterTo(crs);
  const sampled: ImportedVillage[] = [];
  let coarse = 0;
  let outside = 0;
  for (const [at, village] of villages.entries()) {
    if (village.positionAccuracyMetres > SAMPLED_WITHIN_METRES) {
      coarse++;
      continue;
    }
    const place = toGrid(village.position[0], village.position[1]);
    const height = place.ok ? sampleElevation(grid, place.position[0], place.position[1]) : null;
    if (!place.ok || height === null) {
      outside++;
      continue;
    }
    const slope = sampleSlopeDegrees(grid, place.position[0], place.position[1]);
    sampled.push({
      code: village.code,
      name: village.name,
      position: null,
      positionAccuracyMetres: null,
      figures: {
        households: null,
        persons: null,
        poorHouseholds: null,
        poorPersons: null,
        povertyIncidence: null,
        elevationMetres: rounded(height),
        slopeDegrees: slope === null ? null : rounded(slope),
      },
      row: at + 1,
      added: null,
    });
  }
  const problems = [
    ...left(
      file,
      'elevation-coarse',
      coarse,
      `的位置精度差于 ${SAMPLED_WITHIN_METRES} 米`,
      '请先导入各村的实测坐标，再导入高程。',
    ),
    ...left(
      file,
      'elevation-outside',
      outside,
      '在高程数据之外或落在空白处',
      '请换用覆盖全区的高程数据。',
    ),
  ];
  return {
    rowsRead: villages.length,
    rowsOk: sampled.length,
    rowsWarned: 0,
    rowsRefused: coarse + outside,
    unmatched: [],
    problems,
    problemCount: problems.length,
    content: sampled.length === 0 ? null : { kind: 'villages', villages: sampled },
  };
}
