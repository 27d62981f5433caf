// Legend samples drawn as SVG with the map's own colours, dashes and hatches. Always next to a word, so hidden from readers.
import type { ReactNode } from 'react';
import type { SwatchSpec } from '../domain/swatch';
import { StateSymbol } from './state-symbol';

const WIDTH = 24;
const HEIGHT = 14;
const HATCH_SPACING = 6;

/** Path of 45° lines x + y = k (or mirrored) cut to the sample, without clip paths and their ids. */
export function hatchPath(direction: '/' | '\\', width: number, height: number): string {
  const parts: string[] = [];
  for (let k = HATCH_SPACING / 2; k < width + height; k += HATCH_SPACING) {
    const left = Math.max(0, k - height);
    const right = Math.min(width, k);
    const yAt = (x: number): number => (direction === '/' ? k - x : height - (k - x));
    parts.push(`M${left} ${yAt(left)}L${right} ${yAt(right)}`);
  }
  return parts.join('');
}

function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      style={{ flex: 'none' }}
      aria-hidden
    >
      {children}
    </svg>
  );
}

function drawn(spec: Exclude<SwatchSpec, { kind: 'symbol' }>): ReactNode {
  const box = { x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1, strokeWidth: 1 };
  const middle = HEIGHT / 2;
  switch (spec.kind) {
    case 'fill':
      return (
        <rect
          {...box}
          fill={spec.color}
          fillOpacity={spec.opacity ?? 1}
          stroke={spec.outline ?? 'var(--line)'}
        />
      );
    case 'hatch':
      return (
        <>
          <rect {...box} fill={spec.background ?? 'none'} stroke="var(--line)" />
          {spec.lineWidth > 0 && (
            <path
              d={hatchPath(spec.direction, WIDTH, HEIGHT)}
              stroke={spec.color}
              strokeWidth={spec.lineWidth}
            />
          )}
        </>
      );
    case 'line':
      return (
        <line
          x1="0"
          x2={WIDTH}
          y1={middle}
          y2={middle}
          stroke={spec.color}
          strokeWidth={spec.width}
          {...(spec.dash && {
            strokeDasharray: spec.dash.map((part) => part * spec.width).join(' '),
          })}
        />
      );
    case 'point':
      return (
        <circle
          cx={WIDTH / 2}
          cy={middle}
          r={spec.radius}
          fill={spec.fill}
          stroke={spec.stroke}
          strokeWidth={spec.strokeWidth}
        />
      );
    case 'triangle':
      return <path d="M12 2.5L17 11.5H7Z" fill={spec.color} />;
    case 'outline': {
      const corner = ([x, y]: readonly [number, number]): string =>
        `${(WIDTH - HEIGHT) / 2 + x * HEIGHT},${y * HEIGHT}`;
      return <polygon points={spec.outline.map(corner).join(' ')} fill={spec.color} />;
    }
    case 'column':
      return (
        <g fill={spec.color}>
          <path d="M5 8h3v6H5z" />
          <path d="M10.5 1h3v13h-3z" />
          <path d="M16 5h3v9h-3z" />
        </g>
      );
  }
}

export function Swatch({ spec }: { readonly spec: SwatchSpec }): ReactNode {
  if (spec.kind === 'symbol') {
    return (
      <span
        style={{ flex: 'none', width: WIDTH, display: 'inline-flex', justifyContent: 'center' }}
      >
        <StateSymbol variant={spec.variant} color={spec.color} size={14} />
      </span>
    );
  }
  return <Frame>{drawn(spec)}</Frame>;
}
