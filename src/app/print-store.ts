import { create } from 'zustand';

interface PrintAsked {
  readonly isOpen: boolean;
  /** What had the focus before, to give it back. */
  readonly opener: Element | null;
}

/** Whether the print dialog is open. */
export const usePrintAsked = create<PrintAsked>(() => ({ isOpen: false, opener: null }));

export function openPrint(): void {
  usePrintAsked.setState(({ isOpen, opener }) => ({
    isOpen: true,
    opener: isOpen ? opener : document.activeElement,
  }));
}

export function closePrint(): void {
  usePrintAsked.setState({ isOpen: false });
}
