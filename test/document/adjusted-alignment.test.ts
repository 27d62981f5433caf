import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { DRAWN_ACCURACY_METRES, adjustedAlignment } from '../../src/document/adjusted-alignment';
import { setAlignment } from '../../src/document/edits/set-alignment';
import type { Project } from '../../src/domain/project';
import { sampleAlignment } from './sample-alignment';

const geometry: Geometry = { type: 'Point', coordinates: [111, 35] };
const project: Project = {
  id: 'p1',
  name: '甲渠',
  kind: 'water',
  group: '',
  chapter: '',
  alignment: 'schematic',
  alignmentAccuracyMetres: 1000,
  geometry,
  places: [],
  countyCodes: [],
  townshipCodes: [],
  scopeNote: '',
  figures: [],
  startYear: null,
  endYear: null,
  defaultDistanceMetres: 1000,
  sourceIds: [],
};
const madeAt = '2026-02-03T04:05:06.000Z';

describe('adjustedAlignment', () => {
  it('of a pack place is drawn, with the accuracy of drawing, and tells what was known', () => {
    expect(adjustedAlignment({ project, before: null, geometry, madeAt })).toEqual({
      projectId: 'p1',
      geometry,
      accuracyMetres: DRAWN_ACCURACY_METRES,
      origin: 'drawn',
      note: '由数据包位置（示意线位，精度 1000 米）经拖动调整',
      madeAt,
    });
  });

  it('keeps the accuracy and words that the user gave, and tells once of the adjustment', () => {
    const before = { ...sampleAlignment('p1'), origin: 'imported' as const, note: '甲图' };
    const once = adjustedAlignment({ project, before, geometry, madeAt });
    expect(once).toMatchObject({ accuracyMetres: 50, origin: 'drawn', note: '甲图，经拖动调整' });
    expect(adjustedAlignment({ project, before: once, geometry, madeAt }).note).toBe(once.note);
    const unsaid = { ...before, note: '' };
    expect(adjustedAlignment({ project, before: unsaid, geometry, madeAt }).note).toBe(
      '经拖动调整',
    );
  });
});

describe('setAlignment', () => {
  it('names what was done on the map', () => {
    const alignment = sampleAlignment('p1');
    const labels = (
      ['moved', 'vertex-moved', 'vertex-added', 'vertex-removed', 'accuracy'] as const
    ).map((adjustment) => setAlignment({ alignment, projectName: '甲渠', adjustment }).label);
    expect(labels).toEqual([
      '移动「甲渠」',
      '调整「甲渠」的节点',
      '在「甲渠」上增加节点',
      '删去「甲渠」的节点',
      '改「甲渠」的位置精度',
    ]);
  });
});
