import type { ReactNode } from 'react';
import type { SwatchSymbol } from '../domain/swatch';

export interface StateSymbolProps {
  readonly variant: SwatchSymbol;
  /** Any CSS colour; the mark inherits the text colour when left out. */
  readonly color?: string;
  /** Side of the square in CSS pixels. */
  readonly size?: number;
  /** Spoken name. Leave it out where a word stands next to the mark: the mark is then hidden from readers. */
  readonly label?: string;
}

function shapeOf(variant: SwatchSymbol, color: string): ReactNode {
  switch (variant) {
    case 'solid':
      return <circle cx="8" cy="8" r="5.5" fill={color} />;
    case 'ringed':
      return (
        <>
          <circle cx="8" cy="8" r="3.5" fill={color} fillOpacity="0.6" />
          <circle cx="8" cy="8" r="6" fill="none" stroke={color} strokeWidth="1.4" />
        </>
      );
    case 'hollow-dashed':
      return (
        <circle
          cx="8"
          cy="8"
          r="5.5"
          fill="none"
          stroke={color}
          strokeWidth="1.6"
          strokeDasharray="2.6 1.72"
        />
      );
    case 'dot':
      return <circle cx="8" cy="8" r="2.5" fill={color} />;
  }
}

export function StateSymbol({
  variant,
  color = 'currentColor',
  size = 16,
  label,
}: StateSymbolProps): ReactNode {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} style={{ flex: 'none' }} {...name}>
      {shapeOf(variant, color)}
    </svg>
  );
}

/** The mark of each strength 0–3, weakest first: the order in which analyses number their states. */
const VARIANT_BY_STRENGTH: readonly [SwatchSymbol, SwatchSymbol, SwatchSymbol, SwatchSymbol] = [
  'dot',
  'hollow-dashed',
  'ringed',
  'solid',
];

/** The mark of a state by its strength, in the map's colours. */
export function StrengthSymbol({
  strength,
  size = 16,
}: {
  readonly strength: 0 | 1 | 2 | 3;
  readonly size?: number;
}): ReactNode {
  const color = strength === 0 ? '#9aa5b1' : 'var(--cover)';
  return <StateSymbol variant={VARIANT_BY_STRENGTH[strength]} color={color} size={size} />;
}
