// The engine in a Web Worker.
import type { ToEngine } from './protocol';
import { createEngine } from './run';
import { serveEngine } from './serve';

const receive = serveEngine(createEngine(), (message, transfer) => {
  self.postMessage(message, { transfer });
});

self.addEventListener('message', (event: MessageEvent<ToEngine>) => receive(event.data));
