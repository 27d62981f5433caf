/** A worker of its own chunk: the engine never enters the page's bundle. */
export function engineWorker(): Worker {
  return new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' });
}
