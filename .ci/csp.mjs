// What the built page may load and run: the meta element of index.html (vite.config.ts) and the header of serve.mjs.
// Workers take the policy from the header of their own script, so a host of dist/ should send it too.

const DIRECTIVES = {
  'default-src': ["'self'"],
  // No inline script, no eval. 'wasm-unsafe-eval' compiles WebAssembly only: sql.js reads GeoPackage with it.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  // antd writes its styles into <style> elements at run time, and libraries set style attributes; neither runs code.
  'style-src': ["'self'", "'unsafe-inline'"],
  // Icons inside style sheets are data: URLs; the map turns its images into blob: ones.
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'frame-src': ["'none'"],
  'media-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

const text = (directives) =>
  Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');

export const META_POLICY = text(DIRECTIVES);

/** A meta element cannot forbid framing; a header can. */
export const HEADERS = {
  'content-security-policy': text({ ...DIRECTIVES, 'frame-ancestors': ["'none'"] }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
