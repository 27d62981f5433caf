// The engine behind a message channel: numbers calls, reports progress, ends cancelled ones. The worker and the
// in-process transport are both this.
import { reasonOf } from '../domain/problem';
import { createPace } from './pace';
import type { EngineRequestKind, FromEngine, ToEngine } from './protocol';
import { EngineCancelled } from './protocol';
import type { Engine } from './run';
import { geometryKept } from './sent-geometry';
import { EngineProblem } from './target-problem';

type Post = (message: FromEngine, transfer: Transferable[]) => void;

/** Arrays of a fresh result are moved, not copied. */
function transferables(output: unknown): Transferable[] {
  if (typeof output !== 'object' || output === null) return [];
  if (ArrayBuffer.isView(output)) {
    return output.buffer instanceof ArrayBuffer ? [output.buffer] : [];
  }
  return Object.values(output).flatMap((value) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}

function failure(id: number, error: unknown): FromEngine {
  if (error instanceof EngineCancelled) return { type: 'cancelled', id };
  if (error instanceof EngineProblem) {
    return { type: 'failed', id, message: error.message, problem: error.problem };
  }
  return { type: 'failed', id, message: reasonOf(error) };
}

/** Returns the listener for messages to `engine`; answers go to `post`. */
export function serveEngine(engine: Engine, post: Post): (message: ToEngine) => void {
  const running = new Set<number>();
  const cancelled = new Set<number>();
  const whole = geometryKept();

  async function answer(id: number, kind: EngineRequestKind, input: unknown): Promise<void> {
    const pace = createPace({
      isCancelled: () => cancelled.has(id),
      report: (progress) => post({ type: 'progress', id, progress }, []),
    });
    try {
      // The client's types pair kind and input; the channel between is untyped.
      const output = await engine.run(kind, input as never, pace);
      if (cancelled.has(id)) post({ type: 'cancelled', id }, []);
      else post({ type: 'done', id, output }, transferables(output));
    } catch (error) {
      post(failure(id, error), []);
    } finally {
      running.delete(id);
      cancelled.delete(id);
    }
  }

  return (message) => {
    if (message.type === 'cancel') {
      if (running.has(message.id)) cancelled.add(message.id);
      return;
    }
    running.add(message.id);
    void answer(message.id, message.kind, whole(message.input));
  };
}
