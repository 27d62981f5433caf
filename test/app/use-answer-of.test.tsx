import { useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { useAnswerOf } from '../../src/app/use-answer-of';

const [former, newer] = [{ of: 'former' }, { of: 'newer' }];

it('shows an answer only beside what it was asked of, a late one never', () => {
  const seen: string[] = [];
  // Each step sets state while rendering, which renders the component anew at once.
  function Probe() {
    const [step, setStep] = useState(0);
    const [of, setOf] = useState(former);
    const [answer, setAnswer] = useAnswerOf(of, 'nothing');
    const [late, setLate] = useState(() => setAnswer);
    if (step < 4) {
      seen.push(answer);
      setStep(step + 1);
    }
    if (step === 0) {
      setLate(() => setAnswer);
      setAnswer('first');
    }
    if (step === 1) setOf(newer);
    if (step === 2) late('late');
    return null;
  }
  renderToStaticMarkup(<Probe />);
  expect(seen).toEqual(['nothing', 'first', 'nothing', 'nothing']);
});
