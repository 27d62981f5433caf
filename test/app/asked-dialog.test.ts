import { afterAll, expect, it, vi } from 'vitest';
import { askDialog, closeDialog } from '../../src/app/asked-dialog';
import { patchPlan, usePlanSession } from '../../src/app/plan-store';

vi.stubGlobal('document', { activeElement: null });
afterAll(() => {
  closeDialog();
  patchPlan({ compareWay: 'list', ticked: [] });
  vi.unstubAllGlobals();
});

const TICKED = [{ part: 'object', id: 'x' }] as const;

it('ends two linked maps and the preview of a merge before the map on screen is printed or put on slides', () => {
  for (const name of ['print', 'report'] as const) {
    patchPlan({ compareWay: 'swipe', focus: { kind: 'county', id: 'x' }, ticked: TICKED });
    askDialog(name);
    const { compareWay, focus, ticked } = usePlanSession.getState();
    expect([compareWay, focus, ticked]).toEqual(['list', null, []]);
  }
  for (const name of ['charts', 'handout'] as const) {
    patchPlan({ compareWay: 'side' });
    askDialog(name);
    expect(usePlanSession.getState().compareWay).toBe('side');
  }
});
