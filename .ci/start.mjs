// `npm start`: packages when needed, build when needed, serve, open a browser. Imports node: modules and
// our own only, since it runs before anything is installed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensurePackages, requireNode } from './packages.mjs';
import { serve } from './serve.mjs';

const ROOT = join(import.meta.dirname, '..');
const FIRST_PORT = Number(process.env.CUNTU_PORT ?? 5180);

/** A person is there to look at it: a terminal, no CI, and on Linux a display. */
function hasScreen() {
  if (process.env.CI || process.env.CUNTU_NO_OPEN || !process.stdout.isTTY) return false;
  const needsDisplay = process.platform !== 'darwin' && process.platform !== 'win32';
  return !needsDisplay || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function openBrowser(url) {
  const commands = { darwin: ['open', [url]], win32: ['cmd', ['/c', 'start', '', url]] };
  const [command, args] = commands[process.platform] ?? ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // The address is printed: without an opener the user types it.
  child.on('error', () =>
    console.log('（没有找到浏览器，请手动打开上面的地址 open the address by hand）'),
  );
  child.unref();
}

async function main() {
  const began = Date.now();
  requireNode();
  ensurePackages(ROOT);
  if (ensureBuild(ROOT) === 'built') console.log('已构建 built dist/');
  const { server, url } = await serve(join(ROOT, 'dist'), FIRST_PORT);
  console.log(`村图已就绪：${url} （按 Ctrl-C 停止）`);
  console.log(
    `Cuntu is ready at ${url} after ${((Date.now() - began) / 1000).toFixed(1)} s (Ctrl-C stops)`,
  );
  if (hasScreen()) openBrowser(url);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
      process.exit(0);
    });
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
