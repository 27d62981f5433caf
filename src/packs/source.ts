/**
 * Where the files of one region pack come from. Paths are relative to the pack's folder, with "/".
 * `read` rejects with `SourceFailure` when a file cannot be had; callers turn that into a Problem.
 */
export interface PackSource {
  read(path: string): Promise<Uint8Array>;
}

/** missing: the file is not there. unreadable: it is there, or may be, but reading failed. */
export type SourceFailureReason = 'missing' | 'unreadable';

/** The one typed error of a source, since the loader's text depends on the reason. */
export class SourceFailure extends Error {
  readonly path: string;
  readonly reason: SourceFailureReason;

  constructor(path: string, reason: SourceFailureReason, detail: string) {
    super(`${path}: ${reason} (${detail})`);
    this.name = 'SourceFailure';
    this.path = path;
    this.reason = reason;
  }
}

/**
 * Files under a folder address of the page's own origin, e.g. "./geodata/yuncheng/".
 * `no-cache` makes the browser revalidate, so that an updated pack never mixes with an older cached file.
 */
export function fetchSource(baseUrl: string): PackSource {
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`, document.baseURI);
  return {
    async read(path) {
      const response = await fetch(new URL(path, base), { cache: 'no-cache' }).catch(
        (cause: unknown) => {
          throw new SourceFailure(path, 'unreadable', String(cause));
        },
      );
      if (response.status === 404) throw new SourceFailure(path, 'missing', 'HTTP 404');
      if (!response.ok) throw new SourceFailure(path, 'unreadable', `HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** Files that are at hand already, e.g. of a zip. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): PackSource {
  return {
    read(path) {
      const bytes = files.get(path);
      if (bytes) return Promise.resolve(bytes);
      return Promise.reject(new SourceFailure(path, 'missing', 'not among the files'));
    },
  };
}
