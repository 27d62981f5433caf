import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as PresentStore from '../../src/app/present-store';
import type * as ReportAnswer from '../../src/app/report-answer';
import { scenarioIndex } from '../../src/app/scenario-index';
import { branchScenario } from '../../src/document/edits/scenario-edits';
import { EMPTY_CONTENT, type PlanContent, emptyDocument } from '../../src/document/plan-document';
import { EMPTY_SCENE } from '../../src/map/map-scene';
import { yunchengIndex } from '../features/yuncheng';

const DOC = branchScenario({ id: 'second', title: '乙' }).apply(
  emptyDocument({ id: 'doc', title: '甲', packId: 'yuncheng', packVersion: '1' }),
);
const index = await yunchengIndex();
const { id: projectId, geometry } = index.pack.projects.find((each) => each.geometry === null)!;
const ALIGNED: PlanContent = {
  ...EMPTY_CONTENT,
  alignments: new Map([
    [
      projectId,
      {
        projectId,
        geometry: { type: 'Point', coordinates: [111, 35] },
        accuracyMetres: 10,
        origin: 'typed',
        note: '',
        madeAt: '2026-11-22T00:00:00Z',
      },
    ],
  ]),
};

let answers: typeof ReportAnswer;
let store: typeof PresentStore;

beforeAll(async () => {
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('document', {});
  answers = await import('../../src/app/report-answer');
  store = await import('../../src/app/present-store');
});

afterAll(() => void vi.unstubAllGlobals());

describe('the region of a scenario', () => {
  it('has its alignments; without any it is the very region', () => {
    expect(scenarioIndex(index, EMPTY_CONTENT)).toBe(index);
    const aligned = scenarioIndex(index, ALIGNED);
    expect(geometry).toBeNull();
    expect(aligned.projectById.get(projectId)?.geometry).toEqual({
      type: 'Point',
      coordinates: [111, 35],
    });
    expect(aligned.villageByCode).toBe(index.villageByCode);
  });

  it('is what a scene of another scenario is asked with', () => {
    const sources = { base: index, index, content: EMPTY_CONTENT, shown: EMPTY_SCENE };
    const given = sources as unknown as ReportAnswer.AnswerSources;
    expect(answers.sourcesOfScenario(given, EMPTY_CONTENT)).toBe(given);
    const own = answers.sourcesOfScenario(given, ALIGNED);
    expect(own.projects.find(({ id }) => id === projectId)?.geometry).not.toBeNull();
    // And back: the open scenario's alignments are not the other's.
    const open = { ...given, index: own.index, content: ALIGNED };
    expect(answers.sourcesOfScenario(open, EMPTY_CONTENT).index).toBe(index);
  });
});

describe('presenting', () => {
  it('shows the scene’s scenario and gives the open one back, without an edit', () => {
    expect(store.presentedDocument(DOC, null)).toBe(DOC);
    store.showScenario('base');
    expect(store.usePresent.getState().scenarioId).toBeNull();
    store.startPresenting('scene-a');
    store.showScenario('base');
    const { scenarioId } = store.usePresent.getState();
    expect(store.presentedDocument(DOC, scenarioId).scenarioId).toBe('base');
    expect(store.presentedDocument(DOC, 'gone')).toBe(DOC);
    store.stopPresenting();
    expect(store.usePresent.getState().scenarioId).toBeNull();
    expect(DOC.scenarioId).toBe('second');
  });
});
