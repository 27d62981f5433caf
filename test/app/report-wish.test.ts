import type { Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as ReportWish from '../../src/app/report-wish';
import { withScenario } from '../../src/app/scene-scenario';
import { sceneSession } from '../../src/app/scene-view';
import { DEFAULT_SESSION, type SessionState } from '../../src/app/session-state';
import { branchScenario, removeScenario } from '../../src/document/edits/scenario-edits';
import { emptyDocument } from '../../src/document/plan-document';
import type { Scene } from '../../src/domain/scene';
import { yunchengIndex } from '../features/yuncheng';

const [first, second] = ['dayudu', 'zuncun'].map((id) => ({
  id,
  name: `甲${id}`,
  geometry: { type: 'Point', coordinates: [111, 35] } satisfies Geometry,
  accuracyMetres: 0,
}));
const DOC = emptyDocument({ id: 'doc', title: '甲', packId: 'yuncheng', packVersion: '1' });
const FRAME = { width: 800, height: 500 };
const ASKED: SessionState = {
  ...DEFAULT_SESSION,
  chosenProjectIds: ['dayudu', 'zuncun'],
  coverageMode: 'each',
  focusedProjectId: 'zuncun',
};

let wish: typeof ReportWish;

beforeAll(async () => {
  // The session's store, which is not used here, reads the address when it is loaded.
  vi.stubGlobal('location', { hash: '' });
  wish = await import('../../src/app/report-wish');
});

afterAll(() => void vi.unstubAllGlobals());

describe('the view on the screen as a slide', () => {
  it('is named after the project whose numbers it has, one project at a time', async () => {
    // Both are chosen, the second alone is shown: as use-analysis.ts answers.
    const analysis = { doc: DOC, index: await yunchengIndex(), shown: [second!] };
    const { title, session, view } = wish.wishOfScreen(ASKED, analysis, FRAME);
    expect(title).toMatch(/^甲zuncun：/);
    expect(title).not.toContain('等');
    expect(wish.subjectText(analysis, 2000)).toMatch(/：甲zuncun，服务距离 2.公里/);
    expect(session).toBe(ASKED);
    const { coverageMode, focusedProjectId } = sceneSession(view, DEFAULT_SESSION);
    expect([coverageMode, focusedProjectId]).toEqual(['each', 'zuncun']);
  });

  it('is named after all of them together', async () => {
    const analysis = { doc: DOC, index: await yunchengIndex(), shown: [first!, second!] };
    const { title } = wish.wishOfScreen({ ...ASKED, coverageMode: 'union' }, analysis, FRAME);
    expect(title).toContain('甲dayudu等 2 项');
    expect(wish.subjectText(analysis, 2000)).toContain('甲dayudu等 2 项');
    expect(wish.subjectText({ shown: [] }, 2000)).toContain('没有选项目');
  });
});

describe('a scene of another scenario', () => {
  const scene: Scene = {
    id: 'scene-a',
    title: '甲场景',
    caption: '说明',
    notes: '',
    isHidden: false,
    view: '',
    hasLegend: true,
    highlightCodes: [],
    figures: [],
    madeAt: '2026-11-22T00:00:00Z',
  };
  const second = branchScenario({ id: 'second', title: '乙' }).apply(DOC);
  const first = { ...second, scenarioId: DOC.scenarioId };
  const view = withScenario('d=3000', second);

  it('is of the scenario that it was captured in, whichever is open', () => {
    const captured = { ...scene, view };
    const made = wish.wishOfScene(captured, DEFAULT_SESSION, first);
    expect(made.scenario).toBe(first.scenarios.get('second'));
    expect([made.session.distanceMetres, made.caption]).toEqual([3000, '说明']);
  });

  it('is of the open one, in words, where its own is gone', () => {
    const gone = removeScenario({ id: 'second', title: '乙' }).apply(first);
    const made = wish.wishOfScene({ ...scene, view }, DEFAULT_SESSION, gone);
    expect(made.scenario.id).toBe(DOC.scenarioId);
    expect(made.caption).toMatch(/^采集本页时的情景已删除，这里是情景「基本方案」。\n说明$/);
  });

  it('is of the open one, without a word, where its view names none', () => {
    const made = wish.wishOfScene(scene, DEFAULT_SESSION, second);
    expect([made.scenario.id, made.caption]).toEqual(['second', '说明']);
  });
});
