// Channel to an engine on the same thread: for tests, the CLI, and browsers that refuse workers.
// Messages are delivered in later microtasks, as a real channel would.
import type { EngineTransport, FromEngine } from './protocol';
import { createEngine } from './run';
import type { Engine } from './run';
import { serveEngine } from './serve';

export function inProcessTransport(engine: Engine = createEngine()): EngineTransport {
  const listeners: ((message: FromEngine) => void)[] = [];
  const receive = serveEngine(engine, (message) => {
    for (const listener of listeners) listener(message);
  });
  return {
    post: (message) => queueMicrotask(() => receive(message)),
    onMessage: (listener) => void listeners.push(listener),
    close: () => void listeners.splice(0),
  };
}
