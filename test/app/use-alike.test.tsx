import { useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { alikeBy, useAlike } from '../../src/app/use-alike';

const sameKind = alikeBy<{ readonly kind: string }>((a, b) => a.kind === b.kind);

it('keeps a list while its members are alike, and takes one that is not', () => {
  const lists = [[{ kind: 'a' }], [{ kind: 'a' }], [{ kind: 'b' }], [{ kind: 'b' }], []];
  const seen: number[] = [];
  function Probe() {
    const [step, setStep] = useState(0);
    const shown = useAlike(lists[step] ?? [], sameKind);
    const at = lists.indexOf(shown as { kind: string }[]);
    if (seen.length === step) seen.push(at);
    else seen[step] = at;
    if (step < lists.length - 1) setStep(step + 1);
    return null;
  }
  renderToStaticMarkup(<Probe />);
  expect(seen).toEqual([0, 0, 2, 2, 4]);
});

it('compares lists place by place', () => {
  expect(sameKind([{ kind: 'a' }, { kind: 'b' }], [{ kind: 'b' }, { kind: 'a' }])).toBe(false);
  expect(sameKind([{ kind: 'a' }], [{ kind: 'a' }, { kind: 'a' }])).toBe(false);
  expect(sameKind([], [])).toBe(true);
});
