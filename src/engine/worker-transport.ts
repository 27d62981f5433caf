// Channel to an engine in a Web Worker. The worker is handed in; the app makes it with
//   new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' })
// A worker that dies (script missing, out of memory) fails every open call instead of leaving it waiting.
import type { EngineTransport, FromEngine } from './protocol';

type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export function workerTransport(worker: WorkerLike): EngineTransport {
  const open = new Set<number>();
  const listeners: ((message: FromEngine) => void)[] = [];
  const deliver = (message: FromEngine): void => {
    if (message.type !== 'progress') open.delete(message.id);
    for (const listener of listeners) listener(message);
  };
  worker.addEventListener('message', (event: MessageEvent<FromEngine>) => deliver(event.data));
  worker.addEventListener('error', (event: ErrorEvent) => {
    const message = event.message === '' ? 'engine worker failed' : event.message;
    for (const id of open) deliver({ type: 'failed', id, message });
  });
  return {
    post(message, transfer = []) {
      if (message.type === 'run') open.add(message.id);
      worker.postMessage(message, transfer);
    },
    onMessage: (listener) => void listeners.push(listener),
    close: () => worker.terminate(),
  };
}
