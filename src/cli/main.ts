#!/usr/bin/env node
// Entry of the command `cuntu`, and of the threads that help it.
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';

// Each loads what it needs: a helper starts in a quarter of the time.
if (parentPort === null) {
  const { run } = await import('./run');
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
  const { helpWithNearest } = await import('./nearest-threads');
  helpWithNearest(parentPort);
}
