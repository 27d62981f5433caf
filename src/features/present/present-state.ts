// Present mode as a plain state machine: a key press becomes an action, an action the next state. No DOM, no clock.

export interface PresentState {
  /** Place among the scenes that are shown, from 0. */
  readonly index: number;
  readonly count: number;
  readonly isBlack: boolean;
  readonly hasPointer: boolean;
  /** The grid of all scenes is open; `index` is the one marked in it. */
  readonly hasOverview: boolean;
  /** Digits typed so far; Enter goes there. */
  readonly digits: string;
  /** Null: nothing goes on by itself. */
  readonly autoplaySeconds: number | null;
  /** The camera flies from scene to scene instead of jumping. */
  readonly isFlying: boolean;
}

export type PresentAction =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'first' | 'last' }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'enter' }
  | { readonly kind: 'black' | 'pointer' | 'overview' | 'flights' }
  | { readonly kind: 'autoplay'; readonly seconds: number | null };

/** What the present mode does with a key that is no step of the state: it asks for a window or ends. */
export type PresentWish =
  | { readonly kind: 'fullscreen' | 'presenter' | 'leave' }
  | { readonly kind: 'distance'; readonly metres: number };

const DISTANCE_STEP_METRES = 100;

const KEYS: Readonly<Record<string, PresentAction | PresentWish>> = {
  arrowright: { kind: 'step', by: 1 },
  arrowdown: { kind: 'step', by: 1 },
  pagedown: { kind: 'step', by: 1 },
  ' ': { kind: 'step', by: 1 },
  arrowleft: { kind: 'step', by: -1 },
  arrowup: { kind: 'step', by: -1 },
  pageup: { kind: 'step', by: -1 },
  backspace: { kind: 'step', by: -1 },
  home: { kind: 'first' },
  end: { kind: 'last' },
  enter: { kind: 'enter' },
  b: { kind: 'black' },
  // What the black-screen button of clickers sends.
  '.': { kind: 'black' },
  l: { kind: 'pointer' },
  o: { kind: 'overview' },
  f: { kind: 'fullscreen' },
  n: { kind: 'presenter' },
  escape: { kind: 'leave' },
  '+': { kind: 'distance', metres: DISTANCE_STEP_METRES },
  '=': { kind: 'distance', metres: DISTANCE_STEP_METRES },
  '-': { kind: 'distance', metres: -DISTANCE_STEP_METRES },
};

/** Keys by which a slider or a list moves; Page keys stay with the scenes, as a clicker sends nothing else. */
const CONTROL_KEYS = new Set(['arrowright', 'arrowleft', 'arrowup', 'arrowdown', 'home', 'end']);
const BUTTON_KEYS = new Set([' ', 'enter']);

/** What has the keyboard's focus: a slider or list, a button, or nothing that takes keys. */
export type FocusedControl = 'value' | 'button' | null;

/** Null: the key is not the present mode's. */
export function keyMeaning(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  focused: FocusedControl,
): PresentAction | PresentWish | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (focused === 'value' && CONTROL_KEYS.has(key)) return null;
  if (focused === 'button' && BUTTON_KEYS.has(key)) return null;
  if (/^\d$/.test(key)) return { kind: 'digit', digit: key };
  return KEYS[key] ?? null;
}

export function startPresenting(count: number, index: number, isFlying: boolean): PresentState {
  return {
    index: clamp(index, count),
    count,
    isBlack: false,
    hasPointer: false,
    hasOverview: false,
    digits: '',
    autoplaySeconds: null,
    isFlying,
  };
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), Math.max(count - 1, 0));
}

/** Going anywhere ends a black screen, and what was typed. */
function at(state: PresentState, index: number): PresentState {
  return { ...state, index: clamp(index, state.count), isBlack: false, digits: '' };
}

/** Up to nine scenes one digit goes at once; with more, digits wait for Enter. A number that no scene has is forgotten. */
function typed(state: PresentState, digits: string): PresentState {
  if (state.count > 9) return { ...state, digits: digits.slice(-String(state.count).length) };
  return goToNumber(state, digits);
}

function goToNumber(state: PresentState, digits: string): PresentState {
  const wanted = Number(digits) - 1;
  const exists = digits !== '' && wanted >= 0 && wanted < state.count;
  return exists ? { ...at(state, wanted), hasOverview: false } : { ...state, digits: '' };
}

/** The next state; the same object when nothing changes. */
export function present(state: PresentState, action: PresentAction): PresentState {
  switch (action.kind) {
    case 'go':
      return { ...at(state, action.index), hasOverview: false };
    case 'step':
      return at(state, state.index + action.by);
    case 'first':
      return at(state, 0);
    case 'last':
      return at(state, state.count - 1);
    case 'digit':
      return typed(state, state.digits + action.digit);
    case 'enter':
      if (state.digits !== '') return goToNumber(state, state.digits);
      return state.hasOverview ? { ...state, hasOverview: false } : at(state, state.index + 1);
    case 'black':
      return { ...state, isBlack: !state.isBlack };
    case 'pointer':
      return { ...state, hasPointer: !state.hasPointer };
    case 'overview':
      return { ...state, hasOverview: !state.hasOverview, isBlack: false };
    case 'flights':
      return { ...state, isFlying: !state.isFlying };
    case 'autoplay':
      return state.autoplaySeconds === action.seconds
        ? state
        : { ...state, autoplaySeconds: action.seconds };
  }
}

/** The interval is over: one scene on; after the last one it stops there. Black or overview holds it. */
export function playOn(state: PresentState): PresentState {
  if (state.autoplaySeconds === null || state.isBlack || state.hasOverview) return state;
  if (state.index >= state.count - 1) return { ...state, autoplaySeconds: null };
  return at(state, state.index + 1);
}
