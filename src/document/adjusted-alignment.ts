import type { Geometry } from 'geojson';
import type { Project } from '../domain/project';
import { ALIGNMENT_WORDS } from '../domain/wording';
import type { UserAlignment } from './plan-document';

/**
 * Metres within which a place put by hand on the screen is taken to be right until the user says otherwise: a few pixels
 * at the scales of county and township.
 */
export const DRAWN_ACCURACY_METRES = 100;

/** Where the place came from before it was moved by hand, for the note. */
function provenance(project: Project, before: UserAlignment | null): string {
  if (before) {
    const isTold = before.origin === 'drawn' || before.note.includes('经拖动调整');
    return isTold ? before.note : `${before.note === '' ? '' : `${before.note}，`}经拖动调整`;
  }
  const metres = project.alignmentAccuracyMetres;
  const accuracy = metres === null ? '' : `，精度 ${metres} 米`;
  return `由数据包位置（${ALIGNMENT_WORDS[project.alignment]}${accuracy}）经拖动调整`;
}

/**
 * The user's place of a project after it was moved by hand. `project` is the pack's own. An accuracy that the user gave
 * stays; the pack's accuracy was of the pack's place and does not.
 */
export function adjustedAlignment(args: {
  readonly project: Project;
  readonly before: UserAlignment | null;
  readonly geometry: Geometry;
  readonly madeAt: string;
}): UserAlignment {
  const { project, before, geometry, madeAt } = args;
  return {
    projectId: project.id,
    geometry,
    accuracyMetres: before?.accuracyMetres ?? DRAWN_ACCURACY_METRES,
    origin: 'drawn',
    note: provenance(project, before),
    madeAt,
  };
}
