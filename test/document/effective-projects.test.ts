import { describe, expect, it } from 'vitest';
import { effectiveProjects, staleAlignments } from '../../src/document/effective-projects';
import { setAlignment } from '../../src/document/edits/set-alignment';
import type { Project } from '../../src/domain/project';
import type { PlanObject } from '../../src/domain/plan-object';
import { contentOf, EMPTY_CONTENT } from '../../src/document/plan-document';
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

describe('drawn sites and projects among the projects', () => {
  const drawn = (
    kind: PlanObject['kind'],
    values: PlanObject['values'] = new Map(),
  ): PlanObject => ({
    id: `o-${kind}`,
    kind,
    name: '甲对象',
    geometry: { type: 'Point', coordinates: [111, 35] },
    accuracyMetres: 50,
    values,
    note: '',
    madeAt: '2020-01-01T00:00:00.000Z',
  });
  const contentWith = (...objects: readonly PlanObject[]) => ({
    ...EMPTY_CONTENT,
    objects: new Map(objects.map((object) => [object.id, object])),
  });

  it('follow the pack’s own, which keep their identity', () => {
    const project = drawn(
      'project',
      new Map<string, string | number>([
        ['projectKind', 'road'],
        ['serviceMetres', 3000],
        ['year', 2018],
      ]),
    );
    const all = effectiveProjects(projects, contentWith(drawn('site'), project));
    expect(all.slice(0, projects.length)).toEqual(projects);
    expect(all[0]).toBe(projects[0]);
    expect(all.slice(projects.length)).toMatchObject([
      { id: 'o-site', kind: 'facility', alignment: 'user', alignmentAccuracyMetres: 50 },
      { id: 'o-project', kind: 'road', defaultDistanceMetres: 3000, endYear: 2018 },
    ]);
  });

  it('are left out without a place, and zones, belts and reference areas always', () => {
    const nowhere = { ...drawn('site'), geometry: null };
    const others = (['zone', 'belt', 'reference'] as const).map((kind) => drawn(kind));
    expect(effectiveProjects(projects, contentWith(nowhere, ...others))).toBe(projects);
  });

  it('say so where a project has no kind', () => {
    const [last] = effectiveProjects([], contentWith(drawn('project')));
    expect(last).toMatchObject({ kind: 'facility' });
    expect(last?.scopeNote).toContain('没有填项目类别');
  });
});
