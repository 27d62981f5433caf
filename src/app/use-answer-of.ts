import { useCallback, useState } from 'react';

/**
 * State that belongs to `of`: as soon as that is another, `nothing` is back, and what is set by callbacks of the old one
 * is not seen. For answers about villages, which must never be read with those of another import.
 */
export function useAnswerOf<T>(of: object, nothing: T): readonly [T, (answer: T) => void] {
  const [held, setHeld] = useState({ of, answer: nothing });
  const setAnswer = useCallback((answer: T): void => setHeld({ of, answer }), [of]);
  return [held.of === of ? held.answer : nothing, setAnswer];
}
