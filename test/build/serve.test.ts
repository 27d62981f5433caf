import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../.ci/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'cuntu-serve-'));
let server: Server;
let url = '';

beforeAll(async () => {
  const root = join(folder, 'dist');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  writeFileSync(join(root, '.build-stamp'), 'hidden');
  for (const name of ['index.html', 'assets/worker.mjs', '甲村.csv', 'a.geojson', 'f.woff2']) {
    writeFileSync(join(root, name), `content of ${name}`);
  }
  ({ server, url } = await serve(root, 0));
});

afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as written; fetch would tidy the dots away. */
function ask(
  path: string,
  method = 'GET',
): Promise<{ status: number; type: string; policy: string; body: string }> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          policy: String(response.headers['content-security-policy'] ?? ''),
          body,
        }),
      );
    })
      .on('error', failed)
      .end();
  });
}

describe('the static server', () => {
  it.each([
    ['/', 'text/html', 'content of index.html'],
    ['/?x=1', 'text/html', 'content of index.html'],
    ['/assets/worker.mjs', 'text/javascript', 'content of assets/worker.mjs'],
    ['/a.geojson', 'application/geo+json', 'content of a.geojson'],
    ['/f.woff2', 'font/woff2', 'content of f.woff2'],
    [`/${encodeURIComponent('甲村')}.csv`, 'text/csv', 'content of 甲村.csv'],
  ])('answers %s with its type', async (path, type, body) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.type).toContain(type);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/.build-stamp',
    '/%00',
    '/%zz',
    '/assets',
    '/absent.js',
  ])('hides %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404 });
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await ask('/a.geojson', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await ask('/a.geojson', 'PUT')).toMatchObject({ status: 405 });
  });

  it('sends the policy of the page with every file, workers too: no inline script, no eval, no frame round it', async () => {
    for (const path of ['/', '/assets/worker.mjs']) {
      const { policy } = await ask(path);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'));
      expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'");
    }
  });

  it('takes the next port when the first is taken', async () => {
    const taken = Number(new URL(url).port);
    const second = await serve(join(folder, 'dist'), taken);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    await new Promise((closed) => second.server.close(closed));
  });
});
