import { describe, expect, it } from 'vitest';
import { createSession } from '../../src/document/document-session';
import { putObjects } from '../../src/document/edits/object-edits';
import { renameDocument } from '../../src/document/edits/rename-document';
import { branchScenario, lockScenario } from '../../src/document/edits/scenario-edits';
import { startHistory } from '../../src/document/history';
import { contentOf } from '../../src/document/plan-document';
import { planObject } from '../features/plan/synthetic-objects';
import { emptySample } from './sample-document';

describe('a locked scenario', () => {
  const put = putObjects([planObject('a', 'site')], '新建');
  const locked = () => {
    const doc = emptySample();
    const session = createSession(startHistory(doc));
    session.commit(lockScenario({ id: doc.scenarioId, title: '', isLocked: true }));
    return session;
  };
  const refusals = (session: ReturnType<typeof locked>): number =>
    session.state.getState().refusals;

  it('refuses edits of its content and counts them, so that the user is told', () => {
    const session = locked();
    session.commit(put);
    session.commit(put);
    expect(refusals(session)).toBe(2);
    expect(contentOf(session.state.getState().doc).objects.size).toBe(0);
  });

  it('tells nothing of an edit that would change nothing, and takes edits of other things', () => {
    const session = locked();
    session.commit(putObjects([], '无'));
    session.commit(renameDocument('新名'));
    expect(refusals(session)).toBe(0);
    expect(session.state.getState().doc.title).toBe('新名');
  });

  it('is a start for a scenario that takes edits', () => {
    const session = locked();
    session.commit(branchScenario({ id: 'b', title: '乙' }));
    session.commit(put);
    expect(refusals(session)).toBe(0);
    expect(contentOf(session.state.getState().doc).objects.size).toBe(1);
  });
});
