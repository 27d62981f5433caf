// Checks of dist/ as built.
// - Size: gzip of the JavaScript that the page loads before the first map: what index.html names, with
//   the static imports of those chunks. Workers run beside the page and are counted apart. What the page
//   really asks for until it is ready is measured again in test/e2e/first-load.spec.ts.
// - Offline: no resource may come from another machine. Addresses inside strings of libraries (error
//   texts, XML namespaces, licence links) are listed by host, or by host and path, with the reason; any
//   other address fails.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesUnder, isMain } from './files.mjs';

const FIRST_MAP_BYTES = 900_000;

/**
 * Host, or host and the beginning of the path -> why such an address may stand in our bundle: text only,
 * nothing is fetched from it.
 */
const TEXT_ONLY = {
  'www.w3.org': 'XML namespaces',
  'www.opengis.net': 'XML namespace of KML',
  'schemas.openxmlformats.org': 'XML namespaces of XLSX',
  'schemas.microsoft.com': 'XML namespaces of XLSX',
  'react.dev': 'addresses of React error texts',
  'github.com': 'issue links in texts and comments of libraries',
  'en.wikipedia.org': 'references in shader comments of luma.gl',
  'maplibre.org': 'link of the MapLibre attribution',
  'maplibre.invalid': 'base that MapLibre resolves relative addresses against; a reserved name',
  'wiki.openstreetmap.org': 'link in the text that MapLibre shows without WebGL',
  'unpkg.com':
    'where loaders.gl would get its loader workers; none is used, and e2e refuses the request',
  'purl.org/dc': 'XML namespaces of Dublin Core in DOCX and PPTX',
  'purl.oclc.org/ooxml': 'XML namespaces of strict OOXML in DOCX',
  'jspdf.default.namespaceuri': 'XML namespace of XMP in PDF; no such name exists',
  'cdnjs.cloudflare.com/ajax/libs/pdfobject/2.1.1/pdfobject.min.js':
    'script of a viewer window of jsPDF that is never asked for, and that the page policy refuses',
  'rolldown.rs/in-depth/bundling-cjs': 'link in an error text of the bundler',
  'stuk.github.io/jszip/documentation': 'links in error texts of JSZip',
  'gitbrent.github.io/PptxGenJS/docs': 'links in warnings of PptxGenJS',
  'answers.microsoft.com/en-us/msoffice/forum': 'link in an error text of docx',
};

const STATIC_IMPORT =
  /(?:^|[;}\s])(?:import|export)(?:[\w*{}\s,$]+?from)?\s*["'](\.{1,2}\/[^"']+)["']/g;

function staticImports(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(STATIC_IMPORT)]
    .map((match) => join(dirname(file), match[1]))
    .filter((path) => existsSync(path));
}

/** Full paths of the scripts that the page loads before any dynamic import. */
function firstScripts(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)[^>]+?(?:src|href)="(?:\.\/)?([^"]+\.m?js)"/g)];
  const queue = named.map((match) => join(dist, match[1]));
  const seen = new Set();
  while (queue.length > 0) {
    const file = queue.pop();
    if (seen.has(file)) continue;
    seen.add(file);
    queue.push(...staticImports(file));
  }
  return [...seen];
}

const gzipBytes = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export function sizeCheck(dist) {
  const first = firstScripts(dist);
  const workers = filesUnder(dist).filter((file) => /worker[^/\\]*\.m?js$/.test(file));
  const total = first.reduce((sum, file) => sum + gzipBytes(file), 0);
  const report = [
    ...first.map((file) => `${basename(file)} ${kB(gzipBytes(file))}`),
    `first scripts, gzip: ${kB(total)} of ${kB(FIRST_MAP_BYTES)}`,
    ...workers.map((file) => `worker, apart: ${basename(file)} ${kB(gzipBytes(file))}`),
  ];
  const faults = [];
  if (first.length === 0) faults.push('index.html names no script');
  if (total > FIRST_MAP_BYTES) faults.push(`over the budget by ${kB(total - FIRST_MAP_BYTES)}`);
  return { faults, report };
}

/** Whether host and path of an address are listed, whole or up to a part of the path. */
function isTextOnly(host, path) {
  const address = `${host.toLowerCase()}${path}`;
  return Object.keys(TEXT_ONLY).some(
    (listed) => address.startsWith(listed) && /^(?:$|[/?#:])/.test(address.slice(listed.length)),
  );
}

/** Addresses in the text of a script, style sheet or page, comments apart, that nobody listed. */
export function outsideAddresses(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(/(?:https?|wss?):\/\/([a-z0-9.-]+\.[a-z]{2,})([^\s"'`)\\]*)/gi)]
    .filter(([, host, path]) => !isTextOnly(host, path))
    .map(([address]) => address);
}

function urlFaults(file, name) {
  return outsideAddresses(readFileSync(file, 'utf8')).map(
    (address) => `${name}: ${address.slice(0, 120)}`,
  );
}

function referenceFaults(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const html$ = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => [
    'index.html',
    match[1],
    dist,
  ]);
  const css$ = filesUnder(dist)
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/url\(["']?([^"')]+)["']?\)/g)].map((match) => [
        relative(dist, file),
        match[1],
        dirname(file),
      ]),
    );
  return [...html$, ...css$]
    .filter(([, target]) => !/^(data:|#|%23)/.test(target))
    .filter(([, target, from]) => !existsSync(join(from, target.split(/[?#]/)[0])))
    .map(([name, target]) => `${name}: ${target} does not lead to a file of dist/`);
}

export function offlineCheck(dist) {
  const faults = filesUnder(dist)
    .filter((file) => /\.(m?js|css|html)$/.test(file))
    .flatMap((file) => urlFaults(file, relative(dist, file)));
  const folder = join(dist, 'geodata');
  const packs = (existsSync(folder) ? readdirSync(folder) : []).filter((id) =>
    existsSync(join(folder, id, 'pack.json')),
  );
  if (packs.length === 0) faults.push('dist/geodata holds no region pack');
  return {
    faults: [...new Set([...faults, ...referenceFaults(dist)])],
    report: [`packs: ${packs.join(', ')}`],
  };
}

if (isMain(import.meta.filename)) {
  const dist = join(import.meta.dirname, '..', 'dist');
  for (const check of [sizeCheck, offlineCheck]) {
    const { faults, report } = check(dist);
    console.log([...report, ...faults.map((fault) => `FAULT ${fault}`)].join('\n'));
    if (faults.length > 0) process.exitCode = 1;
  }
}
