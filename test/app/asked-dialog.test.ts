import { afterAll, expect, it, vi } from 'vitest';
import { askDialog, closeDialog } from '../../src/app/asked-dialog';
import { patchPlan, usePlanSession } from '../../src/app/plan-store';

vi.stubGlobal('document', { activeElement: null });
afterAll(() => {
  closeDialog();
  patchPlan({ compareWay: 'list' });
  vi.unstubAllGlobals();
});

it('ends two linked maps before the map on screen is printed or put on slides', () => {
  for (const name of ['print', 'report'] as const) {
    patchPlan({ compareWay: 'swipe', focus: { kind: 'county', id: 'x' } });
    askDialog(name);
    const { compareWay, focus } = usePlanSession.getState();
    expect([compareWay, focus]).toEqual(['list', null]);
  }
  for (const name of ['charts', 'handout'] as const) {
    patchPlan({ compareWay: 'side' });
    askDialog(name);
    expect(usePlanSession.getState().compareWay).toBe('side');
  }
});
