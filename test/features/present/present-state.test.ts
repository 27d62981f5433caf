import { describe, expect, it } from 'vitest';
import {
  type FocusedControl,
  type PresentAction,
  type PresentState,
  keyMeaning,
  playOn,
  present,
  startPresenting,
} from '../../../src/features/present/present-state';

function key(name: string, focused: FocusedControl = null, held: object = {}) {
  const event = { key: name, ctrlKey: false, metaKey: false, altKey: false, ...held };
  return keyMeaning(event, focused);
}

/** Presses keys one after the other; all of them must be steps of the state. */
function press(state: PresentState, ...names: string[]): PresentState {
  return names.reduce((now, name) => present(now, key(name) as PresentAction), state);
}

const SEVEN = startPresenting(7, 0, true);

describe('keys of the present mode', () => {
  it.each(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'])('%j goes on', (name) => {
    expect(press(SEVEN, name).index).toBe(1);
  });

  it.each(['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'])('%j goes back', (name) => {
    expect(press({ ...SEVEN, index: 3 }, name).index).toBe(2);
  });

  it('stays at either end', () => {
    expect(press(SEVEN, 'PageUp').index).toBe(0);
    expect(press(SEVEN, 'End', 'PageDown').index).toBe(6);
    expect(press(SEVEN, 'End', 'Home').index).toBe(0);
  });

  it('goes to a digit’s scene at once among nine, and by Enter among more', () => {
    expect(press(SEVEN, '5').index).toBe(4);
    const twelve = startPresenting(12, 0, true);
    expect(press(twelve, '1')).toMatchObject({ index: 0, digits: '1' });
    expect(press(twelve, '1', '2', 'Enter')).toMatchObject({ index: 11, digits: '' });
    expect(press(twelve, '1', '2', 'Home')).toMatchObject({ index: 0, digits: '' });
  });

  it('forgets a number that no scene has', () => {
    expect(press(SEVEN, '0')).toEqual(SEVEN);
    expect(press(SEVEN, '9')).toEqual(SEVEN);
    expect(press(startPresenting(12, 3, true), '4', '0', 'Enter')).toMatchObject({
      index: 3,
      digits: '',
    });
  });

  it('B blacks out until B again or a step; L and O switch', () => {
    expect(press(SEVEN, 'b').isBlack).toBe(true);
    expect(press(SEVEN, 'B', 'b').isBlack).toBe(false);
    // As clickers send it.
    expect(press(SEVEN, '.').isBlack).toBe(true);
    expect(press(SEVEN, 'b', 'PageDown')).toMatchObject({ isBlack: false, index: 1 });
    expect(press(SEVEN, 'l').hasPointer).toBe(true);
    expect(press(SEVEN, 'o').hasOverview).toBe(true);
  });

  it('moves the mark in the overview, and Enter goes there', () => {
    const marked = press(SEVEN, 'o', 'ArrowRight', 'ArrowRight');
    expect(marked).toMatchObject({ hasOverview: true, index: 2 });
    expect(press(marked, 'Enter')).toMatchObject({ hasOverview: false, index: 2 });
    expect(present(marked, { kind: 'go', index: 5 })).toMatchObject({
      hasOverview: false,
      index: 5,
    });
  });

  it('asks for what is no step: windows, the end, the distance', () => {
    expect(key('f')).toEqual({ kind: 'fullscreen' });
    expect(key('N')).toEqual({ kind: 'presenter' });
    expect(key('Escape')).toEqual({ kind: 'leave' });
    for (const name of ['+', '=']) expect(key(name)).toEqual({ kind: 'distance', metres: 100 });
    expect(key('-')).toEqual({ kind: 'distance', metres: -100 });
  });

  it('leaves a slider its keys and a button its own, but never a clicker’s', () => {
    expect(key('ArrowRight', 'value')).toBeNull();
    expect(key('Home', 'value')).toBeNull();
    expect(key('PageDown', 'value')).toEqual({ kind: 'step', by: 1 });
    expect(key(' ', 'button')).toBeNull();
    expect(key('ArrowRight', 'button')).toEqual({ kind: 'step', by: 1 });
  });

  it('knows nothing of other keys and of combinations', () => {
    expect(key('e')).toBeNull();
    expect(key('b', null, { ctrlKey: true })).toBeNull();
    expect(key('ArrowLeft', null, { altKey: true })).toBeNull();
  });
});

describe('autoplay', () => {
  const playing = present(SEVEN, { kind: 'autoplay', seconds: 10 });

  it('goes on and stops at the last scene', () => {
    expect(playOn(playing).index).toBe(1);
    const last = playOn({ ...playing, index: 6 });
    expect(last).toMatchObject({ index: 6, autoplaySeconds: null });
  });

  it('waits while the screen is black or the overview is open', () => {
    expect(playOn(press(playing, 'b')).index).toBe(0);
    expect(playOn(press(playing, 'o')).index).toBe(0);
  });

  it('goes nowhere when it is off', () => {
    expect(playOn(SEVEN)).toBe(SEVEN);
  });
});

it('starts at a scene that exists', () => {
  expect(startPresenting(3, 9, false)).toMatchObject({ index: 2, isFlying: false });
  expect(startPresenting(0, 0, false).index).toBe(0);
});
