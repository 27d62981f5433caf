// 口径反推 of a belt's area: the half-width or margin at which the belt covers the claimed area. The area only grows with
// the width, smoothly, so the crossing is bracketed by doubling and then guessed by inverse quadratic interpolation of
// what is already measured: two or three more areas (tenths of a second each). Areas come from display shapes
// (county-cut.ts), up to 0.25 % too small; the answer's area is within 0.05 % of the wanted one.

export type AreaWidth =
  | { readonly kind: 'found'; readonly metres: number; readonly squareMetres: number }
  /** Even without any width the belt is larger. */
  | { readonly kind: 'more-at-zero'; readonly squareMetres: number }
  /** However wide, the belt is smaller: its counties end. */
  | { readonly kind: 'never'; readonly squareMetres: number };

const FIRST_METRES = 4000;
const WIDEST_METRES = 256_000;
const CLOSE_SHARE = 0.0005;
const CLOSE_METRES = 1;
const MOST_GUESSES = 20;

interface Measured {
  readonly metres: number;
  /** Area less the wanted one. */
  readonly surplus: number;
}

/** Width of surplus 0 on the line, or with `other` the parabola, of width over surplus through the points. */
function guess(low: Measured, high: Measured, other: Measured | undefined): number {
  const points = other === undefined ? [low, high] : [low, high, other];
  const isUsable = points.every(({ surplus }, at) =>
    points.slice(at + 1).every((each) => each.surplus !== surplus),
  );
  const used = isUsable ? points : [low, high];
  const metres = used.reduce((sum, point) => {
    const weight = used.reduce(
      (product, each) =>
        each === point ? product : (product * each.surplus) / (each.surplus - point.surplus),
      1,
    );
    return sum + point.metres * weight;
  }, 0);
  const slack = (high.metres - low.metres) * 0.02;
  const isInside = metres > low.metres + slack && metres < high.metres - slack;
  return isInside ? metres : (low.metres + high.metres) / 2;
}

/** `atWidth` and all else in square metres, growing with the width; `wanted` above 0, or RangeError. */
export function widthForArea(
  atWidth: (metres: number) => number,
  wholeCounties: number,
  wanted: number,
): AreaWidth {
  if (!(wanted > 0)) throw new RangeError(`area of ${wanted} m² wanted`);
  if (wanted > wholeCounties) return { kind: 'never', squareMetres: wholeCounties };
  const measure = (metres: number): Measured => ({ metres, surplus: atWidth(metres) - wanted });
  const areaOf = ({ surplus }: Measured): number => surplus + wanted;
  let low = measure(0);
  if (low.surplus >= 0) return { kind: 'more-at-zero', squareMetres: areaOf(low) };
  let other: Measured | undefined;
  let high = measure(FIRST_METRES);
  while (high.surplus < 0) {
    if (high.metres >= WIDEST_METRES) return { kind: 'never', squareMetres: areaOf(high) };
    [other, low, high] = [low, high, measure(high.metres * 2)];
  }
  for (let step = 0; step < MOST_GUESSES && high.metres - low.metres > CLOSE_METRES; step++) {
    const next = measure(guess(low, high, other));
    if (Math.abs(next.surplus) <= CLOSE_SHARE * wanted) {
      return { kind: 'found', metres: next.metres, squareMetres: areaOf(next) };
    }
    if (next.surplus < 0) [other, low] = [low, next];
    else [other, high] = [high, next];
  }
  return { kind: 'found', metres: high.metres, squareMetres: areaOf(high) };
}
