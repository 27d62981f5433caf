import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Lock {
  readonly packages: Record<
    string,
    {
      version?: string;
      dev?: boolean;
      devOptional?: boolean;
      optional?: boolean;
      extraneous?: boolean;
    }
  >;
}

const notices = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');

describe('THIRD-PARTY-NOTICES.md', () => {
  it('lists each package that the lock ships, with its version', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
    const shipped = Object.entries(lock.packages).filter(
      ([path, { dev, devOptional, optional, extraneous }]) =>
        path !== '' && !dev && !devOptional && !optional && !extraneous,
    );
    const missing = shipped
      .map(([path, { version }]) => `| ${path.replace(/^.*node_modules\//, '')} | ${version} |`)
      .filter((row) => !notices.includes(row));
    expect(shipped.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('is exactly what its script makes of the lock and node_modules', () => {
    expect(() =>
      execFileSync('node', ['.ci/notices.mjs', '--check'], { stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('says how to replace the one LGPL package', () => {
    expect(notices).toMatch(
      /### geojson-validation [^\n]+\n\nLGPL-3\.0\. Used unchanged, as a chunk/,
    );
  });
});
