import { useEffect } from 'react';

/**
 * Gives the focus back to what had it, when `isOpen` ends. For a dialog that goes away whole, and with it its own way of
 * giving the focus back.
 */
export function useFocusBack(isOpen: boolean, opener: () => Element | null): void {
  useEffect(() => {
    if (!isOpen) return;
    const before = opener();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isOpen, opener]);
}
