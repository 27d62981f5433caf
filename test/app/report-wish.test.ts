import type { Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as ReportWish from '../../src/app/report-wish';
import { sceneSession } from '../../src/app/scene-view';
import { DEFAULT_SESSION, type SessionState } from '../../src/app/session-state';
import { yunchengIndex } from '../features/yuncheng';

const [first, second] = ['dayudu', 'zuncun'].map((id) => ({
  id,
  name: `甲${id}`,
  geometry: { type: 'Point', coordinates: [111, 35] } satisfies Geometry,
  accuracyMetres: 0,
}));
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
    const analysis = { index: await yunchengIndex(), targets: [first!, second!], shown: [second!] };
    const { title, session, view } = wish.wishOfScreen(ASKED, analysis, FRAME);
    expect(title).toMatch(/^甲zuncun：/);
    expect(title).not.toContain('等');
    expect(wish.subjectText(analysis, 2000)).toMatch(/：甲zuncun，服务距离 2.公里/);
    expect(session).toBe(ASKED);
    const { coverageMode, focusedProjectId } = sceneSession(view, DEFAULT_SESSION);
    expect([coverageMode, focusedProjectId]).toEqual(['each', 'zuncun']);
  });

  it('is named after all of them together', async () => {
    const analysis = { index: await yunchengIndex(), shown: [first!, second!] };
    const { title } = wish.wishOfScreen({ ...ASKED, coverageMode: 'union' }, analysis, FRAME);
    expect(title).toContain('甲dayudu等 2 项');
    expect(wish.subjectText(analysis, 2000)).toContain('甲dayudu等 2 项');
    expect(wish.subjectText({ shown: [] }, 2000)).toContain('没有选项目');
  });
});
