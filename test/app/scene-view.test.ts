import { describe, expect, it } from 'vitest';
import {
  captureView,
  frameOf,
  questionOf,
  sceneCamera,
  sceneSession,
} from '../../src/app/scene-view';
import { DEFAULT_SESSION, type SessionState } from '../../src/app/session-state';

const FRAME = { width: 800, height: 500 };

const ASKED: SessionState = {
  ...DEFAULT_SESSION,
  theme: 'projector',
  layers: DEFAULT_SESSION.layers.toReversed().map((layer) => ({ ...layer, opacity: 0.5 })),
  thematic: { ...DEFAULT_SESSION.thematic, measure: 'poorPersons', level: 'county', classCount: 4 },
  year: 2018,
  selection: { kind: 'county', code: '140829' },
  chosenProjectIds: ['dayudu', 'zuncun'],
  coverageMode: 'each',
  focusedProjectId: 'zuncun',
  distanceMetres: 3100,
  areaCode: '140830',
  overlapClass: 1,
  shownBeltIds: ['belt-huanghe'],
  hiddenImportIds: ['import-a'],
  camera: { center: [110.75613, 34.65717], zoom: 11.25, bearing: 30, pitch: 45 },
  leftTab: 'objects',
  rightTab: 'gap',
  rightOpen: false,
  tableOpen: false,
};

describe('a scene’s view', () => {
  it('brings back all that was looked at and asked, and leaves the panels as they are', () => {
    const { leftTab, leftOpen, rightOpen, tableOpen } = DEFAULT_SESSION;
    const shown = sceneSession(captureView(ASKED, FRAME), DEFAULT_SESSION);
    expect(shown).toEqual({ ...ASKED, leftTab, leftOpen, rightOpen, tableOpen });
    expect(sceneSession(captureView(DEFAULT_SESSION, FRAME), ASKED)).toEqual({
      ...DEFAULT_SESSION,
      leftTab: 'objects',
      rightOpen: false,
      tableOpen: false,
    });
  });

  it('captured again from what it brings back is the same text', () => {
    const view = captureView(ASKED, FRAME);
    expect(captureView(sceneSession(view, DEFAULT_SESSION), FRAME)).toBe(view);
  });

  it('is the whole region when the map was never moved', () => {
    const view = captureView({ ...ASKED, camera: null }, FRAME);
    expect(frameOf(view)).toBeNull();
    expect(sceneCamera(view, FRAME)).toBeNull();
  });

  it('shows on a map of another size all that lay in its frame, in the smaller of both scales', () => {
    const view = captureView(ASKED, FRAME);
    expect(sceneCamera(view, FRAME)).toEqual(ASKED.camera);
    expect(sceneCamera(view, { width: 1600, height: 2000 })?.zoom).toBeCloseTo(12.25, 10);
    expect(sceneCamera(view, { width: 1600, height: 250 })?.zoom).toBeCloseTo(10.25, 10);
    expect(sceneCamera(view, { width: 0, height: 250 })).toEqual(ASKED.camera);
  });

  it.each(['f=0x5', 'f=800', 'f=axb', 'f=-1x5', ''])('has no frame in "%s"', (text) => {
    expect(frameOf(`${text}&d=3000`)).toBeNull();
  });
});

describe('questionOf', () => {
  const each = questionOf({ ...ASKED, coverageMode: 'each' });
  const union = questionOf({ ...ASKED, coverageMode: 'union' });

  it('tells projects, distance, mode and, one project at a time, the focus apart', () => {
    expect(questionOf({ ...ASKED, distanceMetres: 3000 })).not.toBe(each);
    expect(questionOf({ ...ASKED, chosenProjectIds: ['dayudu'] })).not.toBe(each);
    expect(questionOf({ ...ASKED, focusedProjectId: 'dayudu' })).not.toBe(each);
    expect(union).not.toBe(each);
  });

  it('asks the same of all projects together whichever is in focus, and wherever the map is', () => {
    const other: SessionState = { ...ASKED, coverageMode: 'union', focusedProjectId: 'dayudu' };
    expect(questionOf({ ...other, camera: null, theme: 'standard' })).toBe(union);
  });
});
