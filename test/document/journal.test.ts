import { describe, expect, it } from 'vitest';
import { startHistory } from '../../src/document/history';
import { applyJournal } from '../../src/document/journal';
import { BASE_SCENARIO_ID, contentOf } from '../../src/document/plan-document';
import { emptySample } from './sample-document';

const source = { contents: new Map(), lost: new Map<string, string>() };
const step = {
  label: '「甲带」宽度改为 3 公里',
  putAlignments: [],
  removedAlignments: [],
  putBeltWidths: [{ beltId: 'belt-a', widthMetres: 3000 }],
  removedBeltWidths: [],
  putImports: [],
  removedImports: [],
};

describe('applyJournal', () => {
  it('goes on with what version 2 of the product wrote before it was updated', () => {
    const record = { schemaVersion: 2, dropped: 0, kept: 1, steps: [step], index: 1 };
    const read = applyJournal(startHistory(emptySample()), record, source);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const doc = read.value.entries[1]?.doc;
    expect(doc?.scenarioId).toBe(BASE_SCENARIO_ID);
    expect(doc && contentOf(doc).beltWidths.get('belt-a')).toBe(3000);
  });

  it('goes on with what version 3 wrote', () => {
    const renamed = {
      label: '改名',
      title: '乙方案',
      scenarios: [],
      removedScenarios: [],
      putImports: [],
      removedImports: [],
    };
    const record = { schemaVersion: 3, dropped: 0, kept: 1, steps: [renamed], index: 1 };
    const read = applyJournal(startHistory(emptySample()), record, source);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.entries[1]?.doc).toEqual({ ...emptySample(), title: '乙方案' });
  });

  it('goes on with what version 4 wrote', () => {
    const renamed = {
      label: '改名',
      title: '丙方案',
      scenarios: [],
      removedScenarios: [],
      putImports: [],
      removedImports: [],
      putScenes: [],
      removedScenes: [],
    };
    const record = { schemaVersion: 4, dropped: 0, kept: 1, steps: [renamed], index: 1 };
    const read = applyJournal(startHistory(emptySample()), record, source);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.entries[1]?.doc).toEqual({ ...emptySample(), title: '丙方案' });
  });

  it('refuses a step of a scenario that is not there', () => {
    const orphan = {
      label: '',
      scenarios: [{ id: 'b9' }],
      removedScenarios: [],
      putImports: [],
      removedImports: [],
      putScenes: [],
      removedScenes: [],
      putTreatments: [],
      removedTreatments: [],
      putActuals: [],
      removedActuals: [],
    };
    const record = { schemaVersion: 5, dropped: 0, kept: 1, steps: [orphan], index: 1 };
    expect(applyJournal(startHistory(emptySample()), record, source).ok).toBe(false);
  });
});
