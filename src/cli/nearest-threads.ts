// 最近项目 by several threads. Helpers start before the villages are read, so that they are there when these are. Every
// thread takes the next block of villages from a counter that all share until none is left, so that nobody waits for a
// slow one. Blocks begin afresh (analysis/nearest.ts), so the answer is that of one thread, bit by bit.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { type MessagePort, Worker } from 'node:worker_threads';
import { emptyNearest, fillNearest, NEAREST_BLOCK } from '../analysis/nearest';
import type { NearestProjects } from '../analysis/nearest';
import { type NearestMaker, nearestInStretches } from '../engine/nearest-in-stretches';
import { NearestForest } from '../geo/nearest-forest';
import type { ProjectShape } from '../geo/project-shape';
import { type VillageIndex, villageIndexFrom } from '../geo/village-index';

/** For fewer villages a copy for each helper does not pay. */
const LEAST_VILLAGES = 100_000;
/** More do not pay: reading and writing are of one thread. */
const MOST_HELPERS = 3;

/** What a helper is given. The answer's arrays and the counter lie in shared memory, the rest is its own copy. */
export interface NearestWork {
  /** Buffer of the village index. */
  readonly villages: ArrayBuffer;
  readonly shapes: readonly ProjectShape[];
  readonly answer: NearestProjects;
  /** One number: blocks taken so far. */
  readonly taken: Int32Array;
}

function takeBlocks(index: VillageIndex, { shapes, answer, taken }: NearestWork): void {
  const forest = new NearestForest(shapes);
  for (;;) {
    const from = Atomics.add(taken, 0, 1) * NEAREST_BLOCK;
    if (from >= index.count) return;
    fillNearest(index, shapes, forest, answer, from, Math.min(from + NEAREST_BLOCK, index.count));
  }
}

/** A helper's whole life: it does what work it is sent and says when it is done. */
export function helpWithNearest(port: MessagePort): void {
  port.on('message', (work: NearestWork) => {
    takeBlocks(villageIndexFrom(work.villages), work);
    port.postMessage('done');
  });
}

function sharedAnswer(index: VillageIndex): NearestProjects {
  const { metres, project } = emptyNearest(index);
  const shared = {
    metres: new Float64Array(new SharedArrayBuffer(metres.byteLength)),
    project: new Int32Array(new SharedArrayBuffer(project.byteLength)),
  };
  shared.metres.set(metres);
  shared.project.set(project);
  return shared;
}

function startHelper(entry: URL): Worker {
  const helper = new Worker(entry);
  // It waits for work that may never come: that must not keep the command from ending.
  helper.unref();
  return helper;
}

/**
 * Starts helpers at once and returns what asks them. `entry`: the file that calls `helpWithNearest` when it is run by a
 * helper. Few villages stay on this thread.
 */
export function nearestByThreads(entry: URL): NearestMaker {
  const helperCount = Math.min(availableParallelism() - 1, MOST_HELPERS);
  const helpers = Array.from({ length: helperCount }, () => startHelper(entry));
  return async (index, shapes, pace) => {
    if (helpers.length === 0 || index.count < LEAST_VILLAGES) {
      return nearestInStretches(index, shapes, pace);
    }
    const work: NearestWork = {
      villages: index.buffer,
      shapes,
      answer: sharedAnswer(index),
      taken: new Int32Array(new SharedArrayBuffer(4)),
    };
    const done = helpers.map((helper) => {
      helper.ref();
      helper.postMessage(work);
      return once(helper, 'message');
    });
    takeBlocks(index, work);
    await Promise.all(done);
    for (const helper of helpers) helper.unref();
    return work.answer;
  };
}
