// The present mode's hold on keyboard and pointer: plain functions on windows, each gives back its own end.
import {
  type FocusedControl,
  type PresentAction,
  type PresentWish,
  keyMeaning,
} from '../features/present/present-state';

function focusedControl(target: EventTarget | null): FocusedControl {
  // By tag: an element of the presenter's window is no instance of this window's classes.
  const tag = (target as Partial<Element> | null)?.tagName ?? '';
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(tag)) return 'value';
  return tag === 'BUTTON' ? 'button' : null;
}

/** Takes every key before the map and the app's shortcuts; what is not ours stays with the focused control alone. */
export function holdKeys(
  window: Window,
  onAction: (action: PresentAction | PresentWish) => void,
): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopImmediatePropagation();
    // A clicker's start button would load the page anew in the middle of a meeting.
    if (event.key === 'F5') event.preventDefault();
    const action = keyMeaning(event, focusedControl(event.target));
    if (!action) return;
    event.preventDefault();
    onAction(action);
  };
  window.addEventListener('keydown', onKeyDown, true);
  return () => window.removeEventListener('keydown', onKeyDown, true);
}

/** After a click with the mouse the keys belong to the scenes again, not to the button that was clicked. */
export function releaseFocusAfterClicks(): () => void {
  const onPointerUp = (): void => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.tagName !== 'SELECT')
      activeElement.blur();
  };
  addEventListener('pointerup', onPointerUp);
  return () => removeEventListener('pointerup', onPointerUp);
}

/** Moves the dot with the mouse, which is hidden meanwhile. */
export function followPointer(dot: HTMLElement): () => void {
  const onMove = ({ clientX, clientY }: PointerEvent): void => {
    dot.style.transform = `translate(${clientX}px, ${clientY}px)`;
  };
  addEventListener('pointermove', onMove, true);
  return () => removeEventListener('pointermove', onMove, true);
}

/** A window for the presenter with the page's styles; null: the browser does not let the page open one. */
export function openPresenterWindow(): Window | null {
  const opened = window.open('', 'cuntu-presenter', 'popup,width=900,height=640');
  if (!opened) return null;
  const page = opened.document;
  page.title = '村图 · 演讲者';
  page.documentElement.lang = 'zh-CN';
  page.head.replaceChildren();
  for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) {
    const copy = page.importNode(style, true);
    // The empty page has no address for a relative one.
    if (copy instanceof Element && style instanceof HTMLLinkElement)
      copy.setAttribute('href', style.href);
    page.head.append(copy);
  }
  page.body.replaceChildren();
  return opened;
}
