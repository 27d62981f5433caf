// Fetches one published npm package at an exact version into .cache/ and unpacks it, once.
// The packages are build inputs only, never dependencies of the app. Uses the npm client as it is configured.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PackageInput {
  readonly name: string;
  readonly version: string;
  /** SHA-512 of the tarball in base64, so that a changed upload cannot change a pack unseen. */
  readonly sha512: string;
  /** Paths inside the package that the build reads; only these are unpacked. */
  readonly paths: readonly string[];
}

/** Folder that holds the unpacked paths of `input`; fetches it when .cache/ has no tarball yet. Throws on a wrong checksum. */
export function fetchPackage(input: PackageInput, cacheFolder: string): string {
  mkdirSync(cacheFolder, { recursive: true });
  const tarball = join(cacheFolder, `${input.name}-${input.version}.tgz`);
  if (!existsSync(tarball)) {
    execFileSync('npm', ['pack', `${input.name}@${input.version}`, '--silent'], {
      cwd: cacheFolder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const sha512 = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (sha512 !== input.sha512) {
    throw new Error(`${tarball}: SHA-512 is ${sha512}, expected ${input.sha512}`);
  }
  const folder = join(cacheFolder, `${input.name}-${input.version}`);
  mkdirSync(folder, { recursive: true });
  if (input.paths.some((path) => !existsSync(join(folder, path)))) {
    const members = input.paths.map((path) => `package/${path}`);
    execFileSync('tar', ['xzf', tarball, '-C', folder, '--strip-components=1', ...members]);
  }
  return folder;
}
