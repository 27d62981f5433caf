// Installs what package-lock.json says, when node_modules is missing or was installed from another lock.
// `npm ci` is no option: some optional platform binaries are in no registry mirror and so never in the
// lock, which makes it fail; `npm install` works from the lock. The lock must stay as it is, to the byte.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INSTALL = [
  'install',
  '--no-audit',
  '--no-fund',
  '--no-save',
  '--loglevel=error',
  '--include=dev',
  '--include=optional',
];

/** Node 20.19 is what vite needs; says so in both languages and ends the process when it is older. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `需要 Node.js 20.19 或更新版本，当前为 ${process.versions.node}。请到 https://nodejs.org 安装后重试。`,
  );
  console.error(`Cuntu needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** What the installed packages depend on: the lock, the manifest and the machine that they are for. */
function wantedStamp(root) {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json'])
    hash.update(readFileSync(join(root, name)));
  hash.update(`${process.platform} ${process.arch}`);
  return hash.digest('hex');
}

/** Runs npm without relying on it being on the PATH when npm itself started us. */
function npm(root, args) {
  const inside = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  return inside?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [inside, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Returns true when something had to be installed. Throws when npm fails. */
export function ensurePackages(root) {
  const stampFile = join(root, 'node_modules', '.cuntu-lock');
  const stamp = wantedStamp(root);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  console.log(
    '安装依赖包（首次需一至三分钟）… Installing packages (one to three minutes the first time)',
  );
  const lockFile = join(root, 'package-lock.json');
  const lock = readFileSync(lockFile);
  const result = npm(root, INSTALL);
  if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock);
  if (result.status !== 0) {
    throw new Error(
      '依赖包安装失败：请检查网络与 npm 源（npm config get registry）后重试。 npm install failed; see above.',
    );
  }
  writeFileSync(stampFile, stamp);
  return true;
}
