import { describe, expect, it } from 'vitest';
import { effectiveProjects, staleAlignments } from '../../src/document/effective-projects';
import { setAlignment } from '../../src/document/edits/set-alignment';
import type { Project } from '../../src/domain/project';
import { contentOf } from '../../src/document/plan-document';
import { deepFreeze } from './frozen';
import { sampleAlignment } from './sample-alignment';
import { emptySample } from './sample-document';

function project(id: string): Project {
  return {
    id,
    name: '甲渠',
    kind: 'water',
    group: '',
    chapter: '',
    alignment: 'scope-only',
    alignmentAccuracyMetres: null,
    geometry: null,
    places: [],
    countyCodes: [],
    townshipCodes: [],
    scopeNote: '只有县域范围',
    figures: [],
    startYear: null,
    endYear: null,
    defaultDistanceMetres: 1000,
    sourceIds: [],
  };
}

const projects = deepFreeze([project('p1'), project('p2')]);
const empty = contentOf(deepFreeze(emptySample()));
const withOne = (id: string) => {
  const alignment = deepFreeze(sampleAlignment(id));
  return contentOf(setAlignment({ alignment, projectName: '' }).apply(emptySample()));
};

describe('effectiveProjects', () => {
  it('gives the pack’s own array back when the user placed nothing', () => {
    expect(effectiveProjects(projects, empty)).toBe(projects);
  });

  it('replaces the place of one project, with its accuracy and where it comes from', () => {
    const [placed, other] = effectiveProjects(projects, withOne('p1'));
    expect(placed).toMatchObject({
      alignment: 'user',
      alignmentAccuracyMetres: 50,
      geometry: sampleAlignment('p1').geometry,
      scopeNote: '用户标绘（2026-01-02，精度 50 米）：测试线路。数据包原说明：只有县域范围',
    });
    expect(other).toBe(projects[1]);
  });

  it('keeps an alignment whose project is gone out of the list, and tells of it', () => {
    const content = withOne('p9');
    expect(effectiveProjects(projects, content)).toEqual(projects);
    expect(staleAlignments(projects, content).map((alignment) => alignment.projectId)).toEqual([
      'p9',
    ]);
  });
});
