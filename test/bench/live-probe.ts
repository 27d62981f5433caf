// What the page bench runs inside the page. Nothing in the product knows of it: the document session is found through
// React's own tree, the numbers are read from the headline.
import type { Geometry } from 'geojson';

export interface StepTimes {
  /** Input to the new headline in the document. */
  readonly headline: number;
  /** Input to the start of the second frame after it: map and headline are painted. */
  readonly painted: number;
  /** Of this, spent in animation frames: MapLibre and deck.gl drawing. */
  readonly drawing: number;
}

export interface FloodTimes {
  readonly inputs: number;
  /** Headlines that changed while inputs came, one a frame. */
  readonly headlines: number;
  readonly longestFrame: number;
  readonly medianFrame: number;
}

export interface LiveProbe {
  readonly slide: (metres: number, expected: string) => Promise<StepTimes>;
  readonly move: (
    projectId: string,
    geometry: Geometry,
    accuracyMetres: number,
    expected: string,
  ) => Promise<StepTimes>;
  readonly flood: (frames: number, distances: readonly number[]) => Promise<FloodTimes>;
  readonly settle: () => Promise<void>;
  readonly read: () => string;
  /** Longest tasks over 50 ms since the last call, in ms. */
  readonly longTasks: () => readonly number[];
}

declare global {
  interface Window {
    liveProbe: LiveProbe;
  }
}

/** Installs `window.liveProbe`; runs in the page, so it may use nothing from outside itself. */
export function installProbe(): void {
  interface Fiber {
    readonly child: Fiber | null;
    readonly sibling: Fiber | null;
    readonly memoizedProps: { readonly value?: { readonly documents?: unknown } } | null;
  }
  interface Scenario {
    readonly content: { readonly alignments: ReadonlyMap<string, unknown> };
  }
  interface Doc {
    readonly scenarioId: string;
    readonly scenarios: ReadonlyMap<string, Scenario>;
  }
  interface Documents {
    readonly commit: (edit: { readonly label: string; readonly apply: (doc: Doc) => Doc }) => void;
  }
  const section = '[aria-label="覆盖范围"]';
  const read = (): string => {
    for (const line of document.querySelectorAll(`${section} [role="status"]`)) {
      const text = line.textContent ?? '';
      if (text.includes('最多')) return (text.replaceAll(',', '').match(/\d+/g) ?? []).join('|');
    }
    return '';
  };
  const nextFrame = window.requestAnimationFrame.bind(window);
  const frame = (): Promise<number> => new Promise((resolve) => nextFrame(resolve));
  let drawn = 0;
  window.requestAnimationFrame = (callback) =>
    nextFrame((time) => {
      const began = performance.now();
      callback(time);
      drawn += performance.now() - began;
    });
  const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const tasks: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });

  const documentsOf = (): Documents => {
    const root = document.querySelector('#root') as Element & Record<string, unknown>;
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
    const open: (Fiber | null)[] = [root[key] as Fiber];
    while (open.length > 0) {
      const fiber = open.pop();
      if (!fiber) continue;
      const documents = fiber.memoizedProps?.value?.documents;
      if (documents !== undefined) return documents as Documents;
      open.push(fiber.sibling, fiber.child);
    }
    throw new Error('no document session in the page');
  };

  const setSlider = (metres: number): void => {
    const slider = document.querySelector<HTMLInputElement>(`${section} input[type="range"]`);
    if (!slider) throw new Error('no slider in the page');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(slider, String(metres));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const timed = async (act: () => void, expected: string): Promise<StepTimes> => {
    // From a frame's start, as a pointer event comes.
    await frame();
    drawn = 0;
    const began = performance.now();
    act();
    const headline = await new Promise<number>((resolve, reject) => {
      const stop = setTimeout(
        () => reject(new Error(`headline ${read()}, want ${expected}`)),
        120_000,
      );
      const look = (): boolean => {
        if (read() !== expected) return false;
        clearTimeout(stop);
        watcher.disconnect();
        resolve(performance.now() - began);
        return true;
      };
      const watcher = new MutationObserver(look);
      if (look()) return;
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await frame();
    await frame();
    return { headline, painted: performance.now() - began, drawing: drawn };
  };

  window.liveProbe = {
    read,
    slide: (metres, expected) => timed(() => setSlider(metres), expected),
    move(projectId, geometry, accuracyMetres, expected) {
      const documents = documentsOf();
      const alignment = {
        projectId,
        geometry,
        accuracyMetres,
        origin: 'drawn',
        note: '',
        madeAt: '2026-11-22T00:00:00.000Z',
      };
      return timed(
        () =>
          documents.commit({
            label: '移动',
            apply: (doc) => {
              const scenario = doc.scenarios.get(doc.scenarioId);
              if (!scenario) throw new Error('no open scenario');
              const alignments = new Map(scenario.content.alignments).set(projectId, alignment);
              const moved = { ...scenario, content: { ...scenario.content, alignments } };
              return { ...doc, scenarios: new Map(doc.scenarios).set(doc.scenarioId, moved) };
            },
          }),
        expected,
      );
    },
    async flood(frames, distances) {
      const times: number[] = [];
      let headlines = 0;
      let shown = read();
      let last = await frame();
      // Frames of many dots painted by the processor may take seconds.
      const until = performance.now() + 10_000;
      for (let k = 0; k < frames && performance.now() < until; k++) {
        setSlider(distances[k % distances.length] as number);
        const now = await frame();
        times.push(now - last);
        last = now;
        const text = read();
        if (text !== shown) headlines++;
        shown = text;
      }
      times.sort((a, b) => a - b);
      return {
        inputs: times.length,
        headlines,
        longestFrame: times.at(-1) ?? 0,
        medianFrame: times[Math.floor(times.length / 2)] ?? 0,
      };
    },
    async settle() {
      // Quiet: ten timers in a row come on time.
      for (let quiet = 0; quiet < 10;) {
        const began = performance.now();
        await rest(60);
        quiet = performance.now() - began < 100 ? quiet + 1 : 0;
      }
    },
    longTasks: () => tasks.splice(0),
  };
}
