import { expect, it } from 'vitest';
import { comparedScenarios } from '../../src/app/compared-scenarios';
import { emptyDocument, openScenario } from '../../src/document/plan-document';

const DOC = emptyDocument({ id: 'doc', title: '甲', packId: 'yuncheng', packVersion: '1' });

it('a comparison ends where the document lacks one of its scenarios', () => {
  const base = openScenario(DOC);
  const branch = { ...base, id: 'branch', name: '乙' };
  const both = { scenarios: new Map([...DOC.scenarios, ['branch', branch]]) };
  const asked = { from: base.id, to: 'branch' };
  expect(comparedScenarios(both, asked)).toEqual({ from: base, to: branch });
  expect(comparedScenarios(DOC, asked)).toBeNull();
  expect(comparedScenarios(both, null)).toBeNull();
});
