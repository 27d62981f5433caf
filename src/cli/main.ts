#!/usr/bin/env node
// Entry of the command `cuntu`, and of the threads that help it.
import { once } from 'node:events';
import { isMainThread, workerData } from 'node:worker_threads';
import { helpWithNearest, type NearestWork } from './nearest-threads';
import { run } from './run';

if (isMainThread) {
  // A reader such as `head` that closes early ends the run quietly; any other fault of the stream is a fault of ours.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
    process.exit(0);
  });

  process.exitCode = await run(process.argv.slice(2), {
    async out(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    say(line) {
      process.stderr.write(`${line}\n`);
    },
    // As source (tsx), a thread could not read the file.
    ...(import.meta.url.endsWith('.mjs') && { entry: new URL(import.meta.url) }),
  });
} else {
  helpWithNearest(workerData as NearestWork);
}
