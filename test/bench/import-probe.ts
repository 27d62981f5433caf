// What the import bench runs inside the page: it sees each step of the dialog begin and end, by what is on the screen.

export interface ImportProbe {
  /** Looks on from here; `villages`: the number of villages in the footer when all is shown, '' where it stays. */
  readonly watch: (villages: string) => void;
  /** Milliseconds from the input to the end of a step: read, preview, add (villages that the pack lacks), apply, shown. */
  readonly taken: (step: string) => Promise<number>;
  readonly settle: () => Promise<void>;
}

declare global {
  interface Window {
    importProbe: ImportProbe;
  }
}

/** Installs `window.importProbe`; runs in the page, so it may use nothing from outside itself. */
export function installImportProbe(): void {
  const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const textOf = (element: Element | null): string =>
    (element?.textContent ?? '').replaceAll(' ', '');
  const dialog = (): Element | null => document.querySelector('[role="dialog"]');
  const isReady = (word: string): boolean =>
    [...(dialog()?.querySelectorAll('button') ?? [])].some(
      (button) => textOf(button).startsWith(word) && !button.disabled,
    );
  let villages = '';
  const begun = new Map<string, number>();
  const ended = new Map<string, number>();
  const isDone: Readonly<Record<string, () => boolean>> = {
    read: () => isReady('下一步'),
    preview: () => dialog()?.querySelector('dl') !== null && !isReady('取消'),
    add: () => isReady('导入'),
    apply: () => dialog() === null,
    shown: () => dialog() === null && textOf(document.querySelector('footer')).includes(villages),
  };
  const begin = (step: string): void => {
    begun.set(step, performance.now());
    performance.mark(step);
  };
  const look = (): void => {
    for (const step of begun.keys()) {
      if (!ended.has(step) && isDone[step]?.()) ended.set(step, performance.now());
    }
  };
  addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') begin('read');
    },
    { capture: true },
  );
  addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (textOf(button) === '下一步：匹配与结果') begin('preview');
      if (textOf(button).endsWith('行全部作为新增的村')) begin('add');
      if (textOf(button) !== '导入' || button?.closest('[role="dialog"]') === null) return;
      begin('apply');
      begun.set('shown', performance.now());
    },
    { capture: true },
  );
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  window.importProbe = {
    watch: (text) => {
      villages = text;
      begun.clear();
      ended.clear();
    },
    async taken(step) {
      const until = performance.now() + 60_000;
      while (!ended.has(step)) {
        if (performance.now() > until) throw new Error(`no end of ${step}: ${textOf(dialog())}`);
        await rest(20);
        look();
      }
      return (ended.get(step) ?? 0) - (begun.get(step) ?? 0);
    },
    async settle() {
      // Quiet: ten timers in a row come on time.
      for (let quiet = 0; quiet < 10;) {
        const began = performance.now();
        await rest(60);
        quiet = performance.now() - began < 100 ? quiet + 1 : 0;
      }
    },
  };
}
