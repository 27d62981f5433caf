// The page's side of the engine: a call becomes a message with a number, an answer finds its call by that number,
// in whatever order answers come. The channel is passed in, so tests need no Worker.
import type { Problem } from '../domain/problem';
import type { EngineRequestKind, EngineRequests, EngineTransport, Progress } from './protocol';
import { EngineCancelled } from './protocol';
import { geometryOnce } from './sent-geometry';

export interface EngineCallOptions {
  /** Aborting rejects the call with EngineCancelled at once and tells the engine to stop. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface EngineClient {
  /** Rejects with EngineCancelled when cancelled or closed, with EngineFailed when the engine threw. */
  run<K extends EngineRequestKind>(
    kind: K,
    input: EngineRequests[K]['input'],
    options?: EngineCallOptions,
  ): Promise<EngineRequests[K]['output']>;
  /** Cancels every open call and closes the channel. */
  close(): void;
}

/** The engine threw; `message` is its own. `problem`: what to tell the user, when the failure was to be expected. */
export class EngineFailed extends Error {
  constructor(
    message: string,
    readonly problem: Problem | null = null,
  ) {
    super(message);
    this.name = 'EngineFailed';
  }
}

interface OpenCall {
  readonly done: (output: unknown) => void;
  readonly failed: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export function createEngineClient(transport: EngineTransport): EngineClient {
  const open = new Map<number, OpenCall>();
  let lastId = 0;
  let closed = false;
  const lean = geometryOnce();

  transport.onMessage((message) => {
    const call = open.get(message.id);
    // An answer to a call that was cancelled meanwhile.
    if (call === undefined) return;
    if (message.type === 'progress') return call.onProgress?.(message.progress);
    open.delete(message.id);
    if (message.type === 'done') call.done(message.output);
    else if (message.type === 'cancelled') call.failed(new EngineCancelled());
    else call.failed(new EngineFailed(message.message, message.problem ?? null));
  });

  function send<K extends EngineRequestKind>(
    kind: K,
    input: EngineRequests[K]['input'],
    options: EngineCallOptions,
  ): Promise<EngineRequests[K]['output']> {
    const { signal, onProgress } = options;
    if (closed || signal?.aborted === true) return Promise.reject(new EngineCancelled());
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        if (!open.delete(id)) return;
        transport.post({ type: 'cancel', id });
        reject(new EngineCancelled());
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const settle = (): void => signal?.removeEventListener('abort', cancel);
      open.set(id, {
        // The protocol pairs this call's kind with its output; the channel itself is untyped.
        done: (output) => (settle(), resolve(output as EngineRequests[K]['output'])),
        failed: (error) => (settle(), reject(error)),
        onProgress,
      });
      transport.post({ type: 'run', id, kind, input: lean(input) });
    });
  }

  return {
    run: (kind, input, options = {}) => send(kind, input, options),
    close() {
      closed = true;
      for (const [id, call] of open) {
        transport.post({ type: 'cancel', id });
        call.failed(new EngineCancelled());
      }
      open.clear();
      transport.close();
    },
  };
}
