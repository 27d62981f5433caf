import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import { answeredFigures, liveFigures, sceneFigures } from '../../src/app/scene-figures';
import { figureChanges } from '../../src/domain/scene-list';
import { roundRobinAnswer, yunchengIndex } from '../features/yuncheng';

it('a scene’s headlines are the answer’s, and tell when the answer is another one', async () => {
  const index = await yunchengIndex();
  const estimate = estimatePoverty(index.pack);
  const answer = roundRobinAnswer(index, 'dayudu');
  const figuresOf = (result: typeof answer) =>
    sceneFigures(liveFigures(index, result, summariseCoverage(result, index, estimate)));
  const { certain, asDrawn, possible, notCovered } = answer.counts;
  const captured = figuresOf(answer);
  expect(captured.map(({ label }) => label)).toEqual(['覆盖', '未覆盖', '覆盖贫困户']);
  const digits = (at: number) => captured[at]?.text.replaceAll(/[^\d（，]/g, '');
  expect(digits(0)?.replaceAll('（', ',').replaceAll('，', ',')).toBe(
    [certain + asDrawn, certain, certain + asDrawn + possible].join(','),
  );
  expect(digits(1)).toBe(String(notCovered));

  expect(figureChanges(captured, figuresOf(answer))).toEqual([]);
  const states = answer.states.with(answer.states.indexOf(0), 3);
  const counts = { ...answer.counts, certain: certain + 1, notCovered: notCovered - 1 };
  const changed = figureChanges(captured, figuresOf({ ...answer, states, counts }));
  expect(changed.map(({ label }) => label)).toContain('覆盖');
  expect(changed.map(({ label }) => label)).toContain('未覆盖');
});

it('without a question only the region’s units are told', async () => {
  const index = await yunchengIndex();
  const { length } = index.pack.villages;
  const [units, ...rest] = sceneFigures(liveFigures(index, null, null));
  expect(units?.text.replaceAll(/\D/g, '')).toBe(String(length));
  expect(rest).toEqual([]);
});

it('an answer to another question is nobody’s headline', async () => {
  const index = await yunchengIndex();
  const result = roundRobinAnswer(index, 'dayudu');
  const { distanceMetres } = result;
  const summary = summariseCoverage(result, index, estimatePoverty(index.pack));
  const geometry: Geometry = { type: 'Point', coordinates: [111, 35] };
  const shown = [{ id: 'dayudu', geometry, accuracyMetres: 0 }];
  const asked = { index, shown, summary, coverage: { result, resultTargets: shown } };
  expect(answeredFigures(asked, distanceMetres)).toEqual(liveFigures(index, result, summary));
  // The same projects asked about anew: a scene was gone to, or an alignment changed.
  expect(answeredFigures({ ...asked, shown: [...shown] }, distanceMetres)).toBeNull();
  expect(answeredFigures(asked, distanceMetres + 100)).toBeNull();
  const failed = { ...asked, summary: null, coverage: { result: null, resultTargets: [] } };
  expect(answeredFigures(failed, distanceMetres)).toBeNull();
  expect(answeredFigures({ ...asked, shown: [] }, distanceMetres)?.covered).toBeNull();
});
