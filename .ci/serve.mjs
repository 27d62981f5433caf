// A static file server for the built app: Node only, this machine only (127.0.0.1), GET and HEAD only.
// Usage: node .ci/serve.mjs [folder=dist] [first port=5180]
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { HEADERS } from './csp.mjs';
import { isMain } from './files.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.pmtiles': 'application/octet-stream',
  '.zip': 'application/zip',
};
const PORTS_TRIED = 200;

/** The file that a request path names inside the folder, or null: outside, hidden, absent or malformed. */
async function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return null; // malformed percent escapes name no file
  }
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  if (path.includes('\0') || parts.some((part) => part.startsWith('.') || part.includes(':')))
    return null;
  const wanted = join(root, ...parts, ...(path.endsWith('/') ? ['index.html'] : []));
  try {
    const real = await realpath(wanted);
    const info = await stat(real);
    // A symbolic link may not lead out of the folder either.
    return real.startsWith(root + sep) && info.isFile() ? { real, info } : null;
  } catch {
    return null; // no such file
  }
}

async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await fileFor(root, request.url ?? '/');
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : '404 没有这个文件 not found');
    return;
  }
  const tag = `"${found.info.size.toString(36)}-${Math.floor(found.info.mtimeMs).toString(36)}"`;
  const headers = { ...HEADERS, etag: tag, 'cache-control': 'no-cache' };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': TYPES[extname(found.real).toLowerCase()] ?? 'application/octet-stream',
    'content-length': found.info.size,
  });
  if (request.method === 'HEAD') response.end();
  else {
    createReadStream(found.real)
      .on('error', (error) => response.destroy(error))
      .pipe(response);
  }
}

function listen(server, port) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done(server.address().port);
    });
  });
}

/** Serves a folder on the first free port from `firstPort` on; 0 lets the system choose. */
export async function serve(folder, firstPort) {
  const root = await realpath(resolve(folder));
  for (let port = firstPort; port < firstPort + PORTS_TRIED; port += 1) {
    const server = createServer((request, response) => {
      answer(root, request, response).catch((error) => response.destroy(error));
    });
    try {
      const used = await listen(server, port);
      return { server, url: `http://127.0.0.1:${used}/` };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    }
  }
  throw new Error(`没有空闲端口 no free port from ${firstPort} to ${firstPort + PORTS_TRIED - 1}`);
}

if (isMain(import.meta.filename)) {
  const [folder = join(import.meta.dirname, '..', 'dist'), port = '5180'] = process.argv.slice(2);
  const { url } = await serve(folder, Number(port));
  console.log(url);
}
