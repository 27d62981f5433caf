import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useState } from 'react';
import { Legend } from '../ui/legend';
import type { Legends } from './use-legends';

/** On a smaller window the legend starts folded: the map comes first. */
const ROOMY_HEIGHT = 800;

/** Memoised: an answer renews the one legend that counts it. */
const Part = memo(function Part({ title, legend }: Legends['drawn'][number]) {
  return (
    <div className="stage-legend-part">
      {legend.title === '' && <h3>{title}</h3>}
      <Legend model={{ ...legend, notes: [] }} label={title} />
    </div>
  );
});

/** 图例: what is drawn on the map just now, on the map itself. */
export function StageLegend({ legends }: { readonly legends: Legends['drawn'] }) {
  const [open, setOpen] = useState(() => innerHeight >= ROOMY_HEIGHT);
  if (legends.length === 0) return null;
  return (
    <section className="stage-legend" aria-label="图例">
      <button
        type="button"
        className="stage-legend-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        图例 {open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
      </button>
      {open &&
        legends.map(({ title, legend }) => <Part key={title} title={title} legend={legend} />)}
    </section>
  );
}
